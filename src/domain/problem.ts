import { z } from "zod";
import { surroundingsSchema } from "./surroundings";

/** Where a problem came from: one of our examples, the user's own text, or a link. */
export const provenanceSchema = z.object({
  source: z.enum(["example", "user", "link"]),
  /** The example's id, or empty. */
  reference: z.string(),
});

/**
 * The paper's tuple (NExT, arXiv:2404.14662, section 2): instruction x, buggy program ỹ and tests T.
 * `tests` is the text of the Tests box; `python/py/tracemend/discover.py` takes it apart.
 */
export const problemSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  instruction: z.string(),
  program: z.string(),
  tests: z.string(),
  provenance: provenanceSchema,
  /** What the program runs with besides its text; absent for nothing. */
  surroundings: surroundingsSchema.optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** The parts of a problem that a user edits. */
export type ProblemText = Pick<Problem, "instruction" | "program" | "tests">;
export type ProblemField = keyof ProblemText;
