import { useCallback } from "react";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { StepTable, type StepColumn, type StepRow } from "./StepTable";
import type { Timeline } from "./timeline";
import { useTimeline } from "./useTimeline";
import { changeWords, counted } from "./words";

type StepsPanelProps = { timeline: Timeline; index: TraceIndex };

const columns: readonly StepColumn[] = [
  { heading: "Line", width: "w-16" },
  { heading: "Function", width: "w-20 sm:w-40" },
  { heading: "Change" },
];

/** Every kept step in the order in which they ran. */
export function StepsPanel({ timeline, index }: StepsPanelProps) {
  const position = useTimeline(timeline, (state) => state.position);
  const { stepCount } = index;
  const rowAtOfIndex = useCallback((row: number) => rowAt(index, row), [index]);
  return (
    <StepTable
      label="Steps that changed something, in the order they ran"
      columns={columns}
      digits={counted(index.trace.stepCount).length}
      count={stepCount}
      rowAt={rowAtOfIndex}
      current={position}
      onGo={timeline.goTo}
      neighbour={(way) => {
        const next = position + way;
        return next < 0 || next >= stepCount ? null : next;
      }}
    />
  );
}

function rowAt(index: TraceIndex, row: number): StepRow {
  const step = index.step(row);
  if (step === null) return { ordinal: "", cells: [] };
  return {
    ordinal: counted(step.ordinal),
    cells: [
      step.place === "program" ? step.line : `tests ${step.line}`,
      <code key="function" className="font-mono">
        {step.frame.function}
      </code>,
      <code key="change" className="font-mono text-trace">
        {changeWords(step, 200)}
      </code>,
    ],
  };
}
