import { neverRan } from "../../../domain/neverRan";
import { lineNotes, type LineNote } from "../../../domain/timeline/lineNotes";
import type { CommentFilter } from "../../../domain/timeline/reading";
import { indexOf } from "../../../domain/timeline/traceIndex";
import type { Span } from "../../../domain/explanation";
import type { Place } from "../../../domain/trace";
import type { Source } from "../../../python/runtime";
import { columnsByLine, type Columns } from "../explanation/columns";
import { explanationOf } from "../explanation/explanationOf";
import { isStale, type RunState } from "../run/run";
import { shownOf } from "../run/shown";
import { markOf, markText, type Mark } from "./mark";
import { survivingLines } from "./survivingLines";

/** What the editor shows on one line, beside the code. */
export type Annotation = {
  /** 1-based, in the text as it is now. */
  line: number;
  /** The same line in the text that was run. */
  ranLine: number;
  /** Its trace comment; null where the line changed nothing, and where that is not to be seen. */
  note: LineNote | null;
  /** Set on the line where it went wrong. */
  mark: Pick<Mark, "text"> | null;
  /** How often it ran; null when it did not. */
  hits: number | null;
  neverRan: boolean;
  /** The part of the line that failed. */
  failing?: Columns;
};

/** The line at which reading stopped, when the tests could not be found. */
function unreadableAnnotation(run: RunState, place: Place): Annotation[] {
  if (run.kind !== "unreadable" || run.discovery.place !== place) return [];
  const { explanation } = run.discovery;
  const text = explanation === undefined ? "← reading stopped here" : markText(explanation);
  const line = explanation?.at?.line ?? run.discovery.line;
  const marked = { line, ranLine: line, note: null, mark: { text }, hits: null, neverRan: false };
  return withFailing([marked], explanation?.at ?? null, place);
}

/** Adds to the lines which part of them failed. */
function withFailing(
  annotations: readonly Annotation[],
  span: Span | null,
  place: Place,
): Annotation[] {
  const parts = new Map(span?.place === place ? columnsByLine(span) : []);
  const marked = annotations.map((annotation) => {
    const failing = parts.get(annotation.ranLine);
    parts.delete(annotation.ranLine);
    return failing === undefined ? annotation : { ...annotation, failing };
  });
  const bare = { note: null, mark: null, hits: null, neverRan: false };
  return [
    ...marked,
    ...[...parts].map(([line, failing]) => ({ line, ranLine: line, failing, ...bare })),
  ];
}

/** The shown trace's annotations of one text, on the lines of the text that was run. */
function tracedAnnotations(run: RunState, place: Place, filter: CommentFilter): Annotation[] {
  const shown = shownOf(run);
  if (shown === null) return [];
  const { trace, source, outcome } = shown;
  const found = outcome === null ? null : markOf(outcome, trace);
  const explanation = explanationOf(shown);
  const mark = found?.place === place ? found : null;
  const hits = trace.hits[place];
  const idle =
    place === "program" ? neverRan(source.program, trace.hits.program) : new Set<number>();
  const index = indexOf(trace, source);
  const notes = new Map(lineNotes(index, place, filter).map((note) => [note.line, note]));
  const lines = new Set([...notes.keys(), ...idle, ...Object.keys(hits).map(Number)]);
  if (mark !== null) lines.add(mark.line);
  const annotations = [...lines]
    .sort((one, other) => one - other)
    .map((line) => ({
      line,
      ranLine: line,
      note: notes.get(line) ?? null,
      mark: mark?.line === line ? { text: mark.text } : null,
      hits: hits[String(line)] ?? null,
      neverRan: idle.has(line),
    }));
  return withFailing(annotations, explanation?.at ?? null, place);
}

/** What to show beside the lines of one text as it was run. */
export function annotationsOf(
  run: RunState,
  place: Place,
  filter: CommentFilter,
): readonly Annotation[] {
  return [...unreadableAnnotation(run, place), ...tracedAnnotations(run, place, filter)];
}

/**
 * The annotations on the lines of the text as it is now. After an edit, lines that are still there
 * keep their annotation and those that were edited lose it.
 */
export function afterEdits(
  annotations: readonly Annotation[],
  run: RunState,
  now: Source,
  place: Place,
): readonly Annotation[] {
  if (run.kind === "idle" || !isStale(run, now)) return annotations;
  const survivors = survivingLines(run.source[place], now[place]);
  return annotations.flatMap((annotation) => {
    const line = survivors.get(annotation.ranLine);
    return line === undefined ? [] : [{ ...annotation, line }];
  });
}

/** The annotations without what a reader sees of them: they still say which line is which. */
export function unseen(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations.map(({ line, ranLine }) => ({
    line,
    ranLine,
    note: null,
    mark: null,
    hits: null,
    neverRan: false,
  }));
}
