import { callHeader, markNames } from "../renderers/tracedStates";
import type { Step } from "../trace";
import type { TraceIndex } from "./traceIndex";

/** A call in words: `fib(n=3)`, and what came of it. */
export type CallWords = {
  /** Its function with the arguments, or `…` for them where they were not kept. */
  head: string;
  /** `→ 2`, `raised ValueError('x')`, or empty while nothing is known. */
  result: string;
};

/** Characters of one value. */
const longestValue = 40;

function short(value: string): string {
  const line = value.replaceAll("\n", "\\n");
  return line.length <= longestValue ? line : `${line.slice(0, longestValue - 1)}…`;
}

/** Whether a call's first step binds its arguments: on its `def` line, before anything ran. */
function bindsArguments(index: TraceIndex, { place, line, frame, changes }: Step): boolean {
  if (changes.some(({ name }) => markNames.has(name))) return false;
  return callHeader.test(index.lineText(place, line)) || frame.function.endsWith("<lambda>");
}

function argumentsOf(index: TraceIndex, first: Step, position: number): string {
  if (bindsArguments(index, first)) {
    return first.changes.map(({ name, value }) => `${name}=${short(value)}`).join(", ");
  }
  return index.isWhole(0, position) ? "" : "…";
}

function resultOf(last: Step | null): string {
  const left = last?.changes.find(({ name }) => name === "__return__" || name === "__exception__");
  if (left === undefined) return "";
  return left.name === "__return__" ? `→ ${short(left.value)}` : `raised ${short(left.value)}`;
}

/** A call with its arguments and its result; long values are cut. */
export function callWords(index: TraceIndex, call: number): CallWords {
  const traced = index.call(call);
  const position = traced?.positions[0] ?? 0;
  const first = index.step(position);
  if (traced === null || first === null) return { head: "", result: "" };
  const { function: name } = traced.frame;
  const result = resultOf(index.step(traced.positions.at(-1) ?? position));
  // A module or a class body is run, not called.
  if (/^<module>$/.test(name)) return { head: name, result };
  return { head: `${name}(${argumentsOf(index, first, position)})`, result };
}
