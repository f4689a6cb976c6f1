import clsx from "clsx";
import { useMemo, type ReactNode } from "react";
import type { Forecast } from "../../../domain/forecast/forecast";
import { foldPath, type PathPart } from "../../../domain/forecast/path";
import type { LineVerdict, Score } from "../../../domain/forecast/score";
import { ScrollBox } from "../../../ui/ScrollBox";
import { verdictLooks } from "./verdictLooks";

/** So many lines of a path are shown. */
const most = 400;

type Verdicts = ReadonlyMap<number, LineVerdict>;

type PathViewProps = { forecast: Forecast; score: Score };

/** The lines as they were forecast, beside the way that the run took through them. */
export function PathView({ forecast, score }: PathViewProps) {
  const { visits, isWhole } = score.path;
  const verdicts: Verdicts = useMemo(
    () => new Map(score.lines.map(({ line, verdict }) => [line, verdict])),
    [score],
  );
  const parts = useMemo(() => foldPath(visits.slice(0, most).map(({ line }) => line)), [visits]);
  const said = score.lines.filter((one) => one.forecast !== null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div>
        <h3 className="mb-1 text-xs font-semibold text-muted">Your forecast</h3>
        <ScrollBox label="Lines that you forecast" className="max-h-48 p-2">
          {said.length === 0 && <span className="text-muted">No line.</span>}
          <Strip>
            {said.map(({ line, verdict }) => {
              const times = forecast.lines[String(line)];
              const note = times === "once" ? "×1" : times === "several" ? "×2+" : "";
              return <Chip key={line} line={line} verdict={verdict} note={note} />;
            })}
          </Strip>
        </ScrollBox>
      </div>
      <div>
        <h3 className="mb-1 text-xs font-semibold text-muted">The run’s path, line by line</h3>
        <ScrollBox label="The run’s path" className="max-h-48 p-2">
          <Strip>
            <Parts parts={parts} verdicts={verdicts} />
            {visits.length > most && (
              <span className="text-muted">
                … and {(visits.length - most).toLocaleString("en")} more
              </span>
            )}
          </Strip>
        </ScrollBox>
        {!isWhole && (
          <p className="mt-1 text-xs text-muted">
            Runs of lines that changed nothing are left out where it is not sure when they came.
          </p>
        )}
      </div>
    </div>
  );
}

function Strip({ children }: { children: ReactNode }) {
  return <p className="flex flex-wrap items-center gap-1 font-mono text-[13px]">{children}</p>;
}

/** Lines one by one; what is run through several times stands once, with how often. */
function Parts({ parts, verdicts }: { parts: readonly PathPart[]; verdicts: Verdicts }) {
  return parts.map((part, index) =>
    "line" in part ? (
      <Chip key={index} line={part.line} verdict={verdicts.get(part.line) ?? null} />
    ) : (
      <span
        key={index}
        className="inline-flex max-w-full flex-wrap items-center gap-1 rounded-md border border-line-strong px-1"
      >
        <span aria-hidden="true">(</span>
        <Parts parts={part.parts} verdicts={verdicts} />
        <span aria-hidden="true">)</span>
        <span className="font-semibold">×{part.times}</span>
      </span>
    ),
  );
}

type ChipProps = { line: number; verdict: LineVerdict | null; note?: string };

/** A line's number with what came of its forecast; heads of definitions have none. */
function Chip({ line, verdict, note = "" }: ChipProps) {
  if (verdict === null) return <span className="px-0.5 text-muted">{line}</span>;
  const { Icon, name, color } = verdictLooks[verdict];
  return (
    <span title={name} className={clsx("inline-flex items-center rounded bg-raised px-0.5", color)}>
      <span className={clsx(verdict === "falseAlarm" && "line-through")}>{line}</span>
      {note}
      {verdict !== "agreed" && (
        <>
          <Icon aria-hidden="true" className="ml-0.5 size-3" />
          <span className="sr-only">{` (${name})`}</span>
        </>
      )}
    </span>
  );
}
