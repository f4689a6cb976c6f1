import type { Test } from "../test";
import type { Trace } from "../trace";
import { abridged, onOneLine, withComments, type TracedSource } from "./inline";
import { stateText, tracedStates } from "./tracedStates";

/** Of a line with more states, the first ones are kept, and the last. */
const firstStates = 2;

/**
 * The annotated program of SemCoder (Ding et al. 2024, arXiv:2406.01006): at the line ends, a call's
 * arguments as `[INPUT]`, what a line changed as `[STATE-n]`, counted through the run, what a call
 * returned as `[OUTPUT]` and what a line raised as `[EXCEPTION]`. A line with more than three such
 * marks keeps its first two and its last. A yielded value is an output too. Steps that the trace did
 * not keep count as a state each.
 */
export function renderSemcoder(
  source: TracedSource,
  test: Pick<Test, "place" | "line" | "endLine"> | null,
  trace: Trace,
): string {
  const found = new Map<string, { place: "program" | "tests"; line: number; marks: string[] }>();
  let states = 0;
  for (const { step, left, entersCall, changed, marks } of tracedStates(trace, source)) {
    states += left;
    const key = `${step.place}:${step.line}`;
    const entry = found.get(key) ?? { place: step.place, line: step.line, marks: [] };
    found.set(key, entry);
    if (changed.length > 0) {
      const mark = entersCall ? "INPUT" : `STATE-${states++}`;
      entry.marks.push(between(mark, stateText(changed)));
    }
    for (const [name, value] of marks) {
      entry.marks.push(between(name === "__exception__" ? "EXCEPTION" : "OUTPUT", value));
    }
  }
  const comments = [...found.values()].map(({ place, line, marks }) => ({
    place,
    line,
    text: abridged(marks, firstStates, "..."),
  }));
  return withComments(source, test, comments);
}

function between(mark: string, text: string): string {
  return `[${mark}] ${onOneLine(text)} [/${mark}]`;
}
