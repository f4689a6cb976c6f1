import { useEffect, type ReactNode } from "react";
import { DraftNotices } from "./problem/DraftNotices";
import { InstructionPanel } from "./problem/InstructionPanel";
import { ProgramPanel } from "./program/ProgramPanel";
import type { WorkbenchStores } from "./stores";
import { TestsPanel } from "./tests/TestsPanel";
import { Toolbar } from "./Toolbar";
import { TracePanel } from "./trace/TracePanel";

type WorkbenchProps = {
  stores: WorkbenchStores;
  /** Stands beside everything on a wide screen, between tests and trace on a narrow one. */
  aside?: ReactNode;
  /** What stands aside is at work, with a Stop of its own. */
  asideIsBusy?: boolean;
};

/** The page on which a program is run, looked at and repaired. */
export function Workbench({ stores, aside, asideIsBusy = false }: WorkbenchProps) {
  useEffect(() => {
    stores.begin();
  }, [stores]);
  return (
    <div className="flex flex-col gap-3 p-3">
      <Toolbar stores={stores} busyElsewhere={asideIsBusy} />
      <DraftNotices stores={stores} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,28rem)] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-3">
          <InstructionPanel stores={stores} />
          <ProgramPanel stores={stores} />
          <TestsPanel stores={stores} />
        </div>
        <div className="min-w-0 lg:row-span-2">{aside}</div>
        <TracePanel stores={stores} />
      </div>
    </div>
  );
}
