import type { Problem } from "../domain/problem";
import type { RepairSubject } from "../features/repair/panelProps";
import { repairRequest } from "../features/workbench/run/repairRequest";
import { isStale, type RunState } from "../features/workbench/run/run";

/** What an engine may work on now, or in words why there is nothing to repair yet. */
export function repairSubject(problem: Problem, run: RunState): RepairSubject {
  const reason = hindrance(problem, run);
  if (reason !== null) return { kind: "unavailable", reason };
  const request = repairRequest(problem, run);
  return request === null
    ? { kind: "unavailable", reason: "The failing test’s trace is being recorded." }
    : { kind: "ready", request };
}

function hindrance(problem: Problem, run: RunState): string | null {
  if (problem.program.trim() === "") return "There is no program yet.";
  switch (run.kind) {
    case "idle":
      return "Run the tests first.";
    case "discovering":
    case "judging":
      return "The tests are running.";
    case "stopped":
      return "The run was stopped: run it again first.";
    case "opened":
      return "The trace was made elsewhere: run the tests here first.";
    case "unreadable":
      return `The ${run.discovery.place} cannot be read yet: line ${run.discovery.line}.`;
    case "broken":
      return "The tests could not be run.";
    case "done":
      return hindranceOfResult(problem, run);
  }
}

function hindranceOfResult(
  problem: Problem,
  run: Extract<RunState, { kind: "done" }>,
): string | null {
  if (isStale(run, problem)) return "The text has changed: run it again first.";
  if (run.tests.length === 0) return "There are no tests that a fix could be proven against.";
  if (run.outcomes.some(({ status }) => status === "stopped")) {
    return "The run was stopped: run it again first.";
  }
  const fails = run.outcomes.some(({ status }) => status !== "passed");
  return fails ? null : "Every test passes: there is nothing to repair.";
}
