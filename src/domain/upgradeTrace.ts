import { z } from "zod";
import { countsOf, runEndSchema, stepSchema, traceSchema, type Frame, type Trace } from "./trace";

const version1StepSchema = stepSchema
  .pick({ ordinal: true, place: true, line: true, changes: true })
  .extend({ frame: stepSchema.shape.frame.omit({ caller: true }) });

/** A trace as Tracemend 0.1 wrote it: it ended at its limit of steps, and knew no callers. */
const version1Schema = z.object({
  version: z.literal(1),
  testId: traceSchema.shape.testId,
  end: z.union([runEndSchema, z.object({ kind: z.literal("stepLimit"), steps: z.number() })]),
  steps: z.array(version1StepSchema),
  hits: traceSchema.shape.hits,
  output: z.string(),
});
export type Version1Trace = z.infer<typeof version1Schema>;

/**
 * A trace of version 1 in the form of today. Callers are found by depth and order; nothing is known
 * of iterations, nor of when something was printed.
 */
export function upgradeTrace(trace: Version1Trace): Trace {
  const frames = framesOf(trace.steps);
  const steps = trace.steps.map(({ frame, ...step }) => ({
    ...step,
    frame: frames.get(frame.call) ?? { ...frame, caller: null },
    printed: 0,
  }));
  return {
    ...trace,
    version: 2,
    end: trace.end.kind === "stepLimit" ? { kind: "stopped" } : trace.end,
    steps,
    stepCount: steps.length,
    counts: countsOf(steps),
  };
}

/** The frame of each call. Its caller is the last call before it that was one less deep. */
function framesOf(steps: Version1Trace["steps"]): Map<number, Frame> {
  const calls = new Map(steps.map(({ frame }) => [frame.call, frame]));
  const latest = new Map<number, number>();
  const frames = new Map<number, Frame>();
  for (const frame of [...calls.values()].sort((one, other) => one.call - other.call)) {
    frames.set(frame.call, { ...frame, caller: latest.get(frame.depth - 1) ?? null });
    latest.set(frame.depth, frame.call);
  }
  return frames;
}

/** A trace that was kept, of this or an earlier version; gives it in the form of today. */
export const keptTraceSchema = z
  .discriminatedUnion("version", [traceSchema, version1Schema])
  .transform((trace) => (trace.version === 1 ? upgradeTrace(trace) : trace));
