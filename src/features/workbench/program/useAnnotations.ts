import { useMemo } from "react";
import { useStore } from "zustand";
import type { Place } from "../../../domain/trace";
import type { TraceLens } from "../lens";
import type { WorkbenchStores } from "../stores";
import { useProblem, useRun } from "../useWorkbench";
import { afterEdits, annotationsOf, unseen, type Annotation } from "./annotations";

/** What an editor shows beside its lines, as the run, the text and the reader's wishes stand. */
export function useAnnotations(
  stores: WorkbenchStores,
  lens: TraceLens,
  place: Place,
): readonly Annotation[] {
  const run = useRun(stores);
  const problem = useProblem(stores);
  const showTrace = useStore(stores.view, (view) => view.showTrace);
  const filter = useStore(lens.store, (reading) => reading.filter);
  const asRun = useMemo(() => {
    const found = annotationsOf(run, place, filter);
    return showTrace ? found : unseen(found);
  }, [run, place, filter, showTrace]);
  return useMemo(() => afterEdits(asRun, run, problem, place), [asRun, run, problem, place]);
}
