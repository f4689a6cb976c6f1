import { z } from "zod";
import {
  confidenceSchema,
  type Disagreement,
  type EngineFailure,
  type EngineName,
  type Proposal,
  type RepairTask,
} from "../../domain/engine";
import { problemSchema } from "../../domain/problem";
import { promptMessageSchema } from "../../domain/prompt";
import { versionsSchema } from "../../domain/sample";
import { testOutcomeSchema, testSchema } from "../../domain/test";
import type { Trace } from "../../domain/trace";
import { keptTraceSchema } from "../../domain/upgradeTrace";
import { verdictSchema, type Verdict } from "../../domain/verdict";

/** A proposal that passed every visible test in a fresh interpreter. */
export const provenFixSchema = z.object({
  id: z.string().min(1),
  proposal: z.object({
    rationale: z.string(),
    fix: z.string(),
    prompt: z.array(promptMessageSchema).readonly().nullable(),
    engine: z.object({ name: z.enum(["search", "endpoint"]), detail: z.string() }),
    confidence: confidenceSchema.exactOptional(),
  }),
  verdict: verdictSchema,
  /** Of the software that proved it. */
  versions: versionsSchema,
});
export type ProvenFix = z.infer<typeof provenFixSchema>;

/** What a repair is about; the same as a `RepairTask`, as it is kept across a reload. */
export const subjectSchema = z.object({
  problem: problemSchema,
  tests: z.array(testSchema).readonly(),
  outcomes: z.array(testOutcomeSchema).readonly(),
  trace: keptTraceSchema,
});

/** A proposal that failed its proof, shown so that the user sees what the model tried. */
export type RefutedProposal = {
  id: string;
  proposal: Proposal;
  reason: string;
  verdict: Verdict | null;
};

/** What a run has found so far, or found in the end. */
export type Findings = {
  fixes: readonly ProvenFix[];
  /** Of the endpoint only; those of search are counted. */
  refuted: readonly RefutedProposal[];
  /** Proposals that failed their proof, of any engine. */
  refutedCount: number;
  /** Programs of fixes that the user put aside, not to be shown again. */
  discarded: readonly string[];
  /** Lines of the program with how suspicious they are, from 0 to 1, the worst first. */
  suspicion: readonly SuspiciousLine[];
  /** Calls on which proposals differ, whether these were proven or not. */
  disagreements: readonly Disagreement[];
};

export type SuspiciousLine = readonly [line: number, score: number];

export const noFindings: Findings = {
  ...{ fixes: [], refuted: [], refutedCount: 0, discarded: [] },
  ...{ suspicion: [], disagreements: [] },
};

export type Progress = {
  tried: number;
  total: number | null;
  note: string;
  /** Estimated from the pace so far; null while it cannot be known. */
  secondsLeft: number | null;
  /** Since the run began. */
  secondsGone: number;
  /** The most tests that one candidate passed, of how many; null while there is none. */
  best: { passed: number; of: number } | null;
};

/** What every started repair knows; `seconds` is what a search was given. */
type Started = { engine: EngineName; subject: RepairTask; findings: Findings; seconds: number };

export type RepairLifecycle =
  | { kind: "idle" }
  | (Started & {
      kind: "working";
      progress: Progress | null;
      /** The rationale as written so far. */
      rationale: string;
      /** The program whose proof is under way. */
      proving: string | null;
    })
  | (Started & { kind: "done"; note: string })
  /** `rationale`: what a model had written until then. */
  | (Started & { kind: "failed"; failure: EngineFailure; rationale: string })
  | (Started & { kind: "stopped"; note: string; rationale: string });

export type Working = Extract<RepairLifecycle, { kind: "working" }>;

/** The trace of a fixed program, which is fetched when its fix is shown. */
export type FixTrace =
  { kind: "fetching" } | { kind: "ready"; trace: Trace } | { kind: "failed"; message: string };

export type RepairState = {
  lifecycle: RepairLifecycle;
  /** Which of the fixes is shown, from 0. */
  shown: number;
  /** By the fix's id. */
  traces: Readonly<Record<string, FixTrace>>;
  /** Ids of the fixes that were kept as samples since they are here. */
  accepted: readonly string[];
};

/** The findings of any lifecycle; none while idle. */
export function findingsOf(lifecycle: RepairLifecycle): Findings {
  return lifecycle.kind === "idle" ? noFindings : lifecycle.findings;
}

/** The fix on show, or undefined where there is none. */
export function shownFix(state: RepairState): ProvenFix | undefined {
  return findingsOf(state.lifecycle).fixes[state.shown];
}
