import type { ProvenFix } from "./repairState";

/** Fixes by their place in the list; those behind are probably not what was meant. */
export type FixOrder = { front: readonly number[]; behind: readonly number[] };

/** Which fixes are shown at once. Where all are unlikely, the first is shown all the same. */
export function fixOrder(fixes: readonly ProvenFix[]): FixOrder {
  const all = fixes.map((fix, place) => ({ place, grade: fix.proposal.confidence?.grade }));
  const places = (chosen: typeof all) => chosen.map(({ place }) => place);
  const front = places(all.filter(({ grade }) => grade !== "unlikely"));
  const behind = places(all.filter(({ grade }) => grade === "unlikely"));
  return front.length > 0
    ? { front, behind }
    : { front: behind.slice(0, 1), behind: behind.slice(1) };
}

/** The number that a fix is called by, from 1: its place among those in front, then those behind. */
export function fixNumber({ front, behind }: FixOrder, place: number): number {
  return [...front, ...behind].indexOf(place) + 1;
}
