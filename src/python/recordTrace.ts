import type { Limits } from "../domain/limits";
import type { Trace } from "../domain/trace";
import { endOfRun, InterpreterEnded, type Interpreter } from "./interpreter";
import { TraceAssembly } from "./traceAssembly";

/** Seconds beyond the soft limit before the interpreter is ended by force. */
const graceSeconds = 1.5;

export type TraceRequest = {
  program: string;
  tests: string;
  /** The test's id, or null for the program alone. */
  test: string | null;
  limits: Limits;
};

/**
 * The trace of one test, recorded by `interpreter`. Where that is ended before the program is, by
 * `signal`, by force or by its own death, the trace has what came until then, and that end.
 * @throws Error when our own machinery broke, or what the interpreter sent is out of form.
 */
export async function recordTrace(
  interpreter: Interpreter,
  request: TraceRequest,
  signal?: AbortSignal,
): Promise<Trace> {
  const { test, limits } = request;
  const assembly = new TraceAssembly();
  try {
    const { end, stderr } = await interpreter.call("trace", request, {
      seconds: limits.seconds + graceSeconds,
      onEvent: (event) => {
        assembly.add(event);
      },
      ...(signal && { signal }),
    });
    return assembly.finish(test, end, stderr);
  } catch (error) {
    if (!(error instanceof InterpreterEnded)) throw error;
    const end = endOfRun(error.end);
    // The limit that the user knows, not the moment of force.
    const known = end.kind === "timedOut" ? { ...end, seconds: limits.seconds } : end;
    return assembly.finish(test, known);
  }
}
