import { outputParts, type OutputPart } from "../stderr";
import { markNames } from "../renderers/tracedStates";
import { lastUpTo } from "./positions";
import type { TraceIndex } from "./traceIndex";

/** A variable of a call as it stood at a step. */
export type VariableState = {
  name: string;
  value: string;
  /** Whether the step itself changed it. */
  changed: boolean;
  /** Where it was last changed, as a position. */
  since: number;
  /** False where steps between were not kept: it may have been changed again. */
  certain: boolean;
};

/** The value that the step at `position` gave `name`. */
function valueAt(index: TraceIndex, position: number, name: string): string {
  return index.step(position)?.changes.findLast((change) => change.name === name)?.value ?? "";
}

/**
 * The variables of a call as they stood at a step, in the order in which they first appeared. A
 * variable that was deleted keeps its last value, since no step records a deletion.
 */
export function variablesAt(index: TraceIndex, call: number, position: number): VariableState[] {
  const found: VariableState[] = [];
  for (const [name, positions] of index.changesInCall(call)) {
    if (markNames.has(name)) continue;
    const since = lastUpTo(positions, position);
    if (since === null) continue;
    found.push({
      name,
      value: valueAt(index, since, name),
      changed: since === position,
      since,
      certain: index.isWhole(since, position),
    });
  }
  return found;
}

/** What the step at `position` returned, yielded or raised; null when it did none of these. */
export function leavingAt(
  index: TraceIndex,
  position: number,
): { name: string; value: string } | null {
  return index.step(position)?.changes.find(({ name }) => markNames.has(name)) ?? null;
}

/** A call that was open at a step. */
export type OpenCall = {
  call: number;
  /** Its last step so far, as a position; null when it had made none yet. */
  at: number | null;
};

/**
 * The calls that were open at a step, the innermost first, at most `limit` of them, and how many more
 * there were. Calls that made no kept step are not known.
 */
export function stackAt(
  index: TraceIndex,
  position: number,
  limit: number,
): { calls: OpenCall[]; more: number } {
  const calls: OpenCall[] = [];
  let call = index.step(position)?.frame.call ?? null;
  while (call !== null && calls.length < limit) {
    calls.push({ call, at: lastUpTo(index.call(call)?.positions ?? [], position) });
    call = index.callerOf(call);
  }
  let more = 0;
  for (; call !== null; call = index.callerOf(call)) more += 1;
  return { calls, more };
}

/** What had been printed when a step was over. */
export function outputAt(index: TraceIndex, position: number): OutputPart[] {
  return outputParts(index.trace, 0, index.step(position)?.printed ?? 0);
}
