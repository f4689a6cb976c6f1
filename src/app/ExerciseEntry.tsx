import { lazy, Suspense, useState } from "react";
import { createStore, useStore, type StoreApi } from "zustand";
import type { Problem } from "../domain/problem";
import { passedCount } from "../domain/verdict";
import { isStale, type RunState } from "../features/workbench/run/run";
import type { WorkbenchStores } from "../features/workbench/stores";
import { useProblem, useRun } from "../features/workbench/useWorkbench";
import { Button } from "../ui/Button";
import type { Composition } from "./composition";

const ExerciseView = lazy(async () => {
  const { ExerciseView: component } = await import("./ExerciseView");
  return { default: component };
});

/** Whether the program as it stands passes all its tests, of which there are some. */
function passesAll(problem: Problem, run: RunState): boolean {
  if (run.kind !== "done" || isStale(run, problem)) return false;
  const { tests, outcomes } = run;
  return tests.some(({ kind }) => kind !== "program") && passedCount(outcomes) === tests.length;
}

type Asking = StoreApi<{ open: boolean }>;

export function useAskingForExercise(): Asking {
  const [asking] = useState(() => createStore(() => ({ open: false })));
  return asking;
}

function usePassesAll(workbench: WorkbenchStores): boolean {
  return passesAll(useProblem(workbench), useRun(workbench));
}

type EntryProps = { composition: Composition; asking: Asking };

/** Offers to make an exercise of a program that passes its tests. */
export function ExerciseButton({ composition, asking }: EntryProps) {
  const { workbench } = composition;
  const isRight = usePassesAll(workbench);
  const { reference } = useProblem(workbench);
  if (!isRight || reference !== undefined) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      onClick={() => {
        asking.setState({ open: true });
      }}
    >
      Make an exercise…
    </Button>
  );
}

/** What belongs to an exercise, loaded where there is one or one is asked for. */
export function ExerciseEntry({ composition, asking }: EntryProps) {
  const { workbench } = composition;
  const isRight = usePassesAll(workbench);
  const { reference } = useProblem(workbench);
  const isAsking = useStore(asking, ({ open }) => open);
  const [wasNeeded, setWasNeeded] = useState(false);
  const isNeeded = reference !== undefined || isAsking;
  if (isNeeded && !wasNeeded) setWasNeeded(true);
  if (!wasNeeded) return null;
  return (
    <Suspense fallback={null}>
      <ExerciseView composition={composition} asking={asking} isSolved={isRight} />
    </Suspense>
  );
}
