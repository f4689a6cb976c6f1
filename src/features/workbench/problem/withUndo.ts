import { toast } from "sonner";
import type { Problem } from "../../../domain/problem";
import type { TraceFile } from "../../../domain/traceFile";
import type { WorkbenchStores } from "../stores";

/** Does `act` and offers to undo it when the user's own work was replaced. */
function offerUndo(stores: WorkbenchStores, message: string, act: () => void): void {
  const { problem } = stores.draft.store.getState();
  const own = problem.provenance.source === "user" && problem.program.trim() !== "";
  act();
  if (own) toast(message, { action: { label: "Undo", onClick: stores.undo } });
}

/** Opens another problem in the workbench. */
export function openProblem(stores: WorkbenchStores, problem: Problem): void {
  offerUndo(stores, `Opened “${problem.title}”.`, () => {
    stores.open(problem);
  });
}

/** Opens a trace that was exported, with its program and tests. */
export function openTrace(stores: WorkbenchStores, file: TraceFile, name: string): void {
  offerUndo(stores, `Opened the trace in ${name}.`, () => {
    stores.openTrace(file, name);
  });
}

/** Opens an empty problem. */
export function openBlank(stores: WorkbenchStores): void {
  offerUndo(stores, "Opened an empty problem.", stores.openBlank);
}

/** Milliseconds: what an answer does to the fixes is seen only after another search. */
const answerUndoTime = 30_000;

/** Puts tests with one more among them into the Tests box and runs them. */
export function addTest(stores: WorkbenchStores, tests: string, onUndo: () => void): void {
  stores.apply("tests", tests);
  const onClick = (): void => {
    onUndo();
    stores.undo();
  };
  toast("Your answer is now a test.", {
    action: { label: "Undo", onClick },
    duration: answerUndoTime,
  });
}

/** Takes a fix over as the program. */
export function applyFix(stores: WorkbenchStores, program: string): void {
  stores.apply("program", program);
  toast("The fix is now the program.", { action: { label: "Undo", onClick: stores.undo } });
}
