import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { bugSchema } from "../domain/datasets/bug";
import { ProcessRuntime } from "../python/process/processRuntime";
import { parseCommand } from "./arguments";
import { BadUsage } from "./badUsage";
import { inject } from "./inject";

const runtime = new ProcessRuntime();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tracemend-inject-"));
});
afterAll(() => {
  runtime.end();
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): Promise<boolean> {
  const command = parseCommand(["inject", ...args]);
  if (command.kind !== "inject") throw new Error("it is another command");
  return inject(command, runtime);
}

it("writes rows of bugs that a data set's readers read, and refuses other files", async () => {
  const dataset = join(folder, "set.jsonl");
  const out = join(folder, "bugs.jsonl");
  const row = {
    task_id: "Mbpp/2",
    prompt: '"""\nReturn the larger of two numbers.\n"""\n',
    entry_point: "larger",
    canonical_solution: "\ndef larger(a, b):\n    if a > b:\n        return a\n    return b\n",
    assertion: "\nassert larger(1, 2) == 2\nassert larger(3, 1) == 3\nassert larger(5, 4) == 5\n",
  };
  writeFileSync(dataset, `${JSON.stringify(row)}\n`);
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await run("--dataset", dataset, "--out", out)).toBe(true);
  const told = said.mock.calls.join("\n");
  said.mockRestore();
  expect(told).toContain("1 of 1, Mbpp/2: ");
  expect(told).toContain("1 bug of 1 program.");
  const [bug] = readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => bugSchema.parse(JSON.parse(line)));
  expect(bug).toMatchObject({
    hiddenId: "Mbpp/2",
    reference: row.canonical_solution.trimStart(),
    tests: row.assertion.trimStart(),
  });
  expect(bug?.program).not.toBe(bug?.reference);

  writeFileSync(dataset, '{"task_id": "x"}\n');
  await expect(run("--dataset", dataset)).rejects.toThrow(BadUsage);
});
