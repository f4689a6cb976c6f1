import { useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { Problem } from "../../domain/problem";
import type { RuntimeState } from "../../python/runtime";
import { useShallow } from "zustand/react/shallow";
import { isBusy, isStale, type RunState } from "./run/run";
import { shownOf, type Shown } from "./run/shown";
import type { WorkbenchStores } from "./stores";

export function useProblem(stores: WorkbenchStores): Problem {
  return useStore(stores.draft.store, (draft) => draft.problem);
}

export function useRun(stores: WorkbenchStores): RunState {
  return useStore(stores.run.store);
}

/** Whether there is something for Stop to stop. */
export function useBusy(stores: WorkbenchStores): boolean {
  return useStore(stores.run.store, isBusy);
}

/** The trace on show; the same object while that is the same. */
export function useShown(stores: WorkbenchStores): Shown | null {
  return useStore(stores.run.store, useShallow(shownOf));
}

export function useRuntimeState({ runtime }: WorkbenchStores): RuntimeState {
  return useSyncExternalStore(
    (listener) => runtime.subscribe(listener),
    () => runtime.state,
  );
}

/** Whether what is shown belongs to texts that were edited since. */
export function useStale(stores: WorkbenchStores): boolean {
  const problem = useProblem(stores);
  return useStore(stores.run.store, (run) => isStale(run, problem));
}
