import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ProcessRuntime } from "../python/process/processRuntime";
import { ReusedProcesses } from "../python/process/reusedProcesses";
import { tracemend } from "../testing/tracemendCommand";
import { parseCommand } from "./arguments";
import { isRepaired, repairedJson, repairedWords, repairProgram, type Repaired } from "./repair";

let folder: string;
const processes = { judges: new ReusedProcesses(), programs: new ReusedProcesses() };
const runtime = new ProcessRuntime(processes);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tracemend-repair-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  runtime.end();
  processes.judges.close();
  processes.programs.close();
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const buggy = "def double(n):\n    # twice\n    return n * 3\n";
const tests = "assert double(2) == 4\nassert double(-5) == -10\nassert double(0) == 0\n";
const right = "def double(n):\n    # twice\n    return n * 2\n";

/** The repair of a program with the tests above. */
async function repaired(program: string, text = tests): Promise<Repaired> {
  const files = [write("p.py", program), "--tests", write("t.py", text)];
  const command = parseCommand(["repair", ...files]);
  if (command.kind !== "repair") throw new Error("it was read as another command");
  return repairProgram(command, runtime);
}

describe("the repair command", () => {
  it("shows why, what to change and what proved it", async () => {
    const done = await repaired(buggy);
    expect(isRepaired(done)).toBe(true);
    const words = repairedWords(done);
    expect(words).toMatch(/^Patch 1 of \d\n`double\(2\)` returned `6`/);
    const path = join(folder, "p.py");
    const diff = `--- ${path}\n+++ ${path}\n@@ -2,2 +2,2 @@\n     # twice\n-    return n * 3\n+    return n * 2\n`;
    expect(words).toContain(`\n\n${diff}\nIt passes all 3 tests, judged apart from the program.\n`);
    const json: unknown = JSON.parse(repairedJson(done));
    expect(json).toMatchObject({ repaired: true, note: done.found.note, disagreements: [] });
    expect(json).toHaveProperty("patches.0.diff", diff);
    expect(json).toHaveProperty("patches.0.program", right);
    expect(json).toHaveProperty("patches.0.passed", 3);
  });

  it("finds nothing to repair where all tests pass", async () => {
    const done = await repaired(right);
    expect(isRepaired(done)).toBe(true);
    expect(repairedWords(done)).toBe(
      "There is nothing to repair: the program passes all its tests.\n",
    );
    expect(JSON.parse(repairedJson(done))).toMatchObject({ repaired: false, patches: [] });
  });

  it("says that there is no fix, with a reason", async () => {
    const never = "assert double(1) == 'never'\nassert double(1) == 'ever'\n";
    const done = await repaired("def double(n):\n    return n\n", never);
    expect(isRepaired(done)).toBe(false);
    expect(JSON.parse(repairedJson(done))).toMatchObject({ repaired: false, patches: [] });
    expect(done.found.candidates).toBeGreaterThan(0);
    expect(repairedWords(done)).toBe(`${done.found.note}\n`);
  });

  it("says why it cannot search", async () => {
    const broken = await repaired("def double(n:\n");
    expect(isRepaired(broken)).toBe(false);
    expect(repairedWords(broken)).toMatch(/^The program cannot be read: .*line 1/);
    const untested = await repaired(buggy, "");
    expect(repairedWords(untested)).toMatch(/there is no test of what it should do\.$/m);
  });
});

const row = (name: string, program: string) => ({
  name,
  buggy_program: program,
  solution: right,
  tests,
});
const benchRow = (id: string, task: number) => ({
  id,
  task_id: task,
  text: "Double a number.",
  buggy_program: buggy,
  test_setup_code: "",
  test_list: tests.trim().split("\n"),
  entry_point: "double",
  reference: right,
});
const hiddenRow = {
  task_id: "Mbpp/7",
  entry_point: "double",
  prompt: "",
  canonical_solution: right,
  assertion: tests,
  base_input: [[2]],
  plus_input: [[100], [1.5]],
};
const lines = (...rows: unknown[]) => `${rows.map((one) => JSON.stringify(one)).join("\n")}\n`;

const patchSchema = z.strictObject({
  rank: z.number(),
  diff: z.string(),
  program: z.string(),
  confidence: z.number().nullable(),
  grade: z.string().nullable(),
  hidden: z
    .strictObject({
      ...{ right: z.boolean(), strict: z.boolean(), first: z.unknown() },
      ...{ agreed: z.number(), inputs: z.number(), contested: z.number() },
    })
    .nullable(),
});
const taskSchema = z.strictObject({
  id: z.string(),
  plausible: z.boolean(),
  patches: z.array(patchSchema),
  unlikely: z.array(patchSchema),
  ...{ candidates: z.number(), seconds: z.number(), note: z.string() },
});
const reportSchema = z.strictObject({
  dataset: z.string(),
  budget: z.number(),
  tasks: z.array(taskSchema),
  totals: z.record(z.string(), z.number()),
});

describe("as a user runs it", () => {
  it("bench-repair prints one JSON document, and its progress on standard error", async () => {
    const set = write("set.jsonl", lines(benchRow("a", 7), benchRow("b", 8), row("c", right)));
    const hidden = write("hidden.jsonl", lines(hiddenRow));
    const options = ["--hidden", hidden, "--limit", "2", "--budget", "2", "--json"];
    const { status, stdout, stderr } = await tracemend("bench-repair", set, ...options);
    expect(status).toBe(0);
    const { tasks, totals, ...rest } = reportSchema.parse(JSON.parse(stdout));
    expect(rest).toEqual({ dataset: "set.jsonl", budget: 2 });
    expect(stderr).toMatch(/^1 of 2: a: right.*\n2 of 2: b: plausible.*\n$/);
    expect(tasks.map(({ id, plausible }) => [id, plausible])).toEqual([
      ["a", true],
      ["b", true],
    ]);
    const [judged, unjudged] = tasks.map(({ patches }) => patches[0]);
    expect(judged).toMatchObject({ rank: 1, program: right });
    expect(judged?.hidden).toEqual({
      ...{ right: true, strict: true, agreed: 3, inputs: 3, contested: 0, first: null },
    });
    expect(unjudged?.hidden).toBeNull();
    expect(totals).toMatchObject({ tasks: 2, plausible: 2, hidden: 1, firstRight: 1 });
    expect(Object.keys(totals)).toEqual([
      ...["tasks", "plausible", "hidden", "firstRight", "firstStrict", "anyOfThreeRight"],
      ...["confident", "confidentRight", "candidates", "seconds", "candidatesPerSecond"],
    ]);
  });

  it("a broken line is bad usage, and a program that passes is repaired", async () => {
    const set = write("broken.jsonl", `${lines(row("a", buggy)).repeat(16)}{"name": "b"\n`);
    const passing = [write("right.py", right), "--tests", write("right_tests.py", tests)];
    const [broken, unharmed] = await Promise.all([
      tracemend("bench-repair", set, "--json"),
      tracemend("repair", ...passing),
    ]);
    expect(broken).toMatchObject({ status: 2, stdout: "" });
    expect(broken.stderr).toContain("broken.jsonl, line 17: It is not JSON: ");
    const stdout = "There is nothing to repair: the program passes all its tests.\n";
    expect(unharmed).toEqual({ status: 0, stdout, stderr: "" });
  });
});
