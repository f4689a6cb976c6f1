import { z } from "zod";

/** Bounds of one run. */
export const limitsSchema = z.object({
  /** Wall-clock seconds for one test. */
  seconds: z.number().positive(),
  /** Steps of which a trace keeps every one; past them each line keeps its first and last ones. */
  steps: z.number().int().positive(),
  /** Characters of kept output. */
  output: z.number().int().positive(),
  /** Mebibytes that a program may take beyond what the interpreter needs. */
  memory: z.number().positive().default(512),
  /** Calls that may be open at once, as `sys.setrecursionlimit` counts them. */
  recursion: z.number().int().positive().default(1000),
});
export type Limits = z.infer<typeof limitsSchema>;

export const defaultLimits: Limits = limitsSchema.parse({
  seconds: 5,
  steps: 200_000,
  output: 100_000,
});
