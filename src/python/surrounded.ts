import { surroundingsOf, isNothing } from "../domain/surroundings";
import type { Interpreter, InterpreterSource } from "./interpreter";
import type { Source } from "./runtime";

/** Seconds for handing an interpreter what programs run with; it copies about a megabyte. */
const preparingSeconds = 20;

/** Interpreters of `source` that surround what they run as the problem says; as they are for nothing. */
export function surrounding(
  source: InterpreterSource,
  problem: Pick<Source, "surroundings">,
): InterpreterSource {
  const surroundings = surroundingsOf(problem);
  if (isNothing(surroundings)) return source;
  return {
    async fresh(signal?: AbortSignal): Promise<Interpreter> {
      const interpreter = await source.fresh(signal);
      const options = { seconds: preparingSeconds, ...(signal && { signal }) };
      try {
        await interpreter.call("prepare", { surroundings }, options);
      } catch (error) {
        interpreter.end();
        throw error;
      }
      return interpreter;
    },
  };
}
