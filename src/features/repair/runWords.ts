import type { Working } from "./repairState";
import type { Plan, Tally } from "./runPlan";

/** `"1 fix"`, `"2 fixes"`. */
export function fixCount(count: number): string {
  return count === 1 ? "1 fix" : `${count.toLocaleString("en")} fixes`;
}

/** How many candidates were tried when a run was stopped. */
export function triedNote(tried: number): string {
  const candidates = tried === 1 ? "candidate was" : "candidates were";
  return `${tried.toLocaleString("en")} ${candidates} tried.`;
}

/** The note of a run that ended before its engine had no more to propose. */
export function enoughNote({ engine, progress, findings }: Working): string {
  const tried = engine === "search" && progress !== null ? `${triedNote(progress.tried)} ` : "";
  return `${tried}${findings.fixes.length} fixes pass, which is enough.`;
}

/** The end of a run in words; what it did to the fixes that were on show is said first. */
export function closingNote({ kind, earlier }: Plan, tally: Tally, note: string): string {
  const { fresh, ruledOut } = tally;
  switch (kind) {
    case "first":
      return note;
    case "longer":
      return fresh === 0
        ? `Nothing new. ${note}`
        : `${fixCount(fresh)} more, added after those that you have seen. ${note}`;
    case "answered": {
      const out = ruledOut === 0 ? "no fix" : `${ruledOut} of ${fixCount(earlier.length)}`;
      const order = earlier.length > ruledOut ? " The others were put in order again." : "";
      return `Your answer ruled out ${out}.${order} ${note}`;
    }
  }
}
