import type { Progress, Working } from "./repairState";

/** How far a run is, in parts to stand beside each other. */
export function progressWords(working: Working): string[] {
  const { engine, progress, proving, findings, seconds } = working;
  const parts: string[] = [];
  if (progress !== null && engine === "search") parts.push(...searchWords(progress, seconds));
  if (progress !== null && engine === "endpoint") parts.push(progress.note);
  if (proving !== null) parts.push("proving one in a fresh interpreter");
  else if (engine === "endpoint" && progress !== null && progress.secondsLeft !== null) {
    parts.push(`about ${duration(progress.secondsLeft)} left`);
  }
  if (findings.fixes.length > 0) parts.push(`${String(findings.fixes.length)} found`);
  if (parts.length > 0) return parts;
  return [engine === "search" ? "Preparing the search…" : "Waiting for the first word…"];
}

function searchWords({ tried, secondsGone, best }: Progress, seconds: number): string[] {
  const parts = [`${tried.toLocaleString("en")} ${tried === 1 ? "candidate" : "candidates"} tried`];
  const rate = Math.round(tried / Math.max(1, secondsGone));
  if (rate > 0 && secondsGone >= 1) parts.push(`${rate.toLocaleString("en")} per second`);
  if (best !== null) {
    const tests = best.of === 1 ? "test" : "tests";
    parts.push(`best so far passes ${best.passed} of ${best.of} ${tests}`);
  }
  parts.push(`${Math.min(seconds, Math.floor(secondsGone))} of ${seconds} s`);
  return parts;
}

function duration(seconds: number): string {
  return seconds < 60
    ? `${String(Math.ceil(seconds))} s`
    : `${String(Math.ceil(seconds / 60))} min`;
}
