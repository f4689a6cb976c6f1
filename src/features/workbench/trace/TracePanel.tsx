import { EmptyState } from "../../../ui/EmptyState";
import { Notice } from "../../../ui/Notice";
import { Progress } from "../../../ui/Progress";
import { Region } from "../../../ui/Region";
import type { RunState, TraceState } from "../run/run";
import type { WorkbenchStores } from "../stores";
import { ScrollBox } from "../../../ui/ScrollBox";
import { StepTable } from "./StepTable";
import { useRun } from "../useWorkbench";
import { endWords } from "../words";

/** The chosen test's trace in words and as a table: what the comments at the line ends show, for all. */
export function TracePanel({ stores }: { stores: WorkbenchStores }) {
  const run = useRun(stores);
  return (
    <Region title="Trace" className="self-start">
      <div aria-live="polite" className="flex flex-col gap-3">
        <Body run={run} />
      </div>
    </Region>
  );
}

function Body({ run }: { run: RunState }) {
  const chosen = chosenTrace(run);
  if (run.kind !== "done" || chosen === null) {
    return (
      <EmptyState title="No trace yet">
        Choose a test of a finished run to see what the program did under it.
      </EmptyState>
    );
  }
  switch (chosen.kind) {
    case "tracing":
      return (
        <div>
          <p className="mb-1 text-muted">Recording what the program does…</p>
          <Progress label="Recording the trace" value={0} max={null} />
        </div>
      );
    case "broken":
      return <Notice {...chosen.failure} />;
    case "traced":
      return <Traced run={run} trace={chosen.trace} />;
  }
}

function chosenTrace(run: RunState): TraceState | null {
  if (run.kind !== "done" || run.selected === null) return null;
  return run.traces[run.selected] ?? null;
}

type TracedProps = {
  run: Extract<RunState, { kind: "done" }>;
  trace: Extract<TraceState, { kind: "traced" }>["trace"];
};

function Traced({ run, trace }: TracedProps) {
  const test = run.tests.find(({ id }) => id === trace.testId);
  const outcome = run.outcomes.find(({ testId }) => testId === trace.testId) ?? null;
  const steps = trace.steps.length;
  return (
    <>
      <p className="wrap-anywhere">
        <code className="font-mono text-[13px]">{test?.name ?? "The program"}</code>
        <span className="text-muted">
          {" "}
          · {steps.toLocaleString("en")} {steps === 1 ? "step" : "steps"}
        </span>
      </p>
      <Notice {...endWords(trace, outcome)} announce={false} />
      {steps > 0 && <StepTable key={`${run.id} ${trace.testId ?? ""}`} steps={trace.steps} />}
      {trace.output !== "" && <Output text={trace.output} />}
    </>
  );
}

function Output({ text }: { text: string }) {
  return (
    <details open>
      <summary className="font-medium">Printed output</summary>
      <ScrollBox label="Printed output" className="mt-1 max-h-60 bg-raised p-2">
        <pre className="font-mono text-[13px]">{text}</pre>
      </ScrollBox>
    </details>
  );
}
