import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readBugs, type Bug } from "../../src/domain/datasets/bug";
import { hiddenRows } from "../../src/domain/datasets/hiddenRows";

const datasets = join(fileURLToPath(import.meta.url), "../../../../shared/datasets");
const files = [
  { file: "humanevalpack-python-even.jsonl", hidden: "humanevalplus-mini-even.jsonl" },
  { file: "quixbugs-python-first10.jsonl", hidden: null },
  { file: "mbpp-llm-bugs-even.jsonl", hidden: "mbppplus-even.jsonl" },
];

/** Bugs with their hidden inputs, a row of EvalPlus as text, null where the set has none. */
export type BugSet = { file: string; bugs: { bug: Bug; row: string | null }[] };

/**
 * The shared data sets whose names have `only` in them; of a set with hidden inputs only the bugs
 * that have some. Says so and gives none where the folder is missing.
 */
export function sharedSets(only: string): BugSet[] {
  if (!existsSync(datasets)) {
    console.log(`skipped: no ${datasets}`);
    return [];
  }
  const read = (name: string) => readFileSync(join(datasets, name), "utf8");
  return files
    .filter(({ file }) => file.includes(only))
    .map(({ file, hidden }) => {
      const rows = hidden === null ? null : hiddenRows(read(hidden));
      const bugs = readBugs(read(file)).map((bug) => ({
        bug,
        row: rows?.get(bug.hiddenId ?? "") ?? null,
      }));
      return { file, bugs: bugs.filter(({ row }) => rows === null || row !== null) };
    });
}
