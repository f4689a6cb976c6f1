import { memo, useCallback, useMemo } from "react";
import { keptEndsOfLine } from "../../domain/timeline/keptSteps";
import { countUpTo, nextAfter, previousBefore } from "../../domain/timeline/positions";
import { sameLine, type TracedLine } from "../../domain/timeline/reading";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { Select } from "../../ui/Select";
import { Switch } from "../../ui/Switch";
import { StepTable, type StepColumn, type StepRow } from "./StepTable";
import type { Timeline } from "./timeline";
import { useTimeline } from "./useTimeline";
import { changeWords, counted, lineWords } from "./words";

type HistoryPanelProps = { timeline: Timeline; index: TraceIndex };

const ofTheStep = "step";
const valueOf = ({ place, line }: TracedLine): string => `${place} ${line}`;

/** Every kept step of one line: the chosen one, or that of the step that is looked at. */
export function HistoryPanel({ timeline, index }: HistoryPanelProps) {
  const position = useTimeline(timeline, (state) => state.position);
  const chosen = useTimeline(timeline, (state) => state.historyLine);
  const muted = useTimeline(timeline, ({ filter }) => filter.lines);
  const line: TracedLine | null = chosen ?? index.step(position);
  if (line === null) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <LineChoice timeline={timeline} index={index} chosen={chosen} />
        <Switch
          label="Mute its comments"
          checked={muted.some((one) => sameLine(one, line))}
          onCheckedChange={() => {
            timeline.toggleLine({ place: line.place, line: line.line });
          }}
        />
      </div>
      <p className="min-w-0">
        <code className="block truncate font-mono text-[13px]">
          {index.lineText(line.place, line.line).trim()}
        </code>
        <span className="text-muted">{countWords(index, line)}</span>
      </p>
      <LineSteps
        key={valueOf(line)}
        timeline={timeline}
        index={index}
        place={line.place}
        line={line.line}
        position={position}
      />
    </div>
  );
}

const ofLine: readonly StepColumn[] = [{ heading: "Change" }];
const ofLoop: readonly StepColumn[] = [{ heading: "Iteration", width: "w-20" }, ...ofLine];

type LineStepsProps = HistoryPanelProps & TracedLine & { position: number };

function LineSteps({ timeline, index, place, line, position }: LineStepsProps) {
  const positions = index.positionsOfLine(place, line);
  const iterates = index.step(positions[0] ?? 0)?.iteration !== undefined;
  const rowAtOfLine = useCallback(
    (row: number) => rowAt(index, positions[row] ?? 0, iterates),
    [index, positions, iterates],
  );
  const go = useCallback(
    (row: number) => {
      timeline.goTo(positions[row] ?? null);
    },
    [timeline, positions],
  );
  const rowUpTo = countUpTo(positions, position) - 1;
  return (
    <StepTable
      label={`Steps of ${lineWords(place, line)}`}
      columns={iterates ? ofLoop : ofLine}
      digits={counted(index.trace.stepCount).length}
      count={positions.length}
      rowAt={rowAtOfLine}
      current={positions[rowUpTo] === position ? rowUpTo : null}
      onGo={go}
      neighbour={(way) => {
        const to = (way === 1 ? nextAfter : previousBefore)(positions, position);
        return to === null ? null : countUpTo(positions, to) - 1;
      }}
    />
  );
}

/** How often the line ran, how many steps it made and which of these are shown. */
function countWords(index: TraceIndex, { place, line }: TracedLine): string {
  const { hits, counts } = index.trace;
  const ran = hits[place][String(line)] ?? 0;
  const made = counts[place][String(line)] ?? 0;
  const kept = keptEndsOfLine(index, { place, line });
  const name = lineWords(place, line);
  const times = `${name.charAt(0).toUpperCase()}${name.slice(1)} ran ${counted(ran)} ${ran === 1 ? "time" : "times"}`;
  const steps = `made ${counted(made)} ${made === 1 ? "step" : "steps"}`;
  if (kept === null) return `${times} and ${steps}.`;
  const ends = `first ${counted(kept.first)}${kept.last > 0 ? ` and last ${counted(kept.last)}` : ""}`;
  return `${times} and ${steps}. Shown: its ${ends}; the ${counted(kept.between)} others were not kept.`;
}

function rowAt(index: TraceIndex, position: number, iterates: boolean): StepRow {
  const step = index.step(position);
  if (step === null) return { ordinal: "", cells: [] };
  return {
    ordinal: counted(step.ordinal),
    cells: [
      ...(iterates ? [step.iteration === undefined ? "" : counted(step.iteration)] : []),
      <code key="change" className="font-mono text-trace">
        {changeWords(step, 400)}
      </code>,
    ],
  };
}

type LineChoiceProps = HistoryPanelProps & { chosen: TracedLine | null };

/** Draws all its choices, shown or not, so it must not be drawn with every move. */
const LineChoice = memo(function LineChoice({ timeline, index, chosen }: LineChoiceProps) {
  const groups = useMemo(() => {
    const linesOf = (place: TracedLine["place"]) =>
      Object.entries(index.trace.counts[place]).map(([line, count]) => ({
        value: valueOf({ place, line: Number(line) }),
        label: `Line ${line}: ${index.lineText(place, Number(line)).trim()}`,
        description: `${counted(count)} ${count === 1 ? "step" : "steps"}`,
      }));
    return [
      { label: "", options: [{ value: ofTheStep, label: "The step’s line" }] },
      { label: "Program", options: linesOf("program") },
      { label: "Tests", options: linesOf("tests") },
    ].filter(({ options }) => options.length > 0);
  }, [index]);
  return (
    <Select
      label="Line"
      className="max-w-full"
      value={chosen === null ? ofTheStep : valueOf(chosen)}
      groups={groups}
      onValueChange={(value) => {
        const [place, line] = value.split(" ");
        timeline.chooseHistoryLine(
          value === ofTheStep
            ? null
            : { place: place === "tests" ? "tests" : "program", line: Number(line) },
        );
      }}
    />
  );
});
