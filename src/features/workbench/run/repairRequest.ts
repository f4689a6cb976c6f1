import type { RepairTask } from "../../../domain/engine";
import type { Problem } from "../../../domain/problem";
import { isStale, shownTrace, type RunState } from "./run";

/**
 * What an engine may work on, with the trace that is shown. Null without a finished run of the
 * problem as it stands, after a stop, and while its trace is being recorded.
 */
export function repairRequest(problem: Problem, run: RunState): RepairTask | null {
  if (run.kind !== "done" || isStale(run, problem)) return null;
  if (run.outcomes.some(({ status }) => status === "stopped")) return null;
  const trace = shownTrace(run) ?? firstTrace(run);
  if (trace === null || trace.end.kind === "stopped") return null;
  return { problem, tests: run.tests, outcomes: run.outcomes, trace };
}

/** A trace of this run to work with while the chosen test's is not there: a failing test's if any. */
function firstTrace(run: Extract<RunState, { kind: "done" }>) {
  const ordered = [
    ...run.outcomes.filter(({ status }) => status !== "passed"),
    ...run.outcomes.filter(({ status }) => status === "passed"),
  ];
  for (const { testId } of ordered) {
    const state = run.traces[testId];
    if (state?.kind === "traced" && state.trace.end.kind !== "stopped") return state.trace;
  }
  return null;
}
