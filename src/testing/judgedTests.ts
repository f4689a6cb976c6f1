import { expect } from "vitest";
import { defaultLimits } from "../domain/limits";
import type { TestOutcome } from "../domain/test";
import type { Interpreter, InterpreterSource } from "../python/interpreter";
import { judgeTests } from "../python/judging";
import { NodeInterpreter } from "./nodeInterpreter";
import { sharing } from "./sharedInterpreter";

type Options = { source?: InterpreterSource; seconds?: number };

export type Judging = {
  /** Runs the programs. */
  worker: Interpreter;
  /** The outcome of each test that the text holds. */
  judged: (program: string, tests: string, options?: Options) => Promise<TestOutcome[]>;
  /** The same of a text that holds one test. */
  judgedOne: (program: string, tests: string) => Promise<TestOutcome>;
};

/** Judging with one interpreter for all tests and, unless told otherwise, one for all programs. */
export async function startJudging(): Promise<Judging> {
  const judge = await NodeInterpreter.start();
  const worker = await NodeInterpreter.start();
  const judged = async (program: string, tests: string, options: Options = {}) => {
    const discovery = await judge.call("discover", { program, tests }, { seconds: 10 });
    if (discovery.kind !== "found") throw new Error(discovery.message);
    const { outcomes, versions } = await judgeTests({
      program,
      tests,
      units: discovery.tests,
      judges: sharing(judge),
      source: options.source ?? sharing(worker),
      limits: { ...defaultLimits, seconds: options.seconds ?? 1 },
    });
    expect(versions).not.toBeNull();
    return outcomes;
  };
  return {
    worker,
    judged,
    judgedOne: async (program, tests) => {
      const [outcome, ...others] = await judged(program, tests);
      expect(others).toEqual([]);
      if (!outcome) throw new Error("no outcome");
      return outcome;
    },
  };
}
