import { Progress } from "../../ui/Progress";
import { progressWords } from "./progressWords";
import { Rationale } from "./Rationale";
import type { Working } from "./repairState";

/** What a run under way has to show: the count, the time, and the rationale as it is written. */
export function WorkInProgress({ working }: { working: Working }) {
  const { engine, progress, rationale, seconds } = working;
  return (
    <div className="flex flex-col gap-2">
      {engine === "search" ? (
        <Progress
          label="Time of the search"
          value={Math.min(seconds, Math.round(progress?.secondsGone ?? 0))}
          max={seconds}
        />
      ) : (
        <Progress
          label="Waiting for the endpoint"
          value={progress?.tried ?? 0}
          max={progress?.total ?? null}
        />
      )}
      <p className="text-muted tabular-nums">{progressWords(working).join(" · ")}</p>
      {rationale !== "" && working.findings.fixes.length === 0 && (
        <>
          <h3 className="text-xs font-semibold text-muted">Rationale, being written</h3>
          <Rationale text={rationale} writing />
        </>
      )}
    </div>
  );
}
