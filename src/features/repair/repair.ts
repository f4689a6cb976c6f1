import { createStore, type StoreApi } from "zustand/vanilla";
import type { Engine, EngineName, RepairTask } from "../../domain/engine";
import type { Problem } from "../../domain/problem";
import { sameSurroundings } from "../../domain/surroundings";
import type { Runtime } from "../../python/runtime";
import { fetchShownTrace } from "./fixTrace";
import { createShownContrast } from "./shownContrast";
import type { KeptFixes } from "./keptFixes";
import { done, pursue, sameProgram, type RunDependencies, type RunDesk } from "./repairRun";
import { findingsOf, noFindings, type RepairLifecycle, type RepairState } from "./repairState";

export type RepairDependencies = RunDependencies & {
  runtime: RunDependencies["runtime"] & Pick<Runtime, "trace" | "contrast">;
  engines: Readonly<Record<EngineName, Engine>>;
  kept: KeptFixes;
};

/** "Find a fix": drives an engine, proves each proposal, and holds what the panel shows. */
export type Repair = {
  readonly store: StoreApi<RepairState>;
  /** Supersedes a run under way. Resolves when this run has ended. */
  readonly find: (engine: EngineName, subject: RepairTask) => Promise<void>;
  /** Ends the run at once and keeps what it found. */
  readonly stop: () => void;
  /** Chooses the fix on show, from 0, and fetches its trace. */
  readonly show: (index: number) => void;
  readonly discard: (fixId: string) => void;
  /** Notes that a fix is among the samples. */
  readonly markAccepted: (fixId: string) => void;
  /** Tells which problem is being edited: its kept fixes come back, another problem's go away. */
  readonly attend: (problem: Problem) => void;
};

const nothingShown: Omit<RepairState, "lifecycle"> = { shown: 0, traces: {}, accepted: [] };

export function createRepair(deps: RepairDependencies): Repair {
  const store = createStore<RepairState>(() => ({ lifecycle: { kind: "idle" }, ...nothingShown }));
  let current: AbortController | null = null;

  const contrastShown = createShownContrast(store, {
    ...deps,
    onChange: (subject, fixes) => {
      deps.kept.save(subject, fixes);
    },
  });
  /** Learns what is to be known of the fix on show: its trace first, for that is waited for. */
  const lookAtShown = (): void => {
    void fetchShownTrace(store, deps.runtime, deps.limits()).then(contrastShown);
  };

  const deskOf = (run: AbortController): RunDesk => {
    const working = () => {
      const { lifecycle } = store.getState();
      return current === run && lifecycle.kind === "working" ? lifecycle : null;
    };
    return {
      working,
      update(change) {
        const now = working();
        if (now !== null) store.setState({ lifecycle: { ...now, ...change } });
      },
      settle(end) {
        const now = working();
        if (now === null) return;
        current = null;
        store.setState({ lifecycle: end(now) });
        run.abort();
      },
      found(fixes) {
        const now = working();
        if (now !== null) deps.kept.save(now.subject, fixes);
        lookAtShown();
      },
    };
  };

  const stop = (): void => {
    if (current === null) return;
    deskOf(current).settle(({ engine, subject, findings, progress, rationale }) => {
      const counted = progress !== null && engine === "search";
      const note = counted ? triedNote(progress.tried) : "";
      return { kind: "stopped", engine, subject, findings, note, rationale };
    });
  };

  return {
    store,
    stop,
    async find(engine, subject) {
      stop();
      const run = new AbortController();
      current = run;
      const start = { progress: null, rationale: "", proving: null, findings: noFindings };
      const lifecycle: RepairLifecycle = { kind: "working", engine, subject, ...start };
      store.setState({ lifecycle, ...nothingShown });
      await pursue(deps, deskOf(run), deps.engines[engine], subject, run.signal);
    },
    show(index) {
      const last = findingsOf(store.getState().lifecycle).fixes.length - 1;
      store.setState({ shown: Math.max(0, Math.min(index, last)) });
      lookAtShown();
    },
    discard(fixId) {
      const { lifecycle, shown } = store.getState();
      if (lifecycle.kind === "idle") return;
      const next = withoutFix(lifecycle, fixId);
      const { fixes } = findingsOf(next);
      store.setState({ lifecycle: next, shown: Math.min(shown, Math.max(0, fixes.length - 1)) });
      deps.kept.save(lifecycle.subject, fixes);
      lookAtShown();
    },
    markAccepted(fixId) {
      store.setState(({ accepted }) => ({ accepted: [...accepted, fixId] }));
    },
    attend(problem) {
      const { lifecycle } = store.getState();
      if (lifecycle.kind !== "idle" && sameSource(lifecycle.subject.problem, problem)) return;
      const another = lifecycle.kind === "idle" || !descends(problem, lifecycle);
      if (lifecycle.kind === "working" && !another) return;
      const kept = deps.kept.load(problem);
      if (kept === null && !another) return;
      stop();
      const restored: RepairLifecycle =
        kept === null
          ? { kind: "idle" }
          : done({ ...kept, findings: { ...noFindings, fixes: kept.fixes } }, restoredNote);
      store.setState({ lifecycle: restored, ...nothingShown });
      lookAtShown();
    },
  };
}

const restoredNote = "Found and proven before, for this very program and these tests.";

type Started = Exclude<RepairLifecycle, { kind: "idle" }>;

/** The panel is empty again when the last fix of an ended run is gone. */
function withoutFix(lifecycle: Started, fixId: string): RepairLifecycle {
  const fixes = lifecycle.findings.fixes.filter((fix) => fix.id !== fixId);
  const isOver = fixes.length + lifecycle.findings.refuted.length === 0;
  if (isOver && lifecycle.kind !== "working") return { kind: "idle" };
  return { ...lifecycle, findings: { ...lifecycle.findings, fixes } };
}

function triedNote(tried: number): string {
  const candidates = tried === 1 ? "candidate was" : "candidates were";
  return `${tried.toLocaleString("en")} ${candidates} tried.`;
}

function sameSource(one: Problem, other: Problem): boolean {
  return (
    one.program === other.program &&
    one.tests === other.tests &&
    one.heldOut === other.heldOut &&
    sameSurroundings(one, other)
  );
}

/**
 * Whether `problem` is the repaired one as edited since. An edited example gets an id of its own and
 * keeps its reference; a fix that was taken over is recognised by its text.
 */
function descends(problem: Problem, { subject, findings }: Started): boolean {
  const { id, provenance } = subject.problem;
  if (problem.id === id) return true;
  const { reference } = problem.provenance;
  if (reference !== "" && reference === provenance.reference) return true;
  return findings.fixes.some((fix) => sameProgram(fix.proposal.fix, problem.program));
}
