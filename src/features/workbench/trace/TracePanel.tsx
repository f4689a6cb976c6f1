import { Suspense, useCallback, type ReactNode } from "react";
import { useStore } from "zustand";
import {
  outputParts,
  warningsIn,
  type OutputPart,
  type PythonWarning,
} from "../../../domain/stderr";
import { EmptyState } from "../../../ui/EmptyState";
import { FileDrop } from "../../../ui/FileDrop";
import { Notice } from "../../../ui/Notice";
import { OutputText } from "../../../ui/OutputText";
import { Progress } from "../../../ui/Progress";
import { Region } from "../../../ui/Region";
import { ScrollBox } from "../../../ui/ScrollBox";
import { EndNotice } from "../explanation/lazily";
import type { RunState, TraceState } from "../run/run";
import type { Shown } from "../run/shown";
import type { WorkbenchStores } from "../stores";
import { useShown } from "../useWorkbench";
import { keptWords, placeWords, stepsWords } from "../words";
import { TraceFileButtons } from "./TraceFileButtons";

/** A trace with steps, and what is said and can be done about it as a whole. */
export type ShownTrace = Pick<Shown, "source" | "test" | "trace"> & {
  ending: ReactNode;
  actions: ReactNode;
};

type TracePanelProps = {
  stores: WorkbenchStores;
  /** Draws the region of a trace that has steps. */
  timeline: (shown: ShownTrace) => ReactNode;
  onChangeLimits: () => void;
};

/** The chosen test's trace or the opened one, or why there is none; opens what is dropped. */
export function TracePanel({ stores, ...rest }: TracePanelProps) {
  const onDrop = useCallback(
    (files: readonly File[]) => {
      void import("./traceFiles").then(({ takeDropped }) => takeDropped(stores, files));
    },
    [stores],
  );
  return (
    <>
      <FileDrop hint="Drop files for the program, or a trace to open it" onDrop={onDrop} />
      <TraceRegion stores={stores} {...rest} />
    </>
  );
}

function TraceRegion({ stores, timeline, onChangeLimits }: TracePanelProps) {
  const shown = useShown(stores);
  const actions = <TraceFileButtons stores={stores} hasTrace={shown !== null} />;
  if (shown !== null && shown.trace.steps.length > 0) {
    const { source, test, trace } = shown;
    const ending = <Ending stores={stores} {...shown} onChangeLimits={onChangeLimits} />;
    return timeline({ source, test, trace, ending, actions });
  }
  return (
    <Region title="Trace" actions={actions}>
      <div aria-live="polite" className="flex flex-col gap-3">
        {shown === null ? (
          <Missing stores={stores} />
        ) : (
          <Ending stores={stores} {...shown} onChangeLimits={onChangeLimits} />
        )}
      </div>
    </Region>
  );
}

function stateOf(run: RunState): TraceState | null {
  if (run.kind !== "done" || run.selected === null) return null;
  return run.traces[run.selected] ?? null;
}

/** What stands in place of a trace. */
function Missing({ stores }: Pick<TracePanelProps, "stores">) {
  const state = useStore(stores.run.store, stateOf);
  if (state?.kind === "tracing") {
    return (
      <div>
        <p className="mb-1 text-muted">Recording what the program does…</p>
        <Progress label="Recording the trace" value={0} max={null} />
      </div>
    );
  }
  if (state?.kind === "broken") return <Notice {...state.failure} />;
  return (
    <EmptyState title="No trace yet">
      Choose a test of a finished run to see what the program did under it, or open a trace that was
      exported: by the button, or by dropping its file on this page.
    </EmptyState>
  );
}

type EndingProps = Shown & Pick<TracePanelProps, "stores" | "onChangeLimits">;

/** Which test this is, how long its trace is, what of it is shown, and how it ended. */
function Ending({ stores, onChangeLimits, ...shown }: EndingProps) {
  const { test, trace } = shown;
  const kept = keptWords(trace);
  const parts = outputParts(trace);
  return (
    <div className="flex flex-col gap-2">
      <p className="wrap-anywhere">
        <code className="font-mono text-[13px]">{test?.name ?? "The program"}</code>
        <span className="text-muted">{` · ${stepsWords(trace)}`}</span>
      </p>
      {kept !== null && (
        <p className="text-muted">
          {kept} To see more, raise “Steps kept per trace” in the settings and run again.
        </p>
      )}
      <Warnings warnings={warningsIn(trace)} />
      <Suspense>
        <EndNotice stores={stores} shown={shown} onChangeLimits={onChangeLimits} />
      </Suspense>
      {parts.length > 0 && <Output parts={parts} isOpen={trace.steps.length === 0} />}
    </div>
  );
}

/** What Python warned of, each with its line. */
function Warnings({ warnings }: { warnings: readonly PythonWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice
      tone="warning"
      what={warnings.length === 1 ? "Python warns:" : `Python warns ${warnings.length} times:`}
      why={warnings
        .map(({ place, line, category, message }) => {
          return `At ${placeWords(place, line)}: ${message} (${category})`;
        })
        .join("\n")}
    />
  );
}

/** All that was printed; while there are steps, the timeline says what was printed by when. */
function Output({ parts, isOpen }: { parts: readonly OutputPart[]; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary className="font-medium">Printed output</summary>
      <ScrollBox label="Printed output" className="mt-1 max-h-60 bg-raised p-2">
        <OutputText parts={parts} />
      </ScrollBox>
    </details>
  );
}
