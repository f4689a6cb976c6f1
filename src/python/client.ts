import { emptyTrace, type Trace } from "../domain/trace";
import type { Discovery, Test, TestOutcome } from "../domain/test";
import {
  endOfRun,
  InterpreterEnded,
  type Interpreter,
  type InterpreterSource,
} from "./interpreter";
import { judgeTests } from "./judging";
import { InterpreterPool, poolSize } from "./pool";
import { recordTrace } from "./recordTrace";
import { acquired } from "./packages/acquired";
import { findWheels } from "./packages/findWheels";
import { Shelf } from "./shelf";
import { surrounding } from "./surrounded";
import type { RunOptions, Runtime, RuntimeState, Source } from "./runtime";
import { openSandbox, type Sandbox } from "./sandbox/host";
import { SandboxInterpreter } from "./sandbox/sandboxInterpreter";

/** Seconds for taking a Tests box apart; it executes nothing. */
const discoverySeconds = 30;

/** What an interpreter that ran a program may be used for again: the same texts and surroundings. */
const keyOf = ({ program, tests, surroundings }: Source) =>
  JSON.stringify([program, tests, surroundings, acquired()]);

const examinerKey = ({ tests, surroundings }: Source) =>
  JSON.stringify([tests, surroundings, acquired()]);

/** `deviceMemory`, in gibibytes, is not told by all browsers. */
function thisMachine(): { cores: number; gibibytes?: number | undefined } {
  const told = "deviceMemory" in navigator ? navigator.deviceMemory : undefined;
  return {
    cores: navigator.hardwareConcurrency,
    gibibytes: typeof told === "number" ? told : undefined,
  };
}

/** The runtime over the sandbox of this page. Create one a page. */
class SandboxRuntime implements Runtime {
  state: RuntimeState = { kind: "loading", detail: "Starting Python" };
  private readonly listeners = new Set<() => void>();
  private sandbox: Promise<Sandbox> | null = null;
  private readonly pool = new InterpreterPool(() => this.boot(), poolSize(thisMachine()));
  /** Read and judged tests. They executed test code, so that each serves one Tests text only. */
  private readonly examiners = new Shelf();
  /** Ran the program of one source, and nothing else; they may trace that program again. */
  private readonly tracers = new Shelf();

  private readonly queued = this.pool.queued("search");
  readonly interpreters: InterpreterSource = {
    fresh: (signal) => this.queued.fresh(signal),
    preparedFor: (problem) => surrounding(this.queued, problem, findWheels),
  };

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
    const examiner = await this.examiner(source, signal);
    try {
      const { program, tests } = source;
      return await examiner.call(
        "discover",
        { program, tests },
        {
          seconds: discoverySeconds,
          ...(signal && { signal }),
        },
      );
    } finally {
      this.examiners.put(examinerKey(source), examiner);
    }
  }

  async judge(
    source: Source,
    tests: readonly Test[],
    options: RunOptions & { onOutcome?: (outcome: TestOutcome) => void },
  ): Promise<TestOutcome[]> {
    const { limits, onOutcome, signal } = options;
    const judges: Interpreter[] = [];
    const takeJudge = async (aborted?: AbortSignal): Promise<Interpreter> => {
      const judge = await this.examiner(source, aborted);
      judges.push(judge);
      return judge;
    };
    try {
      const { outcomes } = await judgeTests({
        program: source.program,
        tests: source.tests,
        units: [...tests],
        judges: { fresh: takeJudge },
        source: {
          fresh: async (aborted) => this.keepAfter(source, await this.fresh(source, aborted)),
        },
        limits,
        ...(onOutcome && { onOutcome }),
        ...(signal && { signal }),
      });
      return outcomes;
    } finally {
      for (const judge of judges) this.examiners.put(examinerKey(source), judge);
    }
  }

  async trace(source: Source, testId: string | null, options: RunOptions): Promise<Trace> {
    const { limits, signal } = options;
    let tracer: Interpreter | null = null;
    try {
      tracer = this.tracers.take(keyOf(source)) ?? (await this.fresh(source, signal));
      const { program, tests } = source;
      return await recordTrace(tracer, { program, tests, test: testId, limits }, signal);
    } catch (error) {
      // Ended while it was waited for.
      if (error instanceof InterpreterEnded) return emptyTrace(testId, endOfRun(error.end));
      throw error;
    } finally {
      if (tracer) this.tracers.put(keyOf(source), tracer);
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

  /** An interpreter that has judged no other tests than these. */
  private async examiner(source: Source, signal?: AbortSignal): Promise<Interpreter> {
    return this.examiners.take(examinerKey(source)) ?? (await this.fresh(source, signal));
  }

  /** One in which nothing has run, surrounded as the source says. */
  private fresh(source: Source, signal?: AbortSignal): Promise<Interpreter> {
    return surrounding(this.pool, source, findWheels).fresh(signal);
  }

  /**
   * `interpreter` itself, but `end` keeps it for tracing the same source instead of ending it. One
   * that failed a call is not trusted with a trace.
   */
  private keepAfter(source: Source, interpreter: Interpreter): Interpreter {
    let failed = false;
    return {
      versions: interpreter.versions,
      get alive() {
        return interpreter.alive;
      },
      call: async (method, args, options) => {
        try {
          return await interpreter.call(method, args, options);
        } catch (error) {
          failed = true;
          throw error;
        }
      },
      end: () => {
        if (failed) interpreter.end();
        else this.tracers.put(keyOf(source), interpreter);
      },
    };
  }
}

/** Gives the page's runtime; nothing is loaded before `start`. */
export function createRuntime(): Runtime {
  return new SandboxRuntime();
}
