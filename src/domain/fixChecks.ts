import { z } from "zod";

/**
 * Where a fix seems to answer its tests by heart: a literal of the tests which it has and the buggy
 * program has not. `note` may have another reason, a label such as "Yes" for one.
 */
const hardCodingSchema = z.object({
  /** In the fix, from 1. */
  line: z.number().int().positive(),
  severity: z.enum(["warning", "note"]),
  /** After "On line 3 it …": "returns the test's answer 42". */
  words: z.string(),
});
export type HardCoding = z.infer<typeof hardCodingSchema>;
export const hardCodingsSchema = z.array(hardCodingSchema);

/**
 * What the buggy program and its fix do with changed inputs of the tests that already passed.
 * Information only: a difference may be what the fix is for.
 */
export const contrastSchema = z.object({
  /** Changed calls that could be compared, and those on which both agree. */
  compared: z.number().int().nonnegative(),
  agreed: z.number().int().nonnegative(),
  /** Calls on which the buggy program differs from itself when it is run again. */
  unstable: z.number().int().nonnegative(),
  /** The shortest calls that differ, with both answers in words. */
  examples: z.array(z.object({ call: z.string(), before: z.string(), after: z.string() })),
});
export type Contrast = z.infer<typeof contrastSchema>;
