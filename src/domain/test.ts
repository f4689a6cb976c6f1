import { z } from "zod";
import { explanationSchema } from "./explanation";

/**
 * The kinds of checkable unit that the workbench takes. `check` is an assert inside HumanEval's
 * `def check(candidate)`; `program` stands for the program alone when there are no tests: it passes
 * when it runs to its end without an exception.
 */
const testKindSchema = z.enum([
  "assert",
  "function",
  "unittest",
  "doctest",
  "check",
  "stdio",
  "program",
]);

/**
 * How far the judging is out of the judged program's reach (DESIGN: judging semantics).
 * `apart`: the expected values never enter the program's interpreter. `together`: they do; `reason`
 * says why in words for the user.
 */
export const judgingSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("apart") }),
  z.object({ kind: z.literal("together"), reason: z.string() }),
]);
export type Judging = z.infer<typeof judgingSchema>;

/** One checkable unit. Lines are 1-based and inclusive, in the text that `place` names. */
export const testSchema = z.object({
  id: z.string(),
  kind: testKindSchema,
  name: z.string(),
  place: z.enum(["program", "tests"]),
  line: z.number().int().positive(),
  endLine: z.number().int().positive(),
  text: z.string(),
  judging: judgingSchema,
});
export type Test = z.infer<typeof testSchema>;

/** What was found in a Tests box: the tests, or the line on which it could not be read. */
export const discoverySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("found"), tests: z.array(testSchema) }),
  z.object({
    kind: z.literal("unreadable"),
    place: z.enum(["program", "tests"]),
    line: z.number().int().positive(),
    column: z.number().int().nonnegative(),
    message: z.string(),
    explanation: explanationSchema.optional(),
    /** The error as Python prints it. */
    traceback: z.string().optional(),
  }),
]);
export type Discovery = z.infer<typeof discoverySchema>;

export const testStatusSchema = z.enum([
  "passed",
  "failed",
  "raised",
  "syntaxError",
  "timedOut",
  "outputLimit",
  "memoryLimit",
  "crashed",
  "stopped",
]);
export type TestStatus = z.infer<typeof testStatusSchema>;

/** What one test showed. `expected` and `actual` are bounded reprs where the test compares two values. */
export const testOutcomeSchema = z.object({
  testId: z.string(),
  status: testStatusSchema,
  /** One line in plain words, empty when the test passed. */
  message: z.string(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  /** What the program printed under this test, bounded. */
  output: z.string(),
  judging: judgingSchema,
});
export type TestOutcome = z.infer<typeof testOutcomeSchema>;
