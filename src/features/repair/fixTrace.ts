import type { StoreApi } from "zustand/vanilla";
import type { RepairTask } from "../../domain/engine";
import { withSurroundings } from "../../domain/surroundings";
import type { Limits } from "../../domain/limits";
import type { Runtime } from "../../python/runtime";
import { shownFix, type FixTrace, type ProvenFix, type RepairState } from "./repairState";

/**
 * Records the trace of the fix on show, under the test of its subject's trace, unless it is there.
 * Resolves when there is nothing more to wait for.
 */
export async function fetchShownTrace(
  store: StoreApi<RepairState>,
  runtime: Pick<Runtime, "trace">,
  limits: Limits,
): Promise<void> {
  const state = store.getState();
  const fix = shownFix(state);
  if (fix === undefined || state.lifecycle.kind === "idle" || fix.id in state.traces) return;
  const { subject } = state.lifecycle;
  const put = (trace: FixTrace): void => {
    store.setState(({ traces }) => ({ traces: { ...traces, [fix.id]: trace } }));
  };
  put({ kind: "fetching" });
  const { tests, surroundings } = subject.problem;
  const source = { program: fix.proposal.fix, tests, ...withSurroundings(surroundings) };
  try {
    put({ kind: "ready", trace: await runtime.trace(source, sameTest(subject, fix), { limits }) });
  } catch (error) {
    put({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

/** The test of the subject's trace, by its place among the fix's units: ids may move with lines. */
function sameTest(subject: RepairTask, fix: ProvenFix): string | null {
  const index = subject.tests.findIndex((test) => test.id === subject.trace.testId);
  return fix.verdict.tests[index]?.id ?? null;
}
