import { z } from "zod";
import { problemSchema } from "./problem";
import { promptMessageSchema } from "./prompt";
import { keptTraceSchema } from "./upgradeTrace";
import { verdictSchema } from "./verdict";

/** The software that produced a sample, so that its verdict can be reproduced. */
export const versionsSchema = z.object({
  tracemend: z.string(),
  pyodide: z.string(),
  python: z.string(),
});
export type Versions = z.infer<typeof versionsSchema>;

/** A rationale and a fix that the user accepted, with everything needed to reproduce the verdict. */
export const sampleSchema = z.object({
  version: z.literal(1),
  id: z.string().min(1),
  /** ISO 8601, UTC. */
  acceptedAt: z.string(),
  problem: problemSchema,
  /** The buggy program's trace that the engine was given. */
  trace: keptTraceSchema,
  engine: z.object({ name: z.enum(["search", "endpoint"]), detail: z.string() }),
  /** What was sent to the model; for search, the prompt that a model would have been sent. */
  prompt: z.array(promptMessageSchema),
  rationale: z.string(),
  fix: z.string(),
  verdict: verdictSchema,
  versions: versionsSchema,
});
export type Sample = z.infer<typeof sampleSchema>;
