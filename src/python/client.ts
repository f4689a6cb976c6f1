import type { Contrast, HardCoding } from "../domain/fixChecks";
import type { Injection } from "../domain/injection";
import { emptyTrace, type Trace } from "../domain/trace";
import type { Discovery, Test, TestOutcome } from "../domain/test";
import { faultOf } from "./edge";
import {
  endOfRun,
  InterpreterEnded,
  type Interpreter,
  type InterpreterSource,
} from "./interpreter";
import { contrastFix } from "./contrast";
import { discoverWith } from "./discovering";
import { injectWith, type InjectionOptions, type InjectionTask } from "./injecting";
import { judgeTests } from "./judging";
import { InterpreterPool, poolSize } from "./pool";
import { recordTrace } from "./recordTrace";
import { acquired } from "./packages/acquired";
import { findWheels } from "./packages/findWheels";
import { Shelf } from "./shelf";
import { surrounding } from "./surrounded";
import type { FixTask, JudgeOptions, RunOptions, Runtime, RuntimeState, Source } from "./runtime";
import { openSandbox, type Sandbox } from "./sandbox/host";
import { SandboxInterpreter } from "./sandbox/sandboxInterpreter";

/** Seconds for reading a fix; it executes nothing. */
const readingSeconds = 30;

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
    slots: this.pool.state.slots,
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
      return await discoverWith(examiner, source, signal);
    } finally {
      this.examiners.put(examinerKey(source), examiner);
    }
  }

  async judge(
    source: Source,
    tests: readonly Test[],
    options: JudgeOptions,
  ): Promise<TestOutcome[]> {
    const { limits, onOutcome, signal, heldOut = false } = options;
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
          fresh: async (aborted) => {
            const fresh = await this.fresh(source, aborted);
            return heldOut ? fresh : this.keepAfter(source, fresh);
          },
        },
        limits,
        ...(onOutcome && { onOutcome }),
        ...(signal && { signal }),
      });
      return outcomes;
    } finally {
      for (const judge of judges) {
        if (heldOut) judge.end();
        else this.examiners.put(examinerKey(source), judge);
      }
    }
  }

  async inspect(task: FixTask, signal?: AbortSignal): Promise<HardCoding[]> {
    const { program, tests, fix, instruction } = task;
    const examiner = await this.examiner(task, signal);
    try {
      return await examiner.call(
        "inspect",
        { program, tests, fix, instruction },
        { seconds: readingSeconds, ...(signal && { signal }) },
      );
    } finally {
      this.examiners.put(examinerKey(task), examiner);
    }
  }

  async contrast(
    task: FixTask,
    passing: readonly Test[],
    { limits, signal }: RunOptions,
  ): Promise<Contrast | null> {
    const examiner = await this.examiner(task, signal);
    try {
      return await contrastFix({
        ...task,
        passing,
        judges: { fresh: () => Promise.resolve(examiner) },
        source: surrounding(this.pool.queued("batch"), task, findWheels),
        limits,
        ...(signal && { signal }),
      });
    } finally {
      this.examiners.put(examinerKey(task), examiner);
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
      if (tracer === null) throw error;
      // The program shares its interpreter with the tracer, and may have broken that.
      const message = `the interpreter gave a trace that makes no sense: ${faultOf(error)}`;
      return emptyTrace(testId, { kind: "crashed", message });
    } finally {
      if (tracer) this.tracers.put(keyOf(source), tracer);
    }
  }

  async inject(task: InjectionTask, options?: InjectionOptions): Promise<Injection> {
    return injectWith(surrounding(this.interpreters, task), task, options);
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
