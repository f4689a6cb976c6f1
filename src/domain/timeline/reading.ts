import type { Place } from "../trace";
import type { TraceIndex } from "./traceIndex";

/** Which of a trace's inline comments are shown. */
export type CommentFilter = {
  /** Only those of this call; null for all. */
  call: number | null;
  /** Lines whose comments are muted. */
  lines: readonly TracedLine[];
  /** Variables whose changes are muted. */
  names: readonly string[];
};

/** A line of one of the two texts as they were run. */
export type TracedLine = { place: Place; line: number };

/** Where a reader is in a trace, and what of it they want to see. */
export type Reading = {
  /** Null while there is no trace. */
  index: TraceIndex | null;
  /** Of the step that is looked at, an index into its steps. */
  position: number;
  /** Of a step that is looked at in passing; null for none. */
  preview: number | null;
  filter: CommentFilter;
};

export const everything: CommentFilter = { call: null, lines: [], names: [] };

export function sameLine(one: TracedLine, other: TracedLine): boolean {
  return one.place === other.place && one.line === other.line;
}

/** The position of the step that is shown: the one looked at in passing, else the one looked at. */
export function shownPosition({ position, preview }: Reading): number {
  return preview ?? position;
}

/** The filter with a line's comments muted, or heard again if they were. */
export function withLineToggled(filter: CommentFilter, line: TracedLine): CommentFilter {
  const others = filter.lines.filter((muted) => !sameLine(muted, line));
  const wasMuted = others.length < filter.lines.length;
  return { ...filter, lines: wasMuted ? others : [...others, line] };
}

/** The filter with a variable's changes muted, or heard again if they were. */
export function withNameToggled(filter: CommentFilter, name: string): CommentFilter {
  const others = filter.names.filter((muted) => muted !== name);
  const wasMuted = others.length < filter.names.length;
  return { ...filter, names: wasMuted ? others : [...others, name] };
}
