import { diffArrays } from "diff";
import { sourceLines } from "../renderers/inline";

/** Which lines of two texts are the same line. Lines count from 1; null: it has no counterpart. */
export type LineMap = {
  inAfter(line: number): number | null;
  inBefore(line: number): number | null;
};

/** Texts with more differing lines than this are not worth the search for common ones. */
const mostEdits = 2_000;

/** Pairs the lines that a change left as they were. Space at a line's end is no difference. */
export function mapLines(before: string, after: string): LineMap {
  // Where several pairings are as good, the choice must not depend on which text comes first.
  const swapped = before > after;
  const [firstToSecond, secondToFirst] = swapped ? pairs(after, before) : pairs(before, after);
  const [toAfter, toBefore] = swapped
    ? [secondToFirst, firstToSecond]
    : [firstToSecond, secondToFirst];
  return {
    inAfter: (line) => toAfter.get(line) ?? null,
    inBefore: (line) => toBefore.get(line) ?? null,
  };
}

type Pairs = ReadonlyMap<number, number>;

function pairs(first: string, second: string): [firstToSecond: Pairs, secondToFirst: Pairs] {
  const lines = (text: string) => sourceLines(text).map((line) => line.trimEnd());
  const there = new Map<number, number>();
  const back = new Map<number, number>();
  let [line, partner] = [1, 1];
  const options = { maxEditLength: mostEdits };
  for (const { added, removed, count } of diffArrays(lines(first), lines(second), options) ?? []) {
    for (let offset = 0; !added && !removed && offset < count; offset += 1) {
      there.set(line + offset, partner + offset);
      back.set(partner + offset, line + offset);
    }
    if (!added) line += count;
    if (!removed) partner += count;
  }
  return [there, back];
}
