import type { TraceIndex } from "../../domain/timeline/traceIndex";
import type { Place, Step } from "../../domain/trace";

/** Characters of one value in a line of text. */
const longestValue = 80;

export const counted = (count: number): string => count.toLocaleString("en");

/** `line 3`, or `line 3 of the tests`. */
export function lineWords(place: Place, line: number): string {
  return place === "program" ? `line ${line}` : `line ${line} of the tests`;
}

export function cut(value: string, length = longestValue): string {
  const line = value.replaceAll("\n", "\\n");
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** `n=3; m=4`, with long values cut. */
export function changeWords({ changes }: Step, length = longestValue): string {
  return changes.map(({ name, value }) => `${name}=${cut(value, length)}`).join("; ");
}

/** `step 7 of 24`: the step's own number, and how many steps the run made. */
export function ordinalWords(index: TraceIndex, position: number): string {
  const step = index.step(position);
  const total = counted(index.trace.stepCount);
  return step === null ? `no steps` : `step ${counted(step.ordinal)} of ${total}`;
}

/** `7 before it not kept`, where steps are missing right before this one; else null. */
export function gapWords(index: TraceIndex, position: number): string | null {
  const step = index.step(position);
  if (step === null) return null;
  const missing = step.ordinal - (index.step(position - 1)?.ordinal ?? -1) - 1;
  return missing === 0 ? null : `${counted(missing)} before it not kept`;
}

/** `step 7 of 24, line 3, n=3`. */
export function stepWords(index: TraceIndex, position: number): string {
  const step = index.step(position);
  if (step === null) return "no steps";
  const { place, line } = step;
  return [
    ordinalWords(index, position),
    gapWords(index, position),
    lineWords(place, line),
    changeWords(step),
  ]
    .filter((words) => words !== null)
    .join(", ");
}
