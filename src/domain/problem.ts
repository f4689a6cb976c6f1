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
  /**
   * Tests that the program, an engine and its prompt never see; they decide whether a fix is
   * verified. Empty for none, as in what was stored before they were.
   */
  heldOut: z.string().default(""),
  provenance: provenanceSchema,
  /** What the program runs with besides its text; absent for nothing. */
  surroundings: surroundingsSchema.optional(),
  /**
   * A right program, where one is known: the solution of an exercise. Held out as the held-out tests
   * are; only who edits the problem may ask to see it.
   */
  reference: z.string().min(1).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** What may be seen of a problem by whoever repairs it. */
export type VisibleProblem = Omit<Problem, "heldOut" | "reference">;

/** The problem without its held-out tests and its reference solution. */
export function withoutHeldOut(problem: Problem): VisibleProblem {
  const visible: VisibleProblem & Partial<Problem> = { ...problem };
  delete visible.heldOut;
  delete visible.reference;
  return visible;
}

/** The parts of a problem that a user edits. */
export type ProblemText = Pick<Problem, "instruction" | "program" | "tests" | "heldOut">;
export type ProblemField = keyof ProblemText;
