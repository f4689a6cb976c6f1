import type { Test, TestOutcome, TestStatus } from "../../domain/test";
import { keptEnds } from "../../domain/timeline/keptSteps";
import { passedCount } from "../../domain/verdict";
import type { Place, Trace } from "../../domain/trace";
import type { RuntimeState } from "../../python/runtime";
import type { RunState } from "./run/run";

const statusWords: Record<TestStatus, string> = {
  passed: "Passed",
  failed: "Failed",
  raised: "Raised an exception",
  syntaxError: "Syntax error",
  timedOut: "Timed out",
  outputLimit: "Printed too much",
  memoryLimit: "Took too much memory",
  crashed: "Crashed",
  stopped: "Stopped",
};

export function statusWord(outcome: TestOutcome): string {
  return statusWords[outcome.status];
}

/** How far the judging was out of the program's reach, in words. */
export function judgingWords({ judging }: Pick<Test, "judging">): string {
  return judging.kind === "apart" ? "judged apart" : `not isolated: ${judging.reason}`;
}

export function placeWords(place: Place, line: number): string {
  return `line ${line} of the ${place}`;
}

function testsPass(outcomes: readonly TestOutcome[], total: number): string {
  return `${passedCount(outcomes)} of ${total} tests pass`;
}

/** One line about the run, for the status. */
export function runWords(run: RunState, runtime: RuntimeState): string {
  switch (run.kind) {
    case "idle":
      return "Not run yet";
    case "discovering":
      return runtime.kind === "loading" ? `${runtime.detail}…` : "Running…";
    case "stopped":
      return "Stopped before the tests were found";
    case "judging":
      return `Running… ${run.outcomes.length} of ${run.tests.length} tests done`;
    case "unreadable":
      return `Not run: the ${run.discovery.place} cannot be read`;
    case "broken":
      return "Not run";
    case "opened":
      return `Trace opened from ${run.name}: not run here`;
    case "done": {
      const words = testsPass(run.outcomes, run.tests.length);
      return run.outcomes.some(({ status }) => status === "stopped") ? `Stopped. ${words}` : words;
    }
  }
}

const number = new Intl.NumberFormat("en");

/** How many steps the run made, kept or not. */
export function stepsWords({ stepCount }: Pick<Trace, "stepCount">): string {
  return stepCount === 1 ? "1 step" : `${number.format(stepCount)} steps`;
}

/** Which of the run's steps the trace shows; null where it shows all. */
export function keptWords(trace: Pick<Trace, "steps" | "stepCount">): string | null {
  const kept = keptEnds(trace);
  if (kept === null) return null;
  const { first, last, between } = kept;
  const ends = [
    `first ${number.format(first)}`,
    ...(last > 0 ? [`last ${number.format(last)}`] : []),
  ];
  const rest = `of the ${number.format(between)} ${last > 0 ? "between" : "after"} them each line’s first and last`;
  return `Shown: the ${ends.join(" and the ")} steps, and ${rest}.`;
}
