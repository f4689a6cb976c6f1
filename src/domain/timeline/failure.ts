import type { Step } from "../trace";
import type { TraceIndex } from "./traceIndex";

/**
 * Where a run went wrong, as a position: for an exception that ended it the last step that raised at
 * the place where it ended, else the last that raised, else the last at that place; for a run that
 * was cut short, and when none of these is kept, its last step. Null when it ended by itself, or has
 * no steps.
 */
export function failurePosition({ trace }: Pick<TraceIndex, "trace">): number | null {
  const { end, steps } = trace;
  if (steps.length === 0 || end.kind === "finished") return null;
  const last = steps.length - 1;
  if (end.kind !== "raised") return last;
  const isAtEnd = ({ place, line }: Step): boolean =>
    place === end.at?.place && line === end.at.line;
  const raises = ({ changes }: Step): boolean =>
    changes.some(({ name }) => name === "__exception__");
  for (const test of [(step: Step) => isAtEnd(step) && raises(step), raises, isAtEnd]) {
    const found = steps.findLastIndex(test);
    if (found >= 0) return found;
  }
  return last;
}
