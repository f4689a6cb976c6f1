import { useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { Problem } from "../../domain/problem";
import type { RuntimeState } from "../../python/runtime";
import { isStale, type RunState } from "./run/run";
import type { WorkbenchStores } from "./stores";

export function useProblem(stores: WorkbenchStores): Problem {
  return useStore(stores.draft.store, (draft) => draft.problem);
}

export function useRun(stores: WorkbenchStores): RunState {
  return useStore(stores.run.store);
}

export function useRuntimeState({ runtime }: WorkbenchStores): RuntimeState {
  return useSyncExternalStore(
    (listener) => runtime.subscribe(listener),
    () => runtime.state,
  );
}

/** Whether what is shown belongs to texts that were edited since. */
export function useStale(stores: WorkbenchStores): boolean {
  return isStale(useRun(stores), useProblem(stores));
}
