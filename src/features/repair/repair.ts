import { createStore, type StoreApi } from "zustand/vanilla";
import type { Engine, EngineName, Proposal, RepairTask } from "../../domain/engine";
import type { Problem } from "../../domain/problem";
import { sameSurroundings } from "../../domain/surroundings";
import type { Runtime } from "../../python/runtime";
import { fetchShownTrace } from "./fixTrace";
import { createShownContrast } from "./shownContrast";
import type { KeptFixes, KeptRepair } from "./keptFixes";
import { done, pursue, sameProgram, type RunDependencies, type RunDesk } from "./repairRun";
import {
  findingsOf,
  noFindings,
  shownFix,
  type Findings,
  type RepairLifecycle,
  type RepairState,
} from "./repairState";
import { longerSeconds, planFor, type Plan } from "./runPlan";
import { triedNote } from "./runWords";

export type RepairDependencies = RunDependencies & {
  runtime: RunDependencies["runtime"] & Pick<Runtime, "trace" | "contrast">;
  engines: Readonly<Record<EngineName, Engine>>;
  kept: KeptFixes;
  /** How many seconds a search may take. */
  seconds: () => number;
};

/** "Find a fix": drives an engine, proves each proposal, and holds what the panel shows. */
export type Repair = {
  readonly store: StoreApi<RepairState>;
  /** Supersedes a run under way. Resolves when this run has ended. */
  readonly find: (engine: EngineName, subject: RepairTask) => Promise<void>;
  /** Searches again for longer once a search has ended; the fixes on show stay as they are. */
  readonly keepLooking: () => Promise<void>;
  /** Searches under tests that were added; the earlier proposals are proven against them first. */
  readonly reconsider: (subject: RepairTask, earlier: readonly Proposal[]) => Promise<void>;
  /** Ends the run at once and keeps what it found. */
  readonly stop: () => void;
  /** Chooses the fix on show, from 0, and fetches its trace. */
  readonly show: (index: number) => void;
  readonly discard: (fixId: string) => void;
  /** Forgets which lines are under suspicion. */
  readonly clearSuspicion: () => void;
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
        const onShow = shownFix(store.getState())?.id;
        const lifecycle = end(now);
        const { fixes } = findingsOf(lifecycle);
        const place = fixes.findIndex(({ id }) => id === onShow);
        store.setState({ lifecycle, shown: Math.max(0, place) });
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
    deskOf(current).settle(({ engine, subject, findings, seconds, progress, rationale }) => {
      const counted = progress !== null && engine === "search";
      const note = counted ? triedNote(progress.tried) : "";
      return { kind: "stopped", engine, subject, findings, seconds, note, rationale };
    });
  };

  const begin = async (
    engine: EngineName,
    subject: RepairTask,
    plan: Plan,
    findings: Findings,
  ): Promise<void> => {
    const run = new AbortController();
    current = run;
    const { seconds } = plan;
    const start = { progress: null, rationale: "", proving: null };
    const lifecycle = { kind: "working" as const, engine, subject, findings, seconds, ...start };
    store.setState({ lifecycle, ...(findings.fixes.length > 0 ? {} : nothingShown) });
    await pursue(deps, deskOf(run), deps.engines[engine], subject, plan, run.signal);
  };

  return {
    store,
    stop,
    async find(engine, subject) {
      stop();
      await begin(engine, subject, planFor("first", deps.seconds()), noFindings);
    },
    async keepLooking() {
      const { lifecycle } = store.getState();
      if (lifecycle.kind === "idle" || lifecycle.kind === "working") return;
      const { subject, findings } = lifecycle;
      const plan = planFor("longer", longerSeconds(lifecycle.seconds));
      await begin("search", subject, plan, { ...findings, refuted: [], refutedCount: 0 });
    },
    async reconsider(subject, earlier) {
      stop();
      const plan = planFor("answered", deps.seconds(), earlier);
      await begin("search", subject, plan, noFindings);
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
    clearSuspicion() {
      const { lifecycle } = store.getState();
      if (lifecycle.kind === "idle") return;
      const findings = { ...lifecycle.findings, suspicion: [] };
      store.setState({ lifecycle: { ...lifecycle, findings } });
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
        kept === null ? { kind: "idle" } : done(restoredFrom(kept, deps.seconds()), restoredNote);
      store.setState({ lifecycle: restored, ...nothingShown });
      lookAtShown();
    },
  };
}

const restoredNote = "Found and proven before, for this very program and these tests.";

function restoredFrom({ engine, subject, fixes }: KeptRepair, seconds: number) {
  return { engine, subject, seconds, findings: { ...noFindings, fixes } };
}

type Started = Exclude<RepairLifecycle, { kind: "idle" }>;

/** The panel is empty again when the last fix of an ended run is gone. */
function withoutFix(lifecycle: Started, fixId: string): RepairLifecycle {
  const { findings } = lifecycle;
  const fixes = findings.fixes.filter((fix) => fix.id !== fixId);
  const isOver = fixes.length + findings.refuted.length === 0;
  if (isOver && lifecycle.kind !== "working") return { kind: "idle" };
  const gone = findings.fixes.filter((fix) => fix.id === fixId);
  const discarded = [...findings.discarded, ...gone.map(({ proposal }) => proposal.fix)];
  return { ...lifecycle, findings: { ...findings, fixes, discarded } };
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
