import { z } from "zod";
import { explanationSchema } from "./explanation";

/** Which of the two texts a line number counts in. */
export const placeSchema = z.enum(["program", "tests"]);
export type Place = z.infer<typeof placeSchema>;

/** A variable that a line changed, with its bounded repr; `__return__`, `__yield__` and `__exception__` too. */
const changeSchema = z.object({ name: z.string(), value: z.string() });

/** The call that a step belongs to. */
export const frameSchema = z.object({
  /** Counts calls from 0 in the order in which they began. */
  call: z.number().int().nonnegative(),
  function: z.string(),
  /** How many calls were open around it; from 0. */
  depth: z.number().int().nonnegative(),
  /** The call whose line made this one; null for the outermost, and where none of the user's did. */
  caller: z.number().int().nonnegative().nullable(),
});
export type Frame = z.infer<typeof frameSchema>;

/** One line that ran and changed something. Ordinals count such steps from 0. */
export const stepSchema = z.object({
  ordinal: z.number().int().nonnegative(),
  place: placeSchema,
  line: z.number().int().positive(),
  frame: frameSchema,
  changes: z.array(changeSchema).min(1),
  /** On a loop's header: which iteration it begins, from 1, since the loop was last entered. */
  iteration: z.number().int().positive().optional(),
  /** How many characters of the trace's `output` had been printed when the step was over. */
  printed: z.number().int().nonnegative(),
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
    /** Of a RecursionError: how many open calls were allowed. */
    recursionLimit: z.number().int().positive().optional(),
    /** Absent where nothing sure can be said, and in traces of before. */
    explanation: explanationSchema.optional(),
  }),
  z.object({
    kind: z.literal("syntaxError"),
    message: z.string(),
    at: locationSchema,
    column: z.number().int().nonnegative(),
    explanation: explanationSchema.optional(),
    /** The error as Python prints it, with the line and a caret. */
    traceback: z.string().optional(),
  }),
  z.object({ kind: z.literal("timedOut"), seconds: z.number() }),
  z.object({ kind: z.literal("outputLimit"), characters: z.number().int() }),
  z.object({ kind: z.literal("memoryLimit"), mebibytes: z.number() }),
  z.object({ kind: z.literal("crashed"), message: z.string() }),
  z.object({ kind: z.literal("stopped") }),
]);
export type RunEnd = z.infer<typeof runEndSchema>;

/** A count for each line that has one, keyed by the line's number as text. */
const lineCountsSchema = z.record(z.string(), z.number().int().positive());
export const countsSchema = z.object({ program: lineCountsSchema, tests: lineCountsSchema });
export type LineCounts = z.infer<typeof countsSchema>;

const rangeSchema = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

/**
 * The steps of one program under one test, and how the run ended. Up to a limit every step is kept;
 * of those past it, each line's first and last ones and the run's last ones.
 */
export const traceSchema = z.object({
  version: z.literal(2),
  testId: z.string().nullable(),
  end: runEndSchema,
  /** In the order of their ordinals, with gaps where steps past the limit were not kept. */
  steps: z.array(stepSchema),
  /** How many steps there were, kept or not. */
  stepCount: z.number().int().nonnegative(),
  /** How many steps each line made, kept or not. */
  counts: countsSchema,
  /** How often each line ran, whether or not it changed something. */
  hits: countsSchema,
  /** Bounded standard output and error, in the order printed. */
  output: z.string(),
  /**
   * The parts of `output` that went to standard error: ascending pairs of positions, from and up to.
   * Left out where there are none, or where they are not known.
   */
  stderr: z.array(rangeSchema).optional(),
});
export type Trace = z.infer<typeof traceSchema>;

/** How many of the steps each line made. */
export function countsOf(steps: readonly Step[]): LineCounts {
  const counts: LineCounts = { program: {}, tests: {} };
  for (const { place, line } of steps) counts[place][line] = (counts[place][line] ?? 0) + 1;
  return counts;
}

/** A trace with nothing in it, for a run whose interpreter died before it could report. */
export function emptyTrace(testId: string | null, end: RunEnd): Trace {
  const none = () => ({ program: {}, tests: {} });
  return {
    version: 2,
    testId,
    end,
    steps: [],
    stepCount: 0,
    counts: none(),
    hits: none(),
    output: "",
  };
}
