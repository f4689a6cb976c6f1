import type { z } from "zod";

/** A line of a data set that cannot be used; `line` counts from 1, the message says why. */
export class BrokenRow extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = "BrokenRow";
  }
}

/** A row with the text that it was read from. */
export type ReadRow<T> = { row: T; text: string };

/**
 * The rows of JSON lines; empty lines are none. `shape` says in words what a row should be.
 * @throws BrokenRow for the first line that is not JSON, or no such row.
 */
export function readRows<Schema extends z.ZodType>(
  jsonl: string,
  schema: Schema,
  shape: string,
): ReadRow<z.output<Schema>>[] {
  const lines = jsonl.replace(/^\uFEFF/, "").split("\n");
  return lines.flatMap((text, index) => {
    if (text.trim() === "") return [];
    const row = parsed(text, index + 1);
    const found = schema.safeParse(row);
    if (found.success) return [{ row: found.data, text }];
    throw new BrokenRow(index + 1, `It is no row of ${shape}${told(found.error, row)}.`);
  });
}

/** What is wrong with a row; of several shapes none fits, so that its own fields tell more. */
function told({ issues: [issue] }: z.ZodError, row: unknown): string {
  if (issue && issue.path.length > 0) return ` (${issue.path.join(".")}: ${issue.message})`;
  const fields = typeof row === "object" && row !== null ? Object.keys(row) : [];
  return fields.length > 0 ? `: its fields are ${fields.join(", ")}` : "";
}

/** Numbers that Python writes into JSON, and strings, which may hold the same words. */
const pythonNumber = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

function parsed(text: string, line: number): unknown {
  const plain = text.replace(pythonNumber, (one) => (one.startsWith('"') ? one : "null"));
  try {
    return JSON.parse(plain);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BrokenRow(line, `It is not JSON: ${why}.`);
  }
}
