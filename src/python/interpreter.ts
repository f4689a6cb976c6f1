import type { RunEnd } from "../domain/trace";
import type { Source } from "./source";
import type { Args, EventOf, Method, Result } from "./protocol";

/** Why an interpreter gave no result. */
export type EndOfInterpreter =
  /** It did not answer in time, and was ended. */
  | { kind: "timedOut"; seconds: number }
  /** It died by itself: out of memory, `os._exit`, a fatal error of the runtime. */
  | { kind: "died"; message: string }
  /** Someone called `end`. */
  | { kind: "ended" };

/** The same in the words of a trace: how the run ended that the interpreter was busy with. */
export function endOfRun(end: EndOfInterpreter): RunEnd {
  switch (end.kind) {
    case "ended":
      return { kind: "stopped" };
    case "timedOut":
      return { kind: "timedOut", seconds: end.seconds };
    case "died":
      return { kind: "crashed", message: end.message };
  }
}

/** What a runtime says of its own death, in words for the user where they are known. */
export function deathWords(message: string): string {
  if (/maximum call stack size|too much recursion/i.test(message)) {
    return "The browser’s own stack was full. Calls that go through C, such as those of repr, sorted, map or an operator’s method, take much of it: about 200 may be open at once, however high the limit of recursion is.";
  }
  if (/out of memory|allocation failed/i.test(message)) {
    return "The browser had no more memory to give.";
  }
  return message;
}

/** Thrown by `Interpreter.call` when the interpreter is no more. The program may be the cause. */
export class InterpreterEnded extends Error {
  constructor(readonly end: EndOfInterpreter) {
    super(end.kind === "died" ? end.message : end.kind);
    this.name = "InterpreterEnded";
  }
}

export type CallOptions<M extends Method> = {
  /** Seconds until the interpreter is ended by force; the soft limits are inside it. */
  seconds: number;
  /** Seconds without an event or the result, after which it is ended; unbounded by default. */
  silenceSeconds?: number;
  onEvent?: (event: EventOf<M>) => void;
  /** What the call brings beside its arguments; see `methods.prepare`. */
  bytes?: readonly Uint8Array[];
  /** Aborting ends the interpreter at once. */
  signal?: AbortSignal;
};

/**
 * One Python interpreter: in the browser a worker inside the sandbox, under Node an in-process one.
 * It serves one call at a time and cannot be used after it ended.
 */
export interface Interpreter {
  readonly versions: { pyodide: string; python: string };
  /**
   * @throws InterpreterEnded when it was ended, died, or did not answer within `seconds`.
   * @throws Error when our own machinery broke, or its reply does not fit the schema.
   */
  call<M extends Method>(method: M, args: Args<M>, options: CallOptions<M>): Promise<Result<M>>;
  /** Ends it at once, whatever it is doing. */
  end(): void;
  readonly alive: boolean;
}

/** Hands out interpreters in which nothing has run. */
export interface InterpreterSource {
  fresh(signal?: AbortSignal): Promise<Interpreter>;
  /** How many it serves at once; 1 where it does not say. */
  readonly slots?: number;
  /** The same, prepared for what the problem runs with; where it is left out, `surrounding` does it. */
  readonly preparedFor?: (problem: Source) => InterpreterSource;
}
