import { lineComments, type LineComment } from "../../../domain/renderers/inline";
import type { Place } from "../../../domain/trace";
import { markOf, type Mark } from "./mark";
import { neverRan } from "./neverRan";
import { isStale, shownTrace, type RunState } from "../run/run";
import { survivingLines } from "./survivingLines";
import type { Source } from "../../../python/runtime";

/** What the editor shows on one line, beside the code. */
export type Annotation = {
  /** 1-based, in the text as it is now. */
  line: number;
  /** The trace comment with its `#`, or null where the line changed nothing. */
  comment: string | null;
  /** Every state of the line, none left out. */
  states: readonly string[];
  /** Set on the line where it went wrong. */
  mark: Pick<Mark, "text"> | null;
  neverRan: boolean;
};

/** The line at which reading stopped, when the tests could not be found. */
function unreadableAnnotation(run: RunState, place: Place): Annotation[] {
  if (run.kind !== "unreadable" || run.discovery.place !== place) return [];
  const mark = { text: "← reading stopped here" };
  return [{ line: run.discovery.line, comment: null, states: [], mark, neverRan: false }];
}

const commentOf = (comment: LineComment | undefined): string | null =>
  comment ? `# ${comment.text}` : null;

/** The shown trace's annotations of one text, on the lines of the text that was run. */
function tracedAnnotations(run: RunState, place: Place): Annotation[] {
  const trace = shownTrace(run);
  if (run.kind !== "done" || trace === null) return [];
  const outcome = run.outcomes.find(({ testId }) => testId === trace.testId);
  const mark = outcome === undefined ? null : markOf(outcome, trace);
  const idle =
    place === "program" ? neverRan(run.source.program, trace.hits.program) : new Set<number>();
  const comments = new Map(
    lineComments(trace, run.source)
      .filter((comment) => comment.place === place)
      .map((comment) => [comment.line, comment]),
  );
  const marked = mark?.place === place ? [mark.line] : [];
  const lines = [...new Set([...comments.keys(), ...idle, ...marked])].sort((a, b) => a - b);
  return lines.map((line) => ({
    line,
    comment: commentOf(comments.get(line)),
    states: comments.get(line)?.states ?? [],
    mark: mark?.place === place && mark.line === line ? { text: mark.text } : null,
    neverRan: idle.has(line),
  }));
}

/**
 * What to show beside the lines of one text as it is now. After an edit, lines that are still there
 * keep their annotation and those that were edited lose it.
 */
export function annotationsOf(run: RunState, now: Source, place: Place): readonly Annotation[] {
  if (run.kind === "idle") return [];
  const found = [...unreadableAnnotation(run, place), ...tracedAnnotations(run, place)];
  if (!isStale(run, now)) return found;
  const survivors = survivingLines(run.source[place], now[place]);
  return found.flatMap((annotation) => {
    const line = survivors.get(annotation.line);
    return line === undefined ? [] : [{ ...annotation, line }];
  });
}
