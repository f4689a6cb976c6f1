import type { InterpreterSource } from "../src/python/interpreter";
import { ProcessInterpreter } from "../src/python/process/processInterpreter";
import { sharing } from "../src/testing/sharedInterpreter";

/**
 * Hands out one process again and again while it lives, since a boot costs more than most searches;
 * `close` ends it.
 */
export function reusedProcess(): InterpreterSource & { close(): void } {
  let current: ProcessInterpreter | null = null;
  return {
    async fresh(signal) {
      await current?.idle;
      if (!current?.alive) current = await ProcessInterpreter.start();
      return sharing(current).fresh(signal);
    },
    close() {
      current?.end();
    },
  };
}
