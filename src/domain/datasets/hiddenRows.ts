import { z } from "zod";

/** The name of a task in a set of hidden inputs, such as `HumanEval/0` or `Mbpp/2`. */
const namedSchema = z.object({ task_id: z.string() });

/**
 * Rows of EvalPlus (arXiv:2305.01210) by task. They stay text: Python reads their inputs, for JSON's
 * numbers are not JavaScript's.
 * @throws z.ZodError, SyntaxError for a line that is no such row.
 */
export function hiddenRows(jsonl: string): ReadonlyMap<string, string> {
  const rows = jsonl.split("\n").filter((line) => line.trim() !== "");
  return new Map(rows.map((row) => [namedSchema.parse(JSON.parse(row)).task_id, row]));
}
