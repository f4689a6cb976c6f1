import { Progress } from "../../ui/Progress";
import { Rationale } from "./Rationale";
import type { RepairLifecycle } from "./repairState";

type Working = Extract<RepairLifecycle, { kind: "working" }>;

/** What a run under way has to show: the count, an estimate, and the rationale as it is written. */
export function WorkInProgress({ working }: { working: Working }) {
  const { engine, progress, rationale } = working;
  return (
    <div className="flex flex-col gap-2">
      <Progress
        label={engine === "search" ? "Candidates tried" : "Waiting for the endpoint"}
        value={progress?.tried ?? 0}
        max={progress?.total ?? null}
      />
      <p className="text-muted tabular-nums">{progressWords(working)}</p>
      {rationale !== "" && working.findings.fixes.length === 0 && (
        <>
          <h3 className="text-xs font-semibold text-muted">Rationale, being written</h3>
          <Rationale text={rationale} writing />
        </>
      )}
    </div>
  );
}

function progressWords({ engine, progress, proving, findings }: Working): string {
  const parts = [];
  if (progress !== null && engine === "search") {
    const total = progress.total === null ? "" : ` of ${progress.total.toLocaleString("en")}`;
    parts.push(`${progress.tried.toLocaleString("en")}${total} candidates tried`);
  }
  if (progress !== null && engine === "endpoint") parts.push(progress.note);
  if (proving !== null) parts.push("proving one in a fresh interpreter");
  else if (progress?.secondsLeft !== undefined && progress.secondsLeft !== null) {
    parts.push(`about ${duration(progress.secondsLeft)} left`);
  }
  if (findings.fixes.length > 0) parts.push(`${String(findings.fixes.length)} found`);
  if (parts.length > 0) return parts.join(" · ");
  return engine === "search" ? "Preparing the search…" : "Waiting for the first word…";
}

function duration(seconds: number): string {
  return seconds < 60
    ? `${String(Math.ceil(seconds))} s`
    : `${String(Math.ceil(seconds / 60))} min`;
}
