import { beforeAll, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import type { Test, TestOutcome } from "../domain/test";
import type { JudgingShape } from "../testing/judgingShape";
import { judgingShapes } from "../testing/judgingShapes";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { sharing } from "../testing/sharedInterpreter";
import type { Interpreter } from "./interpreter";
import { judgeTests } from "./judging";

let judge: Interpreter;
let worker: Interpreter;

beforeAll(async () => {
  // One for both: these programs leave it as it was.
  judge = worker = await NodeInterpreter.start();
});

async function outcomes(program: string, tests: string, together: boolean): Promise<TestOutcome[]> {
  const discovery = await judge.call("discover", { program, tests }, { seconds: 10 });
  if (discovery.kind !== "found") throw new Error(discovery.message);
  const units = together ? discovery.tests.map(besideTheProgram) : discovery.tests;
  const { outcomes: found } = await judgeTests({
    program,
    tests,
    units,
    judges: sharing(judge),
    source: sharing(worker),
    limits: { ...defaultLimits, seconds: 10 },
  });
  return found;
}

const besideTheProgram = (test: Test): Test => ({
  ...test,
  judging: { kind: "together", reason: "for comparison" },
});

const passing = (found: TestOutcome[]) => found.map(({ status }) => status === "passed");

it.each(judgingShapes)("judges $name", async (shape: JudgingShape) => {
  for (const program of [shape.right, shape.wrong]) {
    const apart = await outcomes(program, shape.tests, false);
    const together = await outcomes(program, shape.tests, true);
    expect({ program, ...shown(apart), passing: passing(apart) }).toEqual({
      program,
      ...shown(apart),
      passing: passing(together),
    });
    if (program === shape.right) expect(passing(apart)).not.toContain(false);
    else expect(passing(apart)).toContain(false);
    if (program === shape.right || shape.together === undefined) expectJudging(shape, apart);
  }
});

function shown(found: TestOutcome[]): object {
  return { found: found.map(({ status, message, judging }) => [status, message, judging]) };
}

function expectJudging(shape: JudgingShape, found: TestOutcome[]): void {
  for (const { judging } of found) {
    expect(judging).toEqual(
      shape.together === undefined
        ? { kind: "apart" }
        : { kind: "together", reason: expect.stringContaining(shape.together) as unknown },
    );
  }
}
