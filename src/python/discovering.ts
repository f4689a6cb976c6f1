import type { Discovery } from "../domain/test";
import { InterpreterEnded, type EndOfInterpreter, type Interpreter } from "./interpreter";
import type { Source } from "./source";

/** Seconds for taking a Tests box apart; it executes nothing. */
const discoverySeconds = 30;

/**
 * The units that an interpreter finds. Texts that end it are unreadable.
 * @throws InterpreterEnded when `signal` ended it.
 */
export async function discoverWith(
  interpreter: Interpreter,
  source: Source,
  signal?: AbortSignal,
): Promise<Discovery> {
  const { program, tests } = source;
  const options = { seconds: discoverySeconds, ...(signal && { signal }) };
  try {
    return await interpreter.call("discover", { program, tests }, options);
  } catch (error) {
    if (error instanceof InterpreterEnded && !signal?.aborted) {
      return indigestible(source, error.end);
    }
    throw error;
  }
}

/** Texts that Python itself could not survive, such as one expression of 100,000 parts. */
function indigestible({ program, tests }: Source, end: EndOfInterpreter): Discovery {
  // The longer one must be meant: nobody knows, since the interpreter is gone.
  const place = program.length > tests.length ? "program" : "tests";
  const how = end.kind === "timedOut" ? `took more than ${String(end.seconds)} s` : "broke down";
  const message = `Python ${how} while it read the ${place}: too long, or nested too deeply.`;
  return { kind: "unreadable", place, line: 1, column: 0, message };
}
