import type { Repair } from "../features/repair/repair";
import { findingsOf } from "../features/repair/repairState";
import type { WorkbenchStores } from "../features/workbench/stores";

/** Shows the lines under suspicion beside the program for as long as it is the one they are of. */
export function followSuspicion(workbench: WorkbenchStores, repair: Repair): void {
  const show = (): void => {
    const { lifecycle } = repair.store.getState();
    const { program } = workbench.draft.store.getState().problem;
    const isOfIt = lifecycle.kind !== "idle" && lifecycle.subject.problem.program === program;
    const lines = isOfIt ? findingsOf(lifecycle).suspicion : [];
    const { heat } = workbench;
    if (heat.getState().lines.length + lines.length > 0) heat.setState({ lines });
  };
  repair.store.subscribe((state, before) => {
    if (findingsOf(state.lifecycle).suspicion !== findingsOf(before.lifecycle).suspicion) show();
  });
  workbench.draft.store.subscribe((draft, before) => {
    if (draft.problem.program !== before.problem.program) show();
  });
}
