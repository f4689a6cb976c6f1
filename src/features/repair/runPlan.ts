import type { Proposal } from "../../domain/engine";
import type { ProvenFix } from "./repairState";

/** Why a search runs: at first, again for longer, or again with a test that answers a question. */
export type Plan = {
  kind: "first" | "longer" | "answered";
  /** For a search; an endpoint takes its time. */
  seconds: number;
  /** To use them all, whatever was found before. */
  thorough: boolean;
  /** Found before, under fewer tests, and to be proven again. */
  earlier: readonly Proposal[];
};

/** A plan of that kind; only one that looks longer takes its time whatever was found. */
export function planFor(
  kind: Plan["kind"],
  seconds: number,
  earlier: readonly Proposal[] = [],
): Plan {
  return { kind, seconds, thorough: kind === "longer", earlier };
}

/** What one run counts as it goes on. */
export type Tally = {
  /** Fixes that were not there before. */
  fresh: number;
  /** Those of them that pass the held-out tests too, where there are any. */
  convincing: number;
  /** Earlier fixes that fail the new tests. */
  ruledOut: number;
  /** Programs without the space at their ends, as the engine ranks them. */
  order: string[];
};

export function newTally(): Tally {
  return { fresh: 0, convincing: 0, ruledOut: 0, order: [] };
}

/** Fixes as the engine ranks them; those that it did not name come last, as they were. */
export function ordered(fixes: readonly ProvenFix[], { order }: Tally): ProvenFix[] {
  const place = ({ proposal }: ProvenFix): number => {
    const index = order.indexOf(proposal.fix.trimEnd());
    return index < 0 ? order.length : index;
  };
  return fixes.toSorted((one, other) => place(one) - place(other));
}

/** Seconds for looking again: three times as long as before, and not too short to be worth it. */
export function longerSeconds(seconds: number): number {
  return Math.min(600, Math.max(30, 3 * seconds));
}
