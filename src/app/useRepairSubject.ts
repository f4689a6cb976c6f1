import { useMemo } from "react";
import type { RepairSubject } from "../features/repair/panelProps";
import type { WorkbenchStores } from "../features/workbench/stores";
import { useProblem, useRun } from "../features/workbench/useWorkbench";
import { repairSubject } from "./repairSubject";

/** What an engine may work on, as the run and the texts stand. */
export function useRepairSubject(workbench: WorkbenchStores): RepairSubject {
  const problem = useProblem(workbench);
  const run = useRun(workbench);
  return useMemo(() => repairSubject(problem, run), [problem, run]);
}
