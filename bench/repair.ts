import type { MeasuredBug } from "../src/cli/bench/benchBug";
import { taskWords, totalsOf, totalsWords } from "../src/cli/bench/benchReport";
import { median } from "./browser";
import { hostsOf, type MeasureBug } from "./repair/hosts";
import { sharedSets, type BugSet } from "./repair/sets";

/** What the totals leave out: how soon there is a patch, and how good the first ones are. */
function more(measured: readonly MeasuredBug[]): string {
  const soon = measured.flatMap(({ firstSeconds }) => firstSeconds ?? []);
  const firsts = measured.flatMap(({ task }) => task.patches[0] ?? []);
  const offered = firsts.filter(({ grade, hidden }) => grade !== "unlikely" && hidden !== null);
  const right = offered.filter(({ hidden }) => hidden?.right);
  return [
    `median ${median(soon).toFixed(1)} s to the first patch`,
    ...(offered.length > 0
      ? [`of ${offered.length} first patches not called unlikely ${right.length} right`]
      : []),
  ].join("; ");
}

async function measureSet(
  { file, bugs }: BugSet,
  budget: number,
  { title, measureBug }: { title: string; measureBug: MeasureBug },
): Promise<void> {
  const measured: MeasuredBug[] = [];
  for (const { bug, row } of bugs) {
    const one = await measureBug(bug, row, budget);
    measured.push(one);
    console.log(taskWords(one.task));
  }
  const withHidden = new Set(bugs.filter(({ row }) => row !== null).map(({ bug }) => bug.id));
  const tasks = measured.map(({ task }) => task);
  const totals = totalsOf(tasks, (id) => withHidden.has(id));
  console.log(`${title}, ${file}, ${budget} s each: ${totalsWords(totals)}; ${more(measured)}`);
}

/**
 * For each of the data sets' bugs: what the search finds, and whether it is right on hidden inputs.
 * `REPAIR_SECONDS`: budgets (`2,5,10,30`); `REPAIR_SET`: a part of a set's name; `REPAIR_WHERE`:
 * `node`, `chromium` or `both`.
 */
export async function repair(): Promise<void> {
  const budgets = (process.env["REPAIR_SECONDS"] ?? "10").split(",").map(Number);
  const sets = sharedSets(process.env["REPAIR_SET"] ?? "");
  for (const { title, within } of hostsOf(process.env["REPAIR_WHERE"] ?? "both")) {
    await within(async (measureBug) => {
      for (const set of sets) {
        for (const budget of budgets) await measureSet(set, budget, { title, measureBug });
      }
    });
  }
}
