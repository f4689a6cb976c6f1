import type { Contrast, HardCoding } from "../domain/fixChecks";
import type { Injection } from "../domain/injection";
import type { Limits } from "../domain/limits";
import type { Discovery, Test, TestOutcome } from "../domain/test";
import type { Trace } from "../domain/trace";
import type { InjectionOptions, InjectionTask } from "./injecting";
import type { InterpreterSource } from "./interpreter";
import type { Source } from "./source";

export type { Source };

/** A buggy program with its tests, and a fix of it. */
export type FixTask = Source & { fix: string; instruction: string };

/** Where the interpreters stand, for the page to show. */
export type RuntimeState =
  | { kind: "loading"; detail: string }
  | { kind: "ready"; versions: { pyodide: string; python: string } }
  | { kind: "broken"; what: string; why: string; tryThis: string };

export type RunOptions = { limits: Limits; signal?: AbortSignal };

export type JudgeOptions = RunOptions & {
  onOutcome?: (outcome: TestOutcome) => void;
  /** Every interpreter that had to do with these tests is ended when they are judged. */
  heldOut?: boolean;
};

/**
 * Everything that the features ask of Python. Aborting a signal ends the interpreter at work at once;
 * the promise then settles with outcomes or a trace whose end is `stopped`. A promise rejects only
 * when our own machinery broke.
 */
export interface Runtime {
  readonly state: RuntimeState;
  /** Calls `listener` after each change of `state`; gives the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Starts loading; harmless when repeated. After `broken` it tries anew. */
  start(): void;
  discover(source: Source, signal?: AbortSignal): Promise<Discovery>;
  /** Judges the tests against the program in fresh interpreters; outcomes in the order of `tests`. */
  judge(source: Source, tests: readonly Test[], options: JudgeOptions): Promise<TestOutcome[]>;
  /** What a fix seems to have by heart of its tests; executes nothing. */
  inspect(task: FixTask, signal?: AbortSignal): Promise<HardCoding[]>;
  /**
   * How a fix differs from its buggy program on changed inputs of the tests that passed already;
   * null where that cannot be told.
   */
  contrast(task: FixTask, passing: readonly Test[], options: RunOptions): Promise<Contrast | null>;
  /** Traces one test, or the program alone for null. */
  trace(source: Source, testId: string | null, options: RunOptions): Promise<Trace>;
  /** Makes buggy programs of one that passes its tests; rejects when its signal is aborted, too. */
  inject(task: InjectionTask, options?: InjectionOptions): Promise<Injection>;
  /** Fresh interpreters, for engines. */
  readonly interpreters: InterpreterSource;
}
