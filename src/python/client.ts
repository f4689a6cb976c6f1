import { emptyTrace, type RunEnd, type Trace } from "../domain/trace";
import type { Discovery, Test, TestOutcome } from "../domain/test";
import {
  InterpreterEnded,
  type EndOfInterpreter,
  type Interpreter,
  type InterpreterSource,
} from "./interpreter";
import { judgeTests } from "./judging";
import { WarmPool } from "./pool";
import type { RunOptions, Runtime, RuntimeState, Source } from "./runtime";
import { openSandbox, type Sandbox } from "./sandbox/host";
import { SandboxInterpreter } from "./sandbox/sandboxInterpreter";

/** One for the program, one for the judge: what a run takes. */
const spareInterpreters = 2;

/** Seconds for taking a Tests box apart; it executes nothing. */
const discoverySeconds = 30;

/** Seconds beyond a soft limit before an interpreter is ended by force. */
const graceSeconds = 1.5;

const sameSource = (a: Source, b: Source) => a.program === b.program && a.tests === b.tests;

function endOfRun(end: EndOfInterpreter): RunEnd {
  switch (end.kind) {
    case "ended":
      return { kind: "stopped" };
    case "timedOut":
      return { kind: "timedOut", seconds: end.seconds };
    case "died":
      return { kind: "crashed", message: end.message };
  }
}

/** The runtime over the sandbox of this page. Create one a page. */
class SandboxRuntime implements Runtime {
  state: RuntimeState = { kind: "loading", detail: "Starting Python" };
  private readonly listeners = new Set<() => void>();
  private sandbox: Promise<Sandbox> | null = null;
  private readonly pool = new WarmPool(() => this.boot(), spareInterpreters);
  /** Reads and judges tests. It executes test code, so it serves one Tests text only. */
  private examiner: { tests: string; interpreter: Interpreter } | null = null;
  /** Ran the program of this source, and nothing else; it may trace that program again. */
  private used: { source: Source; interpreter: Interpreter } | null = null;

  readonly interpreters: InterpreterSource = this.pool;

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    if (this.sandbox !== null && this.state.kind !== "broken") return;
    if (this.state.kind === "broken") this.sandbox = null;
    this.become({ kind: "loading", detail: "Starting Python" });
    this.pool.fill();
  }

  async discover(source: Source, signal?: AbortSignal): Promise<Discovery> {
    const examiner = await this.examine(source.tests, signal);
    return examiner.call("discover", source, {
      seconds: discoverySeconds,
      ...(signal && { signal }),
    });
  }

  async judge(
    source: Source,
    tests: readonly Test[],
    options: RunOptions & { onOutcome?: (outcome: TestOutcome) => void },
  ): Promise<TestOutcome[]> {
    const { limits, onOutcome, signal } = options;
    const { outcomes } = await judgeTests({
      ...source,
      units: [...tests],
      judges: { fresh: (aborted) => this.examine(source.tests, aborted) },
      source: { fresh: async (aborted) => this.keepAfter(source, await this.pool.fresh(aborted)) },
      limits,
      ...(onOutcome && { onOutcome }),
      ...(signal && { signal }),
    });
    return outcomes;
  }

  async trace(source: Source, testId: string | null, options: RunOptions): Promise<Trace> {
    const { limits, signal } = options;
    try {
      const interpreter = await this.tracer(source, signal);
      return await interpreter.call(
        "trace",
        { ...source, test: testId, limits },
        { seconds: limits.seconds + graceSeconds, ...(signal && { signal }) },
      );
    } catch (error) {
      if (error instanceof InterpreterEnded) return emptyTrace(testId, endOfRun(error.end));
      throw error;
    }
  }

  private become(state: RuntimeState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  private async boot(): Promise<Interpreter> {
    try {
      this.sandbox ??= openSandbox();
      const sandbox = await this.sandbox;
      const interpreter = await SandboxInterpreter.start(sandbox.spawn());
      if (this.state.kind !== "ready") {
        this.become({ kind: "ready", versions: interpreter.versions });
      }
      return interpreter;
    } catch (error) {
      this.become({
        kind: "broken",
        what: "Python could not start in this tab.",
        why: error instanceof Error ? error.message : String(error),
        tryThis:
          "Check that the page was loaded completely and that the browser allows WebAssembly, then try again.",
      });
      throw error;
    }
  }

  /** The interpreter that reads and judges `tests`; a new one when the last served other tests. */
  private async examine(tests: string, signal?: AbortSignal): Promise<Interpreter> {
    if (this.examiner?.tests === tests && this.examiner.interpreter.alive) {
      return this.examiner.interpreter;
    }
    this.examiner?.interpreter.end();
    this.examiner = null;
    const interpreter = await this.pool.fresh(signal);
    this.examiner = { tests, interpreter };
    return interpreter;
  }

  /** `interpreter` itself, but `end` keeps it for tracing the same source instead of ending it. */
  private keepAfter(source: Source, interpreter: Interpreter): Interpreter {
    return {
      versions: interpreter.versions,
      get alive() {
        return interpreter.alive;
      },
      call: (method, args, options) => interpreter.call(method, args, options),
      end: () => {
        if (interpreter.alive) this.keep(source, interpreter);
      },
    };
  }

  private keep(source: Source, interpreter: Interpreter): void {
    if (this.used?.interpreter === interpreter) return;
    this.used?.interpreter.end();
    this.used = { source, interpreter };
  }

  private async tracer(source: Source, signal?: AbortSignal): Promise<Interpreter> {
    if (this.used?.interpreter.alive && sameSource(this.used.source, source)) {
      return this.used.interpreter;
    }
    const interpreter = await this.pool.fresh(signal);
    this.keep(source, interpreter);
    return interpreter;
  }
}

/** Gives the page's runtime; nothing is loaded before `start`. */
export function createRuntime(): Runtime {
  return new SandboxRuntime();
}
