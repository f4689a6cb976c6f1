import { useStore } from "zustand";
import { RepairPanel } from "../features/repair/RepairPanel";
import { Workbench } from "../features/workbench/Workbench";
import { useProblem } from "../features/workbench/useWorkbench";
import { applyFix } from "../features/workbench/problem/withUndo";
import type { Composition } from "./composition";
import { RuntimeBanner } from "./RuntimeBanner";
import { useRepairSubject } from "./useRepairSubject";
import { useTitle } from "./useTitle";

type WorkbenchPageProps = { composition: Composition; onOpenSettings: () => void };

/** The workbench with the Repair panel beside the program. */
export function WorkbenchPage({ composition, onOpenSettings }: WorkbenchPageProps) {
  const { workbench, repair, settings, runtime } = composition;
  const { program, title } = useProblem(workbench);
  const subject = useRepairSubject(workbench);
  const { engine, endpoint } = useStore(settings);
  const repairing = useStore(repair.store, ({ lifecycle }) => lifecycle.kind === "working");
  useTitle(title);
  return (
    <>
      <h1 className="sr-only">Workbench</h1>
      <RuntimeBanner
        runtime={runtime}
        onRetry={() => {
          runtime.start();
          workbench.runNow();
        }}
      />
      <Workbench
        stores={workbench}
        asideIsBusy={repairing}
        aside={
          <RepairPanel
            repair={repair}
            subject={subject}
            program={program}
            engine={engine}
            model={endpoint.model}
            onChooseEngine={composition.chooseEngine}
            onOpenSettings={onOpenSettings}
            onAccept={composition.acceptFix}
            onApply={(fix) => {
              applyFix(workbench, fix);
            }}
            samplesHref="#/samples"
          />
        }
      />
    </>
  );
}
