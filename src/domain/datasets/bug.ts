import { z } from "zod";
import { readRows } from "./rows";

/** A buggy program of a published data set, with the tests that it fails. */
export type Bug = {
  /** As the data set has it. */
  id: string;
  /** What the program is for; empty where the set does not say. */
  instruction: string;
  program: string;
  tests: string;
  /** The function that the tests call. */
  entry: string;
  /** A right program. */
  reference: string;
  /** The task in a set of hidden inputs (`hiddenRows`); null where there is none. */
  hiddenId: string | null;
};

/** HumanEvalPack's HumanEvalFix (OctoPack, arXiv:2308.07124). */
const humanEvalPack = z
  .object({
    task_id: z.string(),
    declaration: z.string(),
    buggy_solution: z.string(),
    canonical_solution: z.string(),
    entry_point: z.string(),
    instruction: z.string(),
    test: z.string(),
    test_setup: z.string().optional(),
  })
  .transform((row): Bug => ({
    id: row.task_id,
    instruction: row.instruction,
    program: row.declaration + row.buggy_solution,
    tests: row.test_setup ? `${row.test_setup}\n${row.test}` : row.test,
    entry: row.entry_point,
    reference: row.declaration + row.canonical_solution,
    hiddenId: row.task_id.replace(/^Python\//, "HumanEval/"),
  }));

/** QuixBugs (Lin et al. 2017). */
const quixBugs = z
  .object({
    name: z.string(),
    buggy_program: z.string(),
    solution: z.string(),
    docstring: z.string().default(""),
    tests: z.string(),
  })
  .transform((row): Bug => ({
    id: row.name,
    instruction: row.docstring.replaceAll('"""', "").trim(),
    program: row.buggy_program,
    tests: row.tests,
    entry: row.name,
    reference: row.solution,
    hiddenId: null,
  }));

/** Wrong programs that models wrote for MBPP (arXiv:2108.07732), and those that we make of right ones. */
const mbppBug = z
  .object({
    id: z.string(),
    /** Of ours the task's whole name, since it need not be one of MBPP. */
    task_id: z.union([z.number().int(), z.string()]),
    text: z.string(),
    buggy_program: z.string(),
    test_setup_code: z.string(),
    test_list: z.array(z.string()),
    entry_point: z.string(),
    reference: z.string(),
    hidden_usable: z.boolean().default(true),
  })
  .transform((row): Bug => ({
    id: row.id,
    instruction: row.text,
    program: row.buggy_program,
    tests: [...(row.test_setup_code ? [row.test_setup_code] : []), ...row.test_list, ""].join("\n"),
    entry: row.entry_point,
    reference: row.reference,
    hiddenId: row.hidden_usable ? taskName(row.task_id) : null,
  }));

const taskName = (id: number | string) => (typeof id === "number" ? `Mbpp/${String(id)}` : id);

/** A row of any of the sets, as it was published. */
export const bugSchema = z.union([humanEvalPack, quixBugs, mbppBug]);

/**
 * The bugs of a data set, in its order.
 * @throws BrokenRow for the first line that is no such row.
 */
export function readBugs(jsonl: string): Bug[] {
  const shape = "HumanEvalPack (Python), QuixBugs or mbpp-llm-bugs";
  return readRows(jsonl, bugSchema, shape).map(({ row }) => row);
}
