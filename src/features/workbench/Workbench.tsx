import { lazy, Suspense, useEffect, type ReactNode } from "react";
import { useStore } from "zustand";
import { DraftNotices } from "./problem/DraftNotices";
import type { TraceLens } from "./lens";
import { InstructionPanel } from "./problem/InstructionPanel";
import { ProgramPanel } from "./program/ProgramPanel";
import type { WorkbenchStores } from "./stores";
import { SurroundingsPanel } from "./surroundings/SurroundingsPanel";
import { TestsPanel } from "./tests/TestsPanel";
import { Toolbar } from "./Toolbar";
import { TracePanel, type ShownTrace } from "./trace/TracePanel";

const ForecastPanel = lazy(async () => {
  const { ForecastPanel: component } = await import("./forecast/ForecastPanel");
  return { default: component };
});

type WorkbenchProps = {
  stores: WorkbenchStores;
  /** Where the reader is in the trace. */
  lens: TraceLens;
  /** Draws the region of a trace that has steps. */
  timeline: (shown: ShownTrace) => ReactNode;
  /** Opens where the limits of a run are changed. */
  onChangeLimits: () => void;
  /** Stands beside the tests' result. */
  testsAction?: ReactNode;
  /** Stands beside everything on a wide screen, below it on a narrow one. */
  aside?: ReactNode;
  /** What stands aside is at work, with a Stop of its own. */
  asideIsBusy?: boolean;
};

/** The page on which a program is run, looked at and repaired. */
export function Workbench(props: WorkbenchProps) {
  const { stores, lens, timeline, onChangeLimits, testsAction, aside, asideIsBusy = false } = props;
  useEffect(() => {
    stores.begin();
  }, [stores]);
  const isForecast = useStore(stores.forecasting.store, ({ kind }) => kind !== "none");
  return (
    <div className="flex flex-col gap-3 p-3">
      <Toolbar stores={stores} busyElsewhere={asideIsBusy} />
      <DraftNotices stores={stores} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,28rem)]">
        <div className="flex min-w-0 flex-col gap-3">
          <InstructionPanel stores={stores} />
          <ProgramPanel stores={stores} lens={lens} />
          {isForecast && (
            <Suspense>
              <ForecastPanel stores={stores} lens={lens} />
            </Suspense>
          )}
          <TestsPanel stores={stores} lens={lens} action={testsAction} />
          <SurroundingsPanel stores={stores} />
          <TracePanel stores={stores} timeline={timeline} onChangeLimits={onChangeLimits} />
        </div>
        <div className="min-w-0">{aside}</div>
      </div>
    </div>
  );
}
