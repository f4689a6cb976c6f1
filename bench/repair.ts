import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { defaultLimits } from "../src/domain/limits";
import type { RepairRequest } from "../src/domain/engine";
import type { Interpreter } from "../src/python/interpreter";
import { recordTrace } from "../src/python/recordTrace";
import { createSearchEngine } from "../src/python/search";
import { reusedProcess } from "./processInterpreter";

const datasets = join(fileURLToPath(import.meta.url), "../../../shared/datasets");
const file = join(datasets, "humanevalpack-python-even.jsonl");
const limits = { ...defaultLimits, seconds: 2, steps: 2_000, output: 20_000 };

const rowSchema = z.object({
  task_id: z.string(),
  instruction: z.string(),
  declaration: z.string(),
  buggy_solution: z.string(),
  test_setup: z.string().default(""),
  test: z.string(),
});
type Row = z.infer<typeof rowSchema>;

/** What an engine is given for a row: the outcomes and the trace of its buggy program. */
async function requestFor(row: Row, interpreter: Interpreter): Promise<RepairRequest> {
  const source = {
    program: row.declaration + row.buggy_solution,
    tests: `${row.test_setup}\n${row.test}`,
  };
  const discovery = await interpreter.call("discover", source, { seconds: 30 });
  if (discovery.kind !== "found") throw new Error(`${row.task_id}: ${discovery.message}`);
  const outcomes = [];
  for (const { id } of discovery.tests) {
    outcomes.push(
      await interpreter.call("together", { ...source, test: id, limits }, { seconds: 30 }),
    );
  }
  const failing = outcomes.find(({ status }) => status !== "passed");
  const test = failing?.testId ?? null;
  const trace = await recordTrace(interpreter, { ...source, test, limits });
  const provenance = { source: "user" as const, reference: row.task_id };
  const { task_id: id, instruction } = row;
  const problem = { id, title: id, instruction, ...source, provenance };
  return { problem, tests: discovery.tests, outcomes, trace };
}

/** Prints, for each of the data set's bugs, whether the search finds a plausible single edit. */
export async function repair(): Promise<void> {
  if (!existsSync(file)) {
    console.log(`skipped: no ${file}`);
    return;
  }
  const rows = readFileSync(file, "utf8").trim().split("\n");
  const processes = reusedProcess();
  const engine = createSearchEngine(processes);
  let repaired = 0;
  let firstTried = 0;
  for (const line of rows) {
    const row = rowSchema.parse(JSON.parse(line));
    const request = await requestFor(row, await processes.fresh());
    const began = performance.now();
    let tried = 0;
    let first: number | null = null;
    let note = "";
    for await (const event of engine.propose(request, new AbortController().signal)) {
      if (event.type === "progress") tried = event.tried;
      if (event.type === "proposal") first ??= tried;
      if (event.type === "exhausted") note = event.note;
      if (event.type === "failed") note = event.failure.what;
    }
    if (first !== null) {
      repaired += 1;
      firstTried += first;
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${row.task_id}: ${first === null ? "no" : "repaired"}, ${seconds} s. ${note}`);
  }
  processes.close();
  const mean = repaired === 0 ? 0 : Math.round(firstTried / repaired);
  console.log(`${repaired} of ${rows.length} have a plausible single edit`);
  console.log(`candidates before the first, as reported: ${mean} on average`);
}
