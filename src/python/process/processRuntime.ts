import type { Discovery, Test, TestOutcome } from "../../domain/test";
import { discoverWith } from "../discovering";
import type { Interpreter, InterpreterSource } from "../interpreter";
import { judgeTests } from "../judging";
import type { JudgeOptions, Runtime, Source } from "../runtime";
import { surrounding } from "../surrounded";
import { ProcessInterpreter } from "./processInterpreter";

/** Each a confined process in which nothing has run. */
const processes: InterpreterSource = {
  fresh: (signal) => {
    signal?.throwIfAborted();
    return ProcessInterpreter.start();
  },
};

/**
 * The same judging as in the browser, in processes. The examiner reads and judges one text of tests
 * after the other and never runs a program; every program runs in a process of its own.
 */
export class ProcessRuntime implements Pick<Runtime, "discover" | "judge"> {
  private examining: { key: string; examiner: Promise<Interpreter> } | null = null;

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
      source: surrounding(processes, source),
      limits,
      ...(onOutcome && { onOutcome }),
      ...(signal && { signal }),
    });
    return outcomes;
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
    const examiner = surrounding(processes, source).fresh();
    this.examining = { key, examiner };
    return examiner;
  }
}
