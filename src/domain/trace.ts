import { z } from "zod";

/** Which of the two texts a line number counts in. */
export const placeSchema = z.enum(["program", "tests"]);
export type Place = z.infer<typeof placeSchema>;

/** A variable that a line changed, with its bounded repr; `__return__`, `__yield__` and `__exception__` too. */
const changeSchema = z.object({ name: z.string(), value: z.string() });

/** The call that a step belongs to: `call` counts calls from 0 in the order they began, `depth` from 0. */
const frameSchema = z.object({
  call: z.number().int().nonnegative(),
  function: z.string(),
  depth: z.number().int().nonnegative(),
});

/** One line that ran and changed something. Ordinals count such steps from 0. */
export const stepSchema = z.object({
  ordinal: z.number().int().nonnegative(),
  place: placeSchema,
  line: z.number().int().positive(),
  frame: frameSchema,
  changes: z.array(changeSchema).min(1),
});
export type Step = z.infer<typeof stepSchema>;

/** A place in one of the two texts. */
const locationSchema = z.object({ place: placeSchema, line: z.number().int().positive() });

/** How a run ended. A user program's failure is data; each end comes with the trace so far. */
export const runEndSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("finished") }),
  z.object({
    kind: z.literal("raised"),
    type: z.string(),
    message: z.string(),
    at: locationSchema.nullable(),
    traceback: z.string(),
  }),
  z.object({
    kind: z.literal("syntaxError"),
    message: z.string(),
    at: locationSchema,
    column: z.number().int().nonnegative(),
  }),
  z.object({ kind: z.literal("timedOut"), seconds: z.number() }),
  z.object({ kind: z.literal("stepLimit"), steps: z.number().int() }),
  z.object({ kind: z.literal("outputLimit"), characters: z.number().int() }),
  z.object({ kind: z.literal("crashed"), message: z.string() }),
  z.object({ kind: z.literal("stopped") }),
]);
export type RunEnd = z.infer<typeof runEndSchema>;

/** Times each line ran, keyed by its number as text. */
const hitsSchema = z.record(z.string(), z.number().int().positive());

/** The ordered steps of one program under one test, and how the run ended. */
export const traceSchema = z.object({
  version: z.literal(1),
  testId: z.string().nullable(),
  end: runEndSchema,
  steps: z.array(stepSchema),
  hits: z.object({ program: hitsSchema, tests: hitsSchema }),
  /** Bounded standard output and error, in the order printed. */
  output: z.string(),
});
export type Trace = z.infer<typeof traceSchema>;

/** A trace with nothing in it, for a run whose interpreter died before it could report. */
export function emptyTrace(testId: string | null, end: RunEnd): Trace {
  return { version: 1, testId, end, steps: [], hits: { program: {}, tests: {} }, output: "" };
}
