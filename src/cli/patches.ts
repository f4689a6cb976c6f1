import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Disagreement } from "../domain/engine";
import type { Found } from "./findFixes";

/** A proven fix, as both commands tell it; `rank` counts from 1. */
export type Patch = {
  rank: number;
  /** Unified, as `patch` reads it. */
  diff: string;
  /** The whole repaired program. */
  program: string;
  /** From 0 to 1, null where the engine has no measure of it. */
  confidence: number | null;
  grade: string | null;
};

/** Unchanged lines around a change: enough to find the place, and little to read. */
const context = 1;

export function unifiedDiff(name: string, before: string, after: string): string {
  const options = { context, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(name, name, before, after, undefined, undefined, options);
}

/** The fixes that were found, as patches of the program in the file `name`. */
export function patchesOf({ fixes }: Pick<Found, "fixes">, name: string, before: string): Patch[] {
  return fixes.map(({ proposal: { fix, confidence } }, index) => ({
    rank: index + 1,
    diff: unifiedDiff(name, before, fix),
    program: fix,
    confidence: confidence?.probability ?? null,
    grade: confidence?.grade ?? null,
  }));
}

/** What is put forward, and what passes the tests but is probably not what was meant. */
export function byGrade<P extends Pick<Patch, "grade">>(
  patches: readonly P[],
): { patches: P[]; unlikely: P[] } {
  const isUnlikely = ({ grade }: P) => grade === "unlikely";
  return {
    patches: patches.filter((patch) => !isUnlikely(patch)),
    unlikely: patches.filter(isUnlikely),
  };
}

/** A call on which patches answer differently, each named by its rank. */
export type RankedDisagreement = { call: string; answers: { rank: number; answer: string }[] };

/** The disagreements among patches; those with fixes that were not proven are left out. */
export function rankedDisagreements(
  disagreements: readonly Disagreement[],
  patches: readonly Patch[],
): RankedDisagreement[] {
  const ranks = new Map(patches.map(({ program, rank }) => [program, rank]));
  return disagreements.flatMap(({ call, answers }) => {
    const ranked = answers.flatMap(({ fix, answer }) => {
      const rank = ranks.get(fix);
      return rank === undefined ? [] : [{ rank, answer }];
    });
    return new Set(ranked.map(({ answer }) => answer)).size > 1 ? [{ call, answers: ranked }] : [];
  });
}
