import { diffLines } from "diff";
import type { EngineName } from "../../domain/engine";
import type { Sample } from "../../domain/sample";
import {
  isPlausible,
  isVerified,
  judgedApart,
  passedCount,
  type Verdict,
} from "../../domain/verdict";

export const engineTitles: Record<EngineName, string> = { search: "Search", endpoint: "Endpoint" };

/** What a sample goes by: its problem's title, or else the start of the instruction. */
export function sampleTitle({ problem }: Pick<Sample, "problem">): string {
  const title = problem.title.trim();
  if (title !== "") return title;
  const firstLine = problem.instruction.trim().split("\n")[0] ?? "";
  return firstLine === "" ? "Untitled" : firstLine;
}

/** “verified — judged apart”, “plausible — judged apart”, or what it fell short of. */
export function verdictWords(verdict: Verdict): string {
  const plausible = isPlausible(verdict)
    ? plausibleWords(verdict)
    : `not plausible (${passedCount(verdict.outcomes)} of ${verdict.tests.length} tests pass)`;
  return `${plausible} — ${judgedApart(verdict) ? "judged apart" : "not isolated"}`;
}

function plausibleWords(verdict: Verdict): string {
  if (isVerified(verdict)) return "verified";
  if (verdict.heldOut === undefined) return "plausible";
  return "plausible, fails held-out tests";
}

/** Lines that a fix adds and removes; a changed line counts in both. */
export type FixSize = { added: number; removed: number };

/** A missing last newline is no difference between programs. */
function wholeLines(program: string): string {
  return `${program.trimEnd()}\n`;
}

export function fixSize({ problem, fix }: Pick<Sample, "problem" | "fix">): FixSize {
  const size = { added: 0, removed: 0 };
  for (const change of diffLines(wholeLines(problem.program), wholeLines(fix))) {
    if (change.added) size.added += change.count;
    if (change.removed) size.removed += change.count;
  }
  return size;
}

/** A date and time as the user's own country writes them; the text itself when it is no date. */
export function dateWords(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** “1 sample”, “2 samples”. */
export function samplesWords(count: number): string {
  return count === 1 ? "1 sample" : `${count.toLocaleString("en")} samples`;
}
