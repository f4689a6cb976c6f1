import type { Repair } from "../features/repair/repair";
import { findingsOf } from "../features/repair/repairState";
import { addTest } from "../features/workbench/problem/withUndo";
import type { WorkbenchStores } from "../features/workbench/stores";
import { repairSubject } from "./repairSubject";

type Answering = { workbench: WorkbenchStores; repair: Repair };

/**
 * Takes tests with an answer among them, runs them, and then looks for a fix again. The fixes of before
 * are proven against the new tests. An edit or an Undo in between ends it.
 */
export function answer({ workbench, repair }: Answering, tests: string): void {
  const { fixes } = findingsOf(repair.store.getState().lifecycle);
  const earlier = fixes.map(({ proposal }) => proposal);
  addTest(workbench, tests, repair.stop);
  const { problem } = workbench.draft.store.getState();
  const unsubscribe = workbench.run.store.subscribe((run) => {
    const isOver = run.kind === "stopped" || run.kind === "unreadable" || run.kind === "broken";
    if (isOver || workbench.draft.store.getState().problem !== problem) {
      unsubscribe();
      return;
    }
    const subject = repairSubject(problem, run);
    if (subject.kind !== "ready") return;
    unsubscribe();
    void repair.reconsider(subject.request, earlier);
  });
}
