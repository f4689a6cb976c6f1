import { z } from "zod";
import { readRows } from "./rows";

/** What is used of a row of EvalPlus; Python reads the rest. */
const hiddenSchema = z.object({
  /** Such as `HumanEval/0` or `Mbpp/2`. */
  task_id: z.string(),
  entry_point: z.string(),
  prompt: z.string(),
  canonical_solution: z.string(),
  base_input: z.array(z.unknown()),
  plus_input: z.unknown(),
});

/**
 * Rows of EvalPlus (arXiv:2305.01210) by task. They stay text: Python reads their inputs, for JSON's
 * numbers are not JavaScript's.
 * @throws BrokenRow for the first line that is no such row.
 */
export function hiddenRows(jsonl: string): ReadonlyMap<string, string> {
  const rows = readRows(jsonl, hiddenSchema, "EvalPlus");
  return new Map(rows.map(({ row, text }) => [row.task_id, text]));
}
