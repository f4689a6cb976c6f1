import { keeping, leavesOutSteps, wholeSteps } from "../condense";
import type { Trace } from "../trace";
import type { TracedLine } from "./reading";
import type { TraceIndex } from "./traceIndex";

/** How many of the first and of the last of some steps were kept, and how many are between these. */
export type KeptEnds = { first: number; last: number; between: number };

/** What a trace kept of its run without a gap; null where it kept all. Of those between it kept some. */
export function keptEnds(trace: Pick<Trace, "steps" | "stepCount">): KeptEnds | null {
  if (!leavesOutSteps(trace)) return null;
  const { steps, stepCount } = trace;
  const first = wholeSteps(trace);
  let last = 0;
  while (last < steps.length - first && steps.at(-1 - last)?.ordinal === stepCount - 1 - last) {
    last += 1;
  }
  return { first, last, between: stepCount - first - last };
}

/** What a trace kept of one line's steps; null where it kept all. Those between are not there. */
export function keptEndsOfLine(index: TraceIndex, { place, line }: TracedLine): KeptEnds | null {
  const between = index.leftOut(place, line);
  if (between === 0) return null;
  const whole = wholeSteps(index.trace);
  const positions = index.positionsOfLine(place, line);
  const early = positions.filter((position) => position < whole).length;
  const first = Math.min(positions.length, Math.max(early, keeping.first));
  return { first, last: positions.length - first, between };
}
