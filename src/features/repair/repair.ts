import { createStore, type StoreApi } from "zustand/vanilla";
import type { Engine, EngineEvent, EngineName, Proposal, RepairRequest } from "../../domain/engine";
import type { Limits } from "../../domain/limits";
import type { Problem } from "../../domain/problem";
import type { Versions } from "../../domain/sample";
import type { Runtime } from "../../python/runtime";
import type { KeptFixes } from "./keptFixes";
import { createProgressMeter, type ProgressMeter } from "./progressMeter";
import { prove } from "./proof";
import {
  findingsOf,
  noFindings,
  shownFix,
  type Findings,
  type FixTrace,
  type ProvenFix,
  type RepairLifecycle,
  type RepairState,
} from "./repairState";

/** A run ends by itself when it has proven this many fixes. */
const enoughFixes = 3;

export type RepairDependencies = {
  runtime: Pick<Runtime, "discover" | "judge" | "trace">;
  engines: Readonly<Record<EngineName, Engine>>;
  limits: () => Limits;
  /** Of the software that judges now. */
  versions: () => Versions;
  kept: KeptFixes;
  newId: () => string;
  /** Milliseconds on a clock that never goes back. */
  now: () => number;
};

/** "Find a fix": drives an engine, proves each proposal, and holds what the panel shows. */
export type Repair = {
  readonly store: StoreApi<RepairState>;
  /** Supersedes a run under way. Resolves when this run has ended. */
  find(engine: EngineName, subject: RepairRequest): Promise<void>;
  /** Ends the run at once and keeps what it found. */
  stop(): void;
  /** Chooses the fix on show, from 0, and fetches its trace. */
  show(index: number): void;
  discard(fixId: string): void;
  /** Notes that a fix is among the samples. */
  markAccepted(fixId: string): void;
  /** Tells which problem is being edited: its kept fixes come back, another problem's go away. */
  attend(problem: Problem): void;
};

type Working = Extract<RepairLifecycle, { kind: "working" }>;
type Run = { readonly controller: AbortController; readonly meter: ProgressMeter };

const nothingShown: Omit<RepairState, "lifecycle"> = { shown: 0, traces: {}, accepted: [] };

export function createRepair(deps: RepairDependencies): Repair {
  const store = createStore<RepairState>(() => ({ lifecycle: { kind: "idle" }, ...nothingShown }));
  let current: Run | null = null;

  /** The state of a run that is still the current one; null when it was stopped or superseded. */
  function workingOf(run: Run): Working | null {
    const { lifecycle } = store.getState();
    return current === run && lifecycle.kind === "working" ? lifecycle : null;
  }

  function update(run: Run, change: Partial<Omit<Working, "kind">>): void {
    const working = workingOf(run);
    if (working !== null) store.setState({ lifecycle: { ...working, ...change } });
  }

  function settle(run: Run, end: (working: Working) => RepairLifecycle): void {
    const working = workingOf(run);
    if (working === null) return;
    current = null;
    store.setState({ lifecycle: end(working) });
    run.controller.abort();
  }

  async function pursue(run: Run, engine: Engine, subject: RepairRequest): Promise<void> {
    try {
      for await (const event of engine.propose(subject, run.controller.signal)) {
        await take(run, event);
        if (workingOf(run) === null) return;
      }
      settle(run, (working) => done(working, "The engine has no more proposals."));
    } catch (error) {
      settle(run, (working) => failed(working, brokenMachinery(error)));
    }
  }

  async function take(run: Run, event: EngineEvent): Promise<void> {
    const working = workingOf(run);
    if (working === null) return;
    switch (event.type) {
      case "progress": {
        const progress = run.meter.read(event);
        if (progress !== null) update(run, { progress });
        return;
      }
      case "rationale":
        update(run, { rationale: event.text });
        return;
      case "proposal":
        await weigh(run, working, event.proposal);
        return;
      case "exhausted":
        settle(run, (last) => done(last, event.note));
        return;
      case "failed":
        settle(run, (last) => failed(last, event.failure));
    }
  }

  async function weigh(run: Run, working: Working, proposal: Proposal): Promise<void> {
    const { problem, tests } = working.subject;
    if (working.findings.fixes.some((fix) => sameProgram(fix.proposal.fix, proposal.fix))) return;
    update(run, { proving: proposal.fix });
    const task = { fix: proposal.fix, tests: problem.tests, expected: tests };
    const { signal } = run.controller;
    const proof = await prove(deps.runtime, task, { limits: deps.limits(), signal });
    const now = workingOf(run);
    if (now === null) return;
    const id = deps.newId();
    if (proof.kind === "refuted") {
      const { reason, verdict } = proof;
      const shown = working.engine === "endpoint" ? [{ id, proposal, reason, verdict }] : [];
      const refuted = [...now.findings.refuted, ...shown];
      const refutedCount = now.findings.refutedCount + 1;
      update(run, { proving: null, findings: { ...now.findings, refuted, refutedCount } });
      return;
    }
    const versions = deps.versions();
    const fixes = [...now.findings.fixes, { id, proposal, verdict: proof.verdict, versions }];
    update(run, { proving: null, findings: { ...now.findings, fixes } });
    deps.kept.save(working.subject, fixes);
    fetchShownTrace();
    if (fixes.length >= enoughFixes) {
      settle(run, (last) => done(last, `${String(enoughFixes)} fixes pass, which is enough.`));
    }
  }

  function fetchShownTrace(): void {
    const state = store.getState();
    const fix = shownFix(state);
    if (fix === undefined || state.lifecycle.kind === "idle" || fix.id in state.traces) return;
    const { subject } = state.lifecycle;
    const put = (trace: FixTrace) => {
      store.setState(({ traces }) => ({ traces: { ...traces, [fix.id]: trace } }));
    };
    put({ kind: "fetching" });
    const source = { program: fix.proposal.fix, tests: subject.problem.tests };
    deps.runtime
      .trace(source, sameTest(subject, fix), { limits: deps.limits() })
      .then((trace) => {
        put({ kind: "ready", trace });
      })
      .catch((error: unknown) => {
        put({ kind: "failed", message: messageOf(error) });
      });
  }

  function stop(): void {
    const run = current;
    if (run === null) return;
    settle(run, (working) => {
      const { engine, subject, findings, progress } = working;
      const note = progress === null ? "" : triedNote(progress.tried);
      return { kind: "stopped", engine, subject, findings, note };
    });
  }

  return {
    store,
    stop,
    async find(engine, subject) {
      stop();
      const run = { controller: new AbortController(), meter: createProgressMeter(deps.now) };
      current = run;
      const start = { progress: null, rationale: "", proving: null, findings: noFindings };
      const lifecycle: RepairLifecycle = { kind: "working", engine, subject, ...start };
      store.setState({ lifecycle, ...nothingShown });
      await pursue(run, deps.engines[engine], subject);
    },
    show(index) {
      const last = findingsOf(store.getState().lifecycle).fixes.length - 1;
      store.setState({ shown: Math.max(0, Math.min(index, last)) });
      fetchShownTrace();
    },
    discard(fixId) {
      const { lifecycle, shown } = store.getState();
      if (lifecycle.kind === "idle") return;
      const fixes = lifecycle.findings.fixes.filter((fix) => fix.id !== fixId);
      const findings: Findings = { ...lifecycle.findings, fixes };
      const last = Math.max(0, fixes.length - 1);
      store.setState({ lifecycle: { ...lifecycle, findings }, shown: Math.min(shown, last) });
      deps.kept.save(lifecycle.subject, fixes);
      fetchShownTrace();
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
      const note = "Found and proven before, for this very program and these tests.";
      const restored: RepairLifecycle =
        kept === null
          ? { kind: "idle" }
          : done({ ...kept, findings: { ...noFindings, fixes: kept.fixes } }, note);
      store.setState({ lifecycle: restored, ...nothingShown });
      fetchShownTrace();
    },
  };
}

type Ending = { subject: RepairRequest; findings: Findings; engine: EngineName };

function done({ engine, subject, findings }: Ending, note: string): RepairLifecycle {
  return { kind: "done", engine, subject, findings, note };
}

function failed(
  { engine, subject, findings }: Ending,
  failure: Extract<RepairLifecycle, { kind: "failed" }>["failure"],
): RepairLifecycle {
  return { kind: "failed", engine, subject, findings, failure };
}

function brokenMachinery(error: unknown) {
  return {
    what: "The repair broke off.",
    why: messageOf(error),
    tryThis: "Try again. If it happens again, reload the page: your work is kept.",
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function triedNote(tried: number): string {
  return `${tried.toLocaleString("en")} ${tried === 1 ? "candidate was" : "candidates were"} tried.`;
}

function sameProgram(one: string, other: string): boolean {
  return one.trimEnd() === other.trimEnd();
}

function sameSource(one: Problem, other: Problem): boolean {
  return one.program === other.program && one.tests === other.tests;
}

/**
 * Whether `problem` is the repaired one as edited since. An edited example gets an id of its own and
 * keeps its reference; a fix that was taken over is recognised by its text.
 */
function descends(problem: Problem, { subject, findings }: Ending): boolean {
  const { id, provenance } = subject.problem;
  if (problem.id === id) return true;
  const { reference } = problem.provenance;
  if (reference !== "" && reference === provenance.reference) return true;
  return findings.fixes.some((fix) => sameProgram(fix.proposal.fix, problem.program));
}

/** The test of the subject's trace, by its place among the fix's units: ids may move with lines. */
function sameTest(subject: RepairRequest, fix: ProvenFix): string | null {
  const index = subject.tests.findIndex((test) => test.id === subject.trace.testId);
  return fix.verdict.tests[index]?.id ?? null;
}
