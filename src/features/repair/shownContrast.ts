import type { StoreApi } from "zustand/vanilla";
import type { RepairTask } from "../../domain/engine";
import type { Contrast } from "../../domain/fixChecks";
import type { Limits } from "../../domain/limits";
import type { Runtime } from "../../python/runtime";
import { findingsOf, shownFix, type ProvenFix, type RepairState } from "./repairState";

type Dependencies = {
  runtime: Pick<Runtime, "contrast">;
  limits: () => Limits;
  /** The fixes changed: one of them has its contrast now. */
  onChange: (subject: RepairTask, fixes: readonly ProvenFix[]) => void;
};

/**
 * Contrasts the fix on show with its buggy program, in the background and one at a time. Gives the
 * function to call when another fix may be on show.
 */
export function createShownContrast(
  store: StoreApi<RepairState>,
  { runtime, limits, onChange }: Dependencies,
): () => void {
  let current: { id: string; abort: AbortController } | null = null;
  const asked = new Set<string>();

  return () => {
    const { lifecycle } = store.getState();
    const fix = shownFix(store.getState());
    if (current !== null && current.id !== fix?.id) {
      asked.delete(current.id);
      current.abort.abort();
      current = null;
    }
    if (fix === undefined || lifecycle.kind === "idle") return;
    if (fix.verdict.contrast !== undefined || asked.has(fix.id)) return;
    const abort = new AbortController();
    current = { id: fix.id, abort };
    asked.add(fix.id);
    const { problem } = lifecycle.subject;
    const task = { ...problem, fix: fix.proposal.fix };
    const options = { limits: limits(), signal: abort.signal };
    runtime.contrast(task, passingOf(lifecycle.subject), options).then(
      (contrast) => {
        if (contrast !== null && !abort.signal.aborted) put(store, fix.id, contrast, onChange);
      },
      // It is information only: the fix is proven without it.
      () => undefined,
    );
  };
}

function passingOf({ tests, outcomes }: RepairTask) {
  const passed = new Set(
    outcomes.filter(({ status }) => status === "passed").map(({ testId }) => testId),
  );
  return tests.filter(({ id }) => passed.has(id));
}

function put(
  store: StoreApi<RepairState>,
  id: string,
  contrast: Contrast,
  onChange: Dependencies["onChange"],
): void {
  const { lifecycle } = store.getState();
  if (lifecycle.kind === "idle") return;
  const findings = findingsOf(lifecycle);
  if (!findings.fixes.some((fix) => fix.id === id)) return;
  const fixes = findings.fixes.map((fix) =>
    fix.id === id ? { ...fix, verdict: { ...fix.verdict, contrast } } : fix,
  );
  store.setState({ lifecycle: { ...lifecycle, findings: { ...findings, fixes } } });
  onChange(lifecycle.subject, fixes);
}
