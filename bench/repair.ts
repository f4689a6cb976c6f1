import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bugSchema, type Bug } from "../src/domain/datasets/bug";
import { hiddenRows } from "../src/domain/datasets/hiddenRows";
import type { RepairRequest } from "../src/domain/engine";
import { defaultLimits } from "../src/domain/limits";
import type { Interpreter, InterpreterSource } from "../src/python/interpreter";
import { recordTrace } from "../src/python/recordTrace";
import { createSearchEngine } from "../src/python/search/engine";
import { reusedProcess } from "./processInterpreter";

const datasets = join(fileURLToPath(import.meta.url), "../../../shared/datasets");
const sets = [
  { file: "humanevalpack-python-even.jsonl", hidden: "humanevalplus-mini-even.jsonl" },
  { file: "quixbugs-python-first10.jsonl", hidden: null },
  { file: "mbpp-llm-bugs-even.jsonl", hidden: "mbppplus-even.jsonl" },
];
const limits = { ...defaultLimits, seconds: 2, steps: 2_000, output: 20_000 };
const hiddenSeconds = 10;

/** What an engine is given for a bug: the outcomes and the trace of its program. */
async function requestFor(bug: Bug, interpreter: Interpreter): Promise<RepairRequest> {
  const source = { program: bug.program, tests: bug.tests };
  const discovery = await interpreter.call("discover", source, { seconds: 30 });
  if (discovery.kind !== "found") throw new Error(`${bug.id}: ${discovery.message}`);
  const outcomes = [];
  for (const { id } of discovery.tests) {
    const args = { ...source, test: id, limits };
    outcomes.push(await interpreter.call("together", args, { seconds: 30 }));
  }
  const failing = outcomes.find(({ status }) => status !== "passed");
  const test = failing?.testId ?? null;
  const trace = await recordTrace(interpreter, { ...source, test, limits });
  const provenance = { source: "user" as const, reference: bug.id };
  const { id, instruction } = bug;
  const problem = { id, title: id, instruction, ...source, provenance };
  return { problem, tests: discovery.tests, outcomes, trace };
}

type Measured = { fixes: string[]; tried: number; seconds: number; note: string };

async function search(
  request: RepairRequest,
  source: InterpreterSource,
  budget: number,
): Promise<Measured> {
  const began = performance.now();
  const found: Measured = { fixes: [], tried: 0, seconds: 0, note: "" };
  for await (const event of createSearchEngine(source).propose(
    request,
    AbortSignal.timeout(budget * 1000),
  )) {
    if (event.type === "progress") found.tried = event.tried;
    if (event.type === "proposal") found.fixes.push(event.proposal.fix);
    if (event.type === "exhausted") found.note = event.note;
    if (event.type === "failed") found.note = event.failure.what;
  }
  return { ...found, seconds: (performance.now() - began) / 1000 };
}

/** Which of the fixes, of three at most, are right on the hidden inputs. */
async function rightOnes(
  fixes: readonly string[],
  row: string,
  source: InterpreterSource,
): Promise<boolean[]> {
  const right = [];
  for (const program of fixes.slice(0, 3)) {
    const interpreter = await source.fresh();
    const args = { program, row, seconds: hiddenSeconds };
    const { inputs, agreed } = await interpreter.call("agree", args, {
      seconds: 3 * hiddenSeconds,
    });
    right.push(agreed === inputs);
  }
  return right;
}

async function measure({ file, hidden }: (typeof sets)[number], budget: number): Promise<void> {
  const read = (name: string) => readFileSync(join(datasets, name), "utf8");
  const rows = hidden === null ? null : hiddenRows(read(hidden));
  const bugs = read(file)
    .trim()
    .split("\n")
    .map((line) => bugSchema.parse(JSON.parse(line)))
    .filter(({ hiddenId }) => rows === null || rows.has(hiddenId ?? ""));
  const source = reusedProcess();
  const sum = { plausible: 0, first: 0, any: 0, seconds: 0, tried: 0 };
  for (const bug of bugs) {
    const request = await requestFor(bug, await source.fresh());
    const { fixes, tried, seconds, note } = await search(request, source, budget);
    const row = rows?.get(bug.hiddenId ?? "");
    const right = row === undefined ? [] : await rightOnes(fixes, row, source);
    sum.plausible += fixes.length > 0 ? 1 : 0;
    sum.first += right[0] ? 1 : 0;
    sum.any += right.includes(true) ? 1 : 0;
    sum.seconds += seconds;
    sum.tried += tried;
    const verdicts = right.map((one) => (one ? "right" : "wrong")).join(" ");
    console.log(
      `${bug.id}: ${fixes.length} plausible ${verdicts}, ${seconds.toFixed(1)} s. ${note}`,
    );
  }
  source.close();
  console.log(
    `${file}, ${budget} s each: of ${bugs.length}, ${sum.plausible} plausible` +
      (rows === null ? "" : `, first right ${sum.first}, one of three right ${sum.any}`) +
      `; ${Math.round(sum.tried / sum.seconds)} candidates a second`,
  );
}

/** For each of the data sets' bugs: what the search finds, and whether it is right on hidden inputs. */
export async function repair(): Promise<void> {
  if (!existsSync(datasets)) {
    console.log(`skipped: no ${datasets}`);
    return;
  }
  const budget = Number(process.env["REPAIR_SECONDS"] ?? 10);
  const only = process.env["REPAIR_SET"] ?? "";
  for (const set of sets) {
    if (set.file.includes(only)) await measure(set, budget);
  }
}
