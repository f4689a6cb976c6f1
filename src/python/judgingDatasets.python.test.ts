import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defaultLimits } from "../domain/limits";
import type { Test } from "../domain/test";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { sharing } from "../testing/sharedInterpreter";
import type { Interpreter } from "./interpreter";
import { judgeTests } from "./judging";

const folder = "../shared/datasets";

function rows<S extends z.ZodType>(file: string, schema: S): z.infer<S>[] {
  return readFileSync(`${folder}/${file}`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

describe.skipIf(!existsSync(folder))(`the data sets in ${folder} (skipped when missing)`, () => {
  let judge: Interpreter;
  let worker: Interpreter;
  beforeAll(async () => {
    judge = await NodeInterpreter.start();
    worker = await NodeInterpreter.start();
  });

  const counts = { apart: 0, together: 0 };
  const reasons: string[] = [];
  async function statuses(
    program: string,
    tests: string,
    seconds = 5,
    together = false,
  ): Promise<string[]> {
    const discovery = await judge.call("discover", { program, tests }, { seconds: 10 });
    if (discovery.kind !== "found") return [discovery.message];
    const { outcomes } = await judgeTests({
      program,
      tests,
      units: together ? discovery.tests.map(besideTheProgram) : discovery.tests,
      judges: sharing(judge),
      source: sharing(worker),
      limits: { ...defaultLimits, seconds },
    });
    for (const { judging } of together ? [] : outcomes) {
      counts[judging.kind] += 1;
      if (judging.kind === "together") reasons.push(judging.reason);
    }
    return outcomes.map(({ status, message }) => (status === "passed" ? status : message));
  }
  const besideTheProgram = (test: Test): Test => ({
    ...test,
    judging: { kind: "together", reason: "for comparison" },
  });
  const allPass = (found: string[]) =>
    found.length > 0 && found.every((status) => status === "passed");

  it("judges HumanEvalPack right", { timeout: 300_000 }, async () => {
    const schema = z.object({
      task_id: z.string(),
      declaration: z.string(),
      canonical_solution: z.string(),
      buggy_solution: z.string(),
      test: z.string(),
    });
    const wrong: unknown[] = [];
    for (const row of rows("humanevalpack-python-even.jsonl", schema)) {
      const right = await statuses(row.declaration + row.canonical_solution, row.test);
      if (!allPass(right)) wrong.push([row.task_id, "right", right]);
      const buggy = await statuses(row.declaration + row.buggy_solution, row.test, 0.3);
      if (allPass(buggy)) wrong.push([row.task_id, "buggy", buggy]);
    }
    expect(wrong).toEqual([]);
    console.info("HumanEvalPack", counts);
  });

  it("judges QuixBugs and MBPP right", { timeout: 300_000 }, async () => {
    const quix = z.object({
      name: z.string(),
      solution: z.string(),
      buggy_program: z.string(),
      tests: z.string(),
    });
    const mbpp = z.object({
      id: z.string(),
      task_id: z.number(),
      reference: z.string(),
      test_setup_code: z.string(),
      test_list: z.array(z.string()),
    });
    const wrong: unknown[] = [];
    for (const row of rows("quixbugs-python-first10.jsonl", quix)) {
      const right = await statuses(row.solution, row.tests);
      if (!allPass(right)) wrong.push([row.name, "right", right]);
      const buggy = await statuses(row.buggy_program, row.tests, 0.3);
      if (allPass(buggy)) wrong.push([row.name, "buggy", buggy]);
      const together = await statuses(row.buggy_program, row.tests, 0.3, true);
      const passing = (found: string[]) => found.map((status) => status === "passed");
      expect([row.name, passing(buggy)]).toEqual([row.name, passing(together)]);
    }
    const tasks = new Map(
      rows("mbpp-llm-bugs-even.jsonl", mbpp).map((row) => [row.task_id, row] as const),
    );
    for (const row of tasks.values()) {
      const tests = [row.test_setup_code, ...row.test_list].join("\n");
      const right = await statuses(row.reference, tests);
      if (!allPass(right)) wrong.push([row.id, right]);
    }
    expect(wrong).toEqual([]);
    console.info("with QuixBugs and MBPP", counts);
    // Tests that make objects of classes of their own and pass them to the program.
    expect(
      new Set(reasons.filter((reason) => !reason.includes("a Node is no plain value"))),
    ).toEqual(new Set());
  });
});
