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
import type { Findings, ProvenFix, RepairLifecycle, Working } from "./repairState";
import { newTally, ordered, type Plan, type Tally } from "./runPlan";
import { closingNote, enoughNote } from "./runWords";

/** A run ends by itself when it has proven this many fixes that were not there before. */
const enoughFixes = 3;

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

type Run = {
  deps: RunDependencies;
  desk: RunDesk;
  meter: ProgressMeter;
  signal: AbortSignal;
  plan: Plan;
  tally: Tally;
};

/**
 * Drives an engine to its end, proving each of its proposals before it takes the next event. What was
 * found before is proven first, where the plan says so.
 */
export async function pursue(
  deps: RunDependencies,
  desk: RunDesk,
  engine: Engine,
  subject: RepairTask,
  plan: Plan,
  signal: AbortSignal,
): Promise<void> {
  const meter = createProgressMeter(deps.now);
  const run: Run = { deps, desk, meter, signal, plan, tally: newTally() };
  const { seconds, thorough } = plan;
  try {
    for (const proposal of plan.earlier) await weigh(run, proposal, true);
    for await (const event of engine.propose(visibleTo(subject), signal, { seconds, thorough })) {
      await take(run, event);
      if (desk.working() === null) return;
    }
    conclude(run, "The engine has no more proposals.");
  } catch (error) {
    desk.settle((working) => failed(working, brokenMachinery(error)));
  }
}

/** The end of a run that found what it could, in the order that the engine gave where that counts. */
function conclude({ desk, plan, tally }: Run, note: string): void {
  desk.settle((working) => {
    const { findings } = working;
    const fixes = plan.kind === "answered" ? ordered(findings.fixes, tally) : findings.fixes;
    const closing = closingNote(plan, tally, note);
    return done({ ...working, findings: { ...findings, fixes } }, closing);
  });
}

async function take(run: Run, event: EngineEvent): Promise<void> {
  const { desk, meter } = run;
  const working = desk.working();
  if (working === null) return;
  switch (event.type) {
    case "progress": {
      const progress = meter.read(event);
      if (progress !== null) desk.update({ progress });
      return;
    }
    case "rationale":
      desk.update({ rationale: event.text });
      return;
    case "suspicion": {
      const suspicion = event.lines.toSorted(([, one], [, other]) => other - one);
      desk.update({ findings: { ...working.findings, suspicion } });
      return;
    }
    case "disagreements": {
      const { disagreements } = event;
      desk.update({ findings: { ...working.findings, disagreements } });
      return;
    }
    case "proposal":
      run.tally.order.push(event.proposal.fix.trimEnd());
      await weigh(run, event.proposal, false);
      return;
    case "exhausted":
      conclude(run, event.note);
      return;
    case "failed":
      desk.settle((last) => failed(last, event.failure));
  }
}

async function weigh(run: Run, proposal: Proposal, isEarlier: boolean): Promise<void> {
  const { deps, desk, signal } = run;
  const before = desk.working();
  if (before === null || isDiscarded(before.findings, proposal)) return;
  if (isKnown(before.findings, proposal)) {
    weighAgain(desk, before.findings, proposal);
    return;
  }
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
    if (isEarlier) {
      run.tally.ruledOut += 1;
      desk.update({ proving: null });
      return;
    }
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
  if (isEarlier) return;
  run.tally.fresh += 1;
  if (heldOut.trim() === "" || isVerified(fix.verdict)) run.tally.convincing += 1;
  const last = desk.working();
  if (last !== null && run.tally.convincing >= enoughFixes) conclude(run, enoughNote(last));
}

/** An engine that has seen more may trust a fix more or less than before. */
function weighAgain(desk: RunDesk, findings: Findings, { fix, confidence }: Proposal): void {
  if (confidence === undefined) return;
  const fixes = findings.fixes.map((known) =>
    known.proposal.confidence !== undefined && sameProgram(known.proposal.fix, fix)
      ? { ...known, proposal: { ...known.proposal, confidence } }
      : known,
  );
  desk.update({ findings: { ...findings, fixes } });
  desk.found(fixes);
}

function isDiscarded({ discarded }: Findings, { fix }: Proposal): boolean {
  return discarded.some((program) => sameProgram(program, fix));
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
  {
    engine,
    subject,
    findings,
    seconds,
  }: Omit<Extract<RepairLifecycle, { kind: "done" }>, "kind" | "note">,
  note: string,
): RepairLifecycle {
  return { kind: "done", engine, subject, findings, seconds, note };
}

function failed(working: Working, failure: EngineFailure): RepairLifecycle {
  const { engine, subject, findings, seconds, rationale } = working;
  return { kind: "failed", engine, subject, findings, seconds, failure, rationale };
}

function brokenMachinery(error: unknown): EngineFailure {
  return {
    what: "The repair broke off.",
    why: error instanceof Error ? error.message : String(error),
    tryThis: "Try again. If it happens again, reload the page: your work is kept.",
  };
}
