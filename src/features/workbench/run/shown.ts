import type { Test, TestOutcome } from "../../../domain/test";
import type { Trace } from "../../../domain/trace";
import type { Source } from "../../../python/runtime";
import { shownTrace, type RunState } from "./run";

/** The trace on show and what it belongs to. */
export type Shown = {
  source: Source;
  /** Null for the program alone. */
  test: Test | null;
  /** Null where the test was not judged here. */
  outcome: TestOutcome | null;
  trace: Trace;
};

/** What a run shows, or null while it has no trace to show. */
export function shownOf(run: RunState): Shown | null {
  const trace = shownTrace(run);
  if (trace === null) return null;
  if (run.kind === "opened") return { source: run.source, test: run.test, outcome: null, trace };
  if (run.kind !== "done") return null;
  return {
    source: run.source,
    test: run.tests.find(({ id }) => id === trace.testId) ?? null,
    outcome: run.outcomes.find(({ testId }) => testId === trace.testId) ?? null,
    trace,
  };
}
