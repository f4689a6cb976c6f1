import { loopHeader, paperOptions, stateOf, type InlineOptions } from "../renderers/inline";
import type { Place, Step } from "../trace";
import type { Positions } from "./positions";
import type { CommentFilter, TracedLine } from "./reading";
import type { TraceIndex } from "./traceIndex";

/** A piece of a line's comment: a state with the position of its step, or the mark for those left out. */
export type NotePiece = { text: string; position: number | null };

/** The comment of one line, state by state. */
export type LineNote = {
  line: number;
  pieces: readonly NotePiece[];
  /** Its states written out, the first and the last ones, and how many are between these. */
  first: readonly string[];
  between: number;
  /** Whether some were not kept by the trace. */
  lost: boolean;
  last: readonly string[];
};

const gap: NotePiece = { text: "...;", position: null };

/** So many of a line's states, at each end, are written out where there is room for them. */
const listed = 20;

/** The positions of a place's lines that are to have comments. */
function positionsOfLines(
  index: TraceIndex,
  place: Place,
  { call, lines }: CommentFilter,
): Map<number, Positions> {
  const found = new Map<number, Positions>();
  if (call === null) {
    for (const key of Object.keys(index.trace.counts[place])) {
      found.set(Number(key), index.positionsOfLine(place, Number(key)));
    }
  } else {
    const own = new Map<number, number[]>();
    for (const position of index.call(call)?.positions ?? []) {
      const step = index.step(position);
      if (step?.place !== place) continue;
      const list = own.get(step.line);
      if (list === undefined) own.set(step.line, [position]);
      else list.push(position);
    }
    own.forEach((positions, line) => found.set(line, positions));
  }
  for (const muted of lines) if (muted.place === place) found.delete(muted.line);
  return found;
}

/** What of a step is to be seen; null when all of it is muted. */
function unmuted(
  step: Step | null,
  names: ReadonlySet<string>,
): Pick<Step, "ordinal" | "changes"> | null {
  if (step === null || names.size === 0) return step;
  const changes = step.changes.filter(({ name }) => !names.has(name));
  return changes.length === 0 ? null : { ordinal: step.ordinal, changes };
}

/** The first and the last states of `positions`, and how many are between these. */
function statesAtEnds(
  index: TraceIndex,
  positions: Positions,
  muted: ReadonlySet<string>,
): { first: readonly NotePiece[]; between: number; last: readonly NotePiece[] } {
  // Without muted variables nothing but the ends has to be looked at.
  const kept =
    muted.size === 0
      ? positions
      : positions.filter((position) => unmuted(index.step(position), muted) !== null);
  const stateAt = (position: number): NotePiece => {
    const state = unmuted(index.step(position), muted);
    return { text: state === null ? "" : stateOf(state), position };
  };
  const last = Math.max(listed, kept.length - listed);
  return {
    first: kept.slice(0, listed).map(stateAt),
    between: Math.max(0, kept.length - 2 * listed),
    last: kept.slice(last).map(stateAt),
  };
}

/** The states to show, with a mark where others are between them. */
function abridge(
  index: TraceIndex,
  states: readonly NotePiece[],
  shown: number,
  lost: boolean,
): readonly NotePiece[] {
  if (states.length > shown + 1) return [...states.slice(0, shown), gap, ...states.slice(-1)];
  if (!lost) return states;
  const jump = states.findIndex(({ position }, at) => {
    const before = states[at - 1]?.position ?? null;
    return before !== null && position !== null && !index.isWhole(before, position);
  });
  return jump === -1 ? states : [...states.slice(0, jump), gap, ...states.slice(jump)];
}

/** Whether some steps of a line between the first and the last of `positions` were not kept. */
function losesSteps(index: TraceIndex, { place, line }: TracedLine, positions: Positions): boolean {
  if (index.leftOut(place, line) === 0) return false;
  return !index.isWhole(positions[0] ?? 0, positions.at(-1) ?? 0);
}

/**
 * The inline comments of one text, line by line, as `lineComments` has them (NExT, arXiv:2404.14662,
 * figures 1 and 2), in pieces that know their steps; only what the filter lets through. Lines without
 * a state to show are not among them.
 */
export function lineNotes(
  index: TraceIndex,
  place: Place,
  filter: CommentFilter,
  options: InlineOptions = paperOptions,
): LineNote[] {
  const muted = new Set(filter.names);
  const notes: LineNote[] = [];
  for (const [line, positions] of positionsOfLines(index, place, filter)) {
    const { first, between, last } = statesAtEnds(index, positions, muted);
    if (first.length === 0) continue;
    const isHeader = loopHeader.test(index.lineText(place, line));
    const shown = isHeader ? options.headerStates : options.lineStates;
    const lost = losesSteps(index, { place, line }, positions);
    notes.push({
      line,
      pieces: abridge(index, [...first, ...last], shown, lost),
      first: first.map(({ text }) => text),
      between,
      lost,
      last: last.map(({ text }) => text),
    });
  }
  return notes.sort((one, other) => one.line - other.line);
}
