import { z } from "zod";

/** How hard an injected bug is to find; docs/decisions/0025-bug-injection.md says what each means. */
export const difficulties = ["easy", "medium", "hard"] as const;
export const difficultySchema = z.enum(difficulties);
export type Difficulty = z.infer<typeof difficultySchema>;

/** A buggy program that was made of a correct one. */
export const injectedBugSchema = z.object({
  program: z.string(),
  /** The kind of the slip, such as `comparison`; of two, joined by `and`. */
  family: z.string(),
  /** Lines of the buggy program that are not as they should be, from 1. */
  lines: z.array(z.number().int().positive()),
  difficulty: difficultySchema,
  /** Ids of the tests that fail, at least one, and of those that pass. */
  failing: z.array(z.string()).min(1),
  passing: z.array(z.string()),
  /** Whether a test fails by not coming to an end. */
  hangs: z.boolean(),
  /** What is wrong and which test shows it, as Markdown: the solution in words. */
  why: z.string(),
});
export type InjectedBug = z.infer<typeof injectedBugSchema>;

/** What became of the wish for bugs. Fewer than asked for, or none, where the program has no more. */
export const injectionSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("injected"),
    bugs: z.array(injectedBugSchema),
    /** Candidates that were tried. */
    tried: z.number().int().nonnegative(),
  }),
  /** The program is not one to start from; `why` is a clause. */
  z.object({ kind: z.literal("refused"), why: z.string() }),
]);
export type Injection = z.infer<typeof injectionSchema>;
