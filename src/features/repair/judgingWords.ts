import type { TestOutcome } from "../../domain/test";

/** “judged apart”, or why it was not for at least one test. */
export function judgingWords(outcomes: readonly TestOutcome[]): string {
  const together = outcomes.flatMap(({ judging }) =>
    judging.kind === "together" ? [judging.reason] : [],
  );
  if (together.length === 0) return "judged apart";
  const share = together.length === outcomes.length ? "" : `${String(together.length)} of them `;
  return `${share}not isolated: ${[...new Set(together)].join("; ")}`;
}
