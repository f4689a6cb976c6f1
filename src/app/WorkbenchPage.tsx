import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { RepairPanel } from "../features/repair/RepairPanel";
import { Workbench } from "../features/workbench/Workbench";
import { useProblem } from "../features/workbench/useWorkbench";
import { applyFix } from "../features/workbench/problem/withUndo";
import { Region } from "../ui/Region";
import { answer } from "./answer";
import type { Composition } from "./composition";
import { ExerciseButton, ExerciseEntry, useAskingForExercise } from "./ExerciseEntry";
import { PageSpinner } from "./PageSpinner";
import { PreviousComparison } from "./PreviousComparison";
import { RunComparison } from "./RunComparison";
import { RuntimeBanner } from "./RuntimeBanner";
import { useRepairSubject } from "./useRepairSubject";
import { useTitle } from "./useTitle";

const TimelineView = lazy(async () => {
  const { TimelineView: component } = await import("../features/timeline/TimelineView");
  return { default: component };
});
const PackageNotice = lazy(async () => {
  const { PackageNotice: component } = await import("../features/packages/PackageNotice");
  return { default: component };
});
const FormsView = lazy(async () => {
  const { FormsView: component } = await import("../features/timeline/forms/FormsView");
  return { default: component };
});

type WorkbenchPageProps = { composition: Composition; onOpenSettings: () => void };

/** The workbench with the Repair panel beside the program. */
export function WorkbenchPage({ composition, onOpenSettings }: WorkbenchPageProps) {
  const { workbench, timeline, repair, settings, runtime } = composition;
  const { title } = useProblem(workbench);
  const { packageAddress } = useStore(settings);
  const needsPackages = useStore(composition.packages.store, ({ kind }) => kind !== "nothing");
  const index = useStore(timeline.store, (state) => state.index);
  const repairing = useStore(repair.store, ({ lifecycle }) => lifecycle.kind === "working");
  const asking = useAskingForExercise();
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
      {needsPackages && (
        <div className="px-3 pt-3">
          <Suspense fallback={null}>
            <PackageNotice
              packages={composition.packages}
              address={packageAddress}
              onOpenSettings={onOpenSettings}
            />
          </Suspense>
        </div>
      )}
      <ExerciseEntry composition={composition} asking={asking} />
      <Workbench
        stores={workbench}
        lens={timeline}
        timeline={({ ending, actions, ...shown }) =>
          index === null ? null : (
            <Suspense
              fallback={
                <Region title="Trace">
                  <PageSpinner />
                </Region>
              }
            >
              <TimelineView
                timeline={timeline}
                index={index}
                ending={ending}
                actions={actions}
                forms={
                  <Suspense fallback={<PageSpinner />}>
                    <FormsView {...shown} />
                  </Suspense>
                }
                compare={<PreviousComparison composition={composition} shown={shown} />}
              />
            </Suspense>
          )
        }
        onChangeLimits={onOpenSettings}
        testsAction={<ExerciseButton composition={composition} asking={asking} />}
        asideIsBusy={repairing}
        aside={<RepairAside composition={composition} onOpenSettings={onOpenSettings} />}
      />
    </>
  );
}

function RepairAside({ composition, onOpenSettings }: WorkbenchPageProps) {
  const { workbench, timeline, repair, settings } = composition;
  const { program, tests } = useProblem(workbench);
  const subject = useRepairSubject(workbench);
  const { engine, endpoint, searchSeconds } = useStore(settings);
  return (
    <RepairPanel
      repair={repair}
      subject={subject}
      program={program}
      tests={tests}
      engine={engine}
      model={endpoint.model}
      onChooseEngine={composition.chooseEngine}
      seconds={searchSeconds}
      onChooseSeconds={(seconds) => {
        settings.setState({ searchSeconds: seconds });
      }}
      onOpenSettings={onOpenSettings}
      onAccept={composition.acceptFix}
      onApply={(fix) => {
        applyFix(workbench, fix);
      }}
      onAnswer={(answered) => {
        answer(composition, answered);
      }}
      samplesHref="#/samples"
      renderComparison={(before, after) => (
        <RunComparison
          timeline={timeline}
          before={{ title: "Buggy program", ...before }}
          after={{ title: "With the fix", ...after }}
        />
      )}
    />
  );
}
