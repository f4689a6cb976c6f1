import { basename } from "node:path";
import { readBugs, type Bug } from "../../domain/datasets/bug";
import { hiddenRows } from "../../domain/datasets/hiddenRows";
import { ProcessRuntime } from "../../python/process/processRuntime";
import { ReusedProcesses } from "../../python/process/reusedProcesses";
import type { BenchRepairCommand } from "../arguments";
import { BadUsage } from "../badUsage";
import { rowsOf } from "../files";
import { benchBug, type BenchedBug } from "./benchBug";
import { taskWords, totalsOf, type BenchReport } from "./benchReport";

/**
 * Repairs each bug of a data set. `tell` is given a line for each as it is done.
 * @throws BadUsage for files that cannot be read, or that have a line which is no such row.
 */
export async function benchRepair(
  { dataset, hidden, limit, budget }: BenchRepairCommand,
  tell: (line: string) => void,
): Promise<BenchReport> {
  const all = rowsOf(dataset, readBugs);
  if (all.length === 0) throw new BadUsage(`${dataset} has no rows.`);
  const rows = hidden === null ? new Map<string, string>() : rowsOf(hidden, hiddenRows);
  const bugs = all.slice(0, limit ?? all.length);
  const rowOf = ({ hiddenId }: Bug) => (hiddenId === null ? null : (rows.get(hiddenId) ?? null));
  const tasks: BenchedBug[] = [];
  await withReusedProcesses(async (runtime) => {
    for (const bug of bugs) {
      const { task } = await benchBug(runtime, bug, rowOf(bug), budget);
      tasks.push(task);
      tell(`${tasks.length} of ${bugs.length}: ${taskWords(task)}`);
    }
  });
  const judged = new Set(bugs.filter((bug) => rowOf(bug) !== null).map(({ id }) => id));
  return {
    dataset: basename(dataset),
    budget,
    tasks,
    totals: totalsOf(tasks, (id) => judged.has(id)),
  };
}

/** A runtime whose processes serve one bug after the other; they are ended afterwards. */
export async function withReusedProcesses(
  use: (runtime: ProcessRuntime) => Promise<void>,
): Promise<void> {
  const sources = { judges: new ReusedProcesses(), programs: new ReusedProcesses() };
  const runtime = new ProcessRuntime(sources);
  try {
    await use(runtime);
  } finally {
    runtime.end();
    sources.judges.close();
    sources.programs.close();
  }
}
