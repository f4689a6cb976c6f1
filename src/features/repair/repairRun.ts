import {
  visibleTo,
  type Engine,
  type EngineEvent,
  type EngineFailure,
  type Proposal,
  type RepairTask,
} from "../../domain/engine";
import type { Limits } from "../../domain/limits";
import type { Versions } from "../../domain/sample";
import { isVerified } from "../../domain/verdict";
import type { Runtime } from "../../python/runtime";
import { createProgressMeter, type ProgressMeter } from "./progressMeter";
import { prove } from "./proof";
import type { Findings, ProvenFix, RepairLifecycle } from "./repairState";

/** A run ends by itself when it has proven this many fixes. */
const enoughFixes = 3;

export type Working = Extract<RepairLifecycle, { kind: "working" }>;

/** The state as one run sees it: once it is stopped or superseded, nothing of it gets through. */
export type RunDesk = {
  /** Null when this run is no longer the current one. */
  readonly working: () => Working | null;
  readonly update: (change: Partial<Omit<Working, "kind">>) => void;
  readonly settle: (end: (working: Working) => RepairLifecycle) => void;
  /** A fix was proven; all of this run's fixes so far. */
  readonly found: (fixes: readonly ProvenFix[]) => void;
};

export type RunDependencies = {
  runtime: Pick<Runtime, "discover" | "judge" | "inspect">;
  limits: () => Limits;
  /** Of the software that judges now. */
  versions: () => Versions;
  newId: () => string;
  /** Milliseconds on a clock that never goes back. */
  now: () => number;
};

type Run = { deps: RunDependencies; desk: RunDesk; meter: ProgressMeter; signal: AbortSignal };

/** Drives an engine to its end, proving each of its proposals before it takes the next event. */
export async function pursue(
  deps: RunDependencies,
  desk: RunDesk,
  engine: Engine,
  subject: RepairTask,
  signal: AbortSignal,
): Promise<void> {
  const run: Run = { deps, desk, meter: createProgressMeter(deps.now), signal };
  try {
    for await (const event of engine.propose(visibleTo(subject), signal)) {
      await take(run, event);
      if (desk.working() === null) return;
    }
    desk.settle((working) => done(working, "The engine has no more proposals."));
  } catch (error) {
    desk.settle((working) => failed(working, brokenMachinery(error)));
  }
}

async function take({ desk, meter, ...run }: Run, event: EngineEvent): Promise<void> {
  if (desk.working() === null) return;
  switch (event.type) {
    case "progress": {
      const progress = meter.read(event);
      if (progress !== null) desk.update({ progress });
      return;
    }
    case "rationale":
      desk.update({ rationale: event.text });
      return;
    case "suspicion":
    case "disagreements":
      return;
    case "proposal":
      await weigh({ desk, meter, ...run }, event.proposal);
      return;
    case "exhausted":
      desk.settle((working) => done(working, event.note));
      return;
    case "failed":
      desk.settle((working) => failed(working, event.failure));
  }
}

async function weigh({ deps, desk, signal }: Run, proposal: Proposal): Promise<void> {
  const before = desk.working();
  if (before === null || isKnown(before.findings, proposal)) return;
  desk.update({ proving: proposal.fix });
  const { problem, tests } = before.subject;
  const { heldOut } = problem;
  const task = { ...problem, fix: proposal.fix, expected: tests };
  const proof = await prove(deps.runtime, task, { limits: deps.limits(), signal });
  const working = desk.working();
  if (working === null) return;
  const { engine, findings } = working;
  const id = deps.newId();
  if (proof.kind === "refuted") {
    const { reason, verdict } = proof;
    const shown = engine === "endpoint" ? [{ id, proposal, reason, verdict }] : [];
    const refuted = [...findings.refuted, ...shown];
    const refutedCount = findings.refutedCount + 1;
    desk.update({ proving: null, findings: { ...findings, refuted, refutedCount } });
    return;
  }
  const fix = { id, proposal, verdict: proof.verdict, versions: deps.versions() };
  const fixes = [...findings.fixes, fix];
  desk.update({ proving: null, findings: { ...findings, fixes } });
  desk.found(fixes);
  const convincing = heldOut.trim() === "" ? fixes : fixes.filter(passesHeldOut);
  if (convincing.length >= enoughFixes) {
    desk.settle((last) => done(last, `${enoughFixes} fixes pass, which is enough.`));
  }
}

function passesHeldOut({ verdict }: ProvenFix): boolean {
  return isVerified(verdict);
}

function isKnown({ fixes }: Findings, proposal: Proposal): boolean {
  return fixes.some((fix) => sameProgram(fix.proposal.fix, proposal.fix));
}

/** Whether two programs differ in nothing but the space at their ends. */
export function sameProgram(one: string, other: string): boolean {
  return one.trimEnd() === other.trimEnd();
}

/** The end of a run that found what it could. */
export function done(
  { engine, subject, findings }: Pick<Working, "engine" | "subject" | "findings">,
  note: string,
): RepairLifecycle {
  return { kind: "done", engine, subject, findings, note };
}

function failed(working: Working, failure: EngineFailure): RepairLifecycle {
  const { engine, subject, findings, rationale } = working;
  return { kind: "failed", engine, subject, findings, failure, rationale };
}

function brokenMachinery(error: unknown): EngineFailure {
  return {
    what: "The repair broke off.",
    why: error instanceof Error ? error.message : String(error),
    tryThis: "Try again. If it happens again, reload the page: your work is kept.",
  };
}
