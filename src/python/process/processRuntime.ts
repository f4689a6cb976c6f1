import { availableParallelism, totalmem } from "node:os";
import type { HardCoding } from "../../domain/fixChecks";
import type { Injection } from "../../domain/injection";
import type { Discovery, Test, TestOutcome } from "../../domain/test";
import { emptyTrace, type Trace } from "../../domain/trace";
import { discoverWith } from "../discovering";
import { faultOf } from "../edge";
import { injectWith, type InjectionOptions, type InjectionTask } from "../injecting";
import type { Interpreter, InterpreterSource } from "../interpreter";
import { judgeTests } from "../judging";
import { InterpreterPool, poolSize } from "../pool";
import { recordTrace } from "../recordTrace";
import type { FixTask, JudgeOptions, RunOptions, Runtime, Source } from "../runtime";
import { surrounding } from "../surrounded";
import { ProcessInterpreter } from "./processInterpreter";

/** Where a runtime's processes come from: those that judge tests never run a program. */
export type ProcessSources = { judges: InterpreterSource; programs: InterpreterSource };

/** Each a confined process in which nothing has run. */
const freshProcesses: InterpreterSource = {
  fresh: (signal) => {
    signal?.throwIfAborted();
    return ProcessInterpreter.start();
  },
};

/** Seconds for reading a fix; it executes nothing. */
const readingSeconds = 30;

/** How many processes an engine may have at once: as many as the page would on this machine. */
function engineSlots(): number {
  return poolSize({ cores: availableParallelism(), gibibytes: totalmem() / 2 ** 30 }).slots;
}

/**
 * The same judging as in the browser, in processes. The examiner reads and judges one text of tests
 * after the other and never runs a program; every program runs in a process of its own.
 */
export class ProcessRuntime implements Pick<
  Runtime,
  "discover" | "judge" | "inspect" | "trace" | "inject" | "interpreters"
> {
  readonly interpreters: InterpreterSource;
  private examining: { key: string; examiner: Promise<Interpreter> } | null = null;

  constructor(
    private readonly sources: ProcessSources = { judges: freshProcesses, programs: freshProcesses },
  ) {
    const start = () => sources.programs.fresh();
    this.interpreters = new InterpreterPool(start, { spares: 0, slots: engineSlots() }).queued(
      "search",
    );
  }

  async discover(source: Source): Promise<Discovery> {
    return discoverWith(await this.examinerOf(source), source);
  }

  async judge(
    source: Source,
    tests: readonly Test[],
    { limits, onOutcome, signal }: JudgeOptions,
  ): Promise<TestOutcome[]> {
    const { outcomes } = await judgeTests({
      program: source.program,
      tests: source.tests,
      units: tests,
      judges: { fresh: () => this.examinerOf(source) },
      source: surrounding(this.sources.programs, source),
      limits,
      ...(onOutcome && { onOutcome }),
      ...(signal && { signal }),
    });
    return outcomes;
  }

  async inspect(task: FixTask, signal?: AbortSignal): Promise<HardCoding[]> {
    const { program, tests, fix, instruction } = task;
    const examiner = await this.examinerOf(task);
    const options = { seconds: readingSeconds, ...(signal && { signal }) };
    return examiner.call("inspect", { program, tests, fix, instruction }, options);
  }

  async trace(source: Source, testId: string | null, options: RunOptions): Promise<Trace> {
    const { limits, signal } = options;
    const tracer = await surrounding(this.sources.programs, source).fresh(signal);
    try {
      const { program, tests } = source;
      return await recordTrace(tracer, { program, tests, test: testId, limits }, signal);
    } catch (error) {
      // The program shares its interpreter with the tracer, and may have broken that.
      const message = `the interpreter gave a trace that makes no sense: ${faultOf(error)}`;
      return emptyTrace(testId, { kind: "crashed", message });
    } finally {
      tracer.end();
    }
  }

  async inject(task: InjectionTask, options?: InjectionOptions): Promise<Injection> {
    return injectWith(surrounding(this.sources.programs, task), task, options);
  }

  /** Ends the examiner; a later call starts another. */
  end(): void {
    void this.examining?.examiner.then((examiner) => {
      examiner.end();
    });
    this.examining = null;
  }

  private async examinerOf(source: Source): Promise<Interpreter> {
    const key = JSON.stringify([source.tests, source.surroundings]);
    const known = this.examining;
    if (known?.key === key && (await known.examiner).alive) return known.examiner;
    this.end();
    const examiner = surrounding(this.sources.judges, source).fresh();
    this.examining = { key, examiner };
    return examiner;
  }
}
