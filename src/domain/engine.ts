import { z } from "zod";
import { withoutHeldOut, type Problem, type VisibleProblem } from "./problem";
import type { PromptMessage } from "./prompt";
import type { Test, TestOutcome } from "./test";
import type { Trace } from "./trace";

/** What an engine is given: never more than the user sees, and never the held-out tests. */
export type RepairRequest = {
  problem: VisibleProblem;
  tests: readonly Test[];
  /** Outcomes of the buggy program, in the order of `tests`. */
  outcomes: readonly TestOutcome[];
  /** The trace shown to the user: the first failing test's, or the chosen one's. */
  trace: Trace;
};

/** The same with the whole problem: what a repair is about, apart from the engine. */
export type RepairTask = Omit<RepairRequest, "problem"> & { problem: Problem };

/** What an engine is given of a task. */
export function visibleTo({ problem, ...rest }: RepairTask): RepairRequest {
  return { ...rest, problem: withoutHeldOut(problem) };
}

/** Who proposed a fix. `detail` is the model's name, or the search engine's version. */
export type EngineName = "search" | "endpoint";

/**
 * How far a fix that passes the tests may be trusted to be what was meant. `probability`, from 0 to
 * 1, is calibrated on published bugs with hidden inputs (docs/repair.md).
 */
export const confidenceSchema = z.object({
  probability: z.number().min(0).max(1),
  grade: z.enum(["confident", "possible", "unlikely"]),
  /** What speaks against it, each a clause: `"it answers one case apart that a test names"`. */
  doubts: z.array(z.string()).readonly(),
});
export type Confidence = z.infer<typeof confidenceSchema>;

/** A call on which fixes answer differently: its source, and each fix's program with its answer. */
export type Disagreement = {
  call: string;
  answers: readonly { fix: string; answer: string }[];
};

/** A proposed repair before it was judged. */
export type Proposal = {
  /** Markdown. */
  rationale: string;
  /** The whole repaired program. */
  fix: string;
  /** The exact prompt sent, or null where there is none. */
  prompt: readonly PromptMessage[] | null;
  engine: { name: EngineName; detail: string };
  /** Left out where an engine has no measure of it. */
  confidence?: Confidence;
};

/** What went wrong in an engine, in words for the user: what happened, and what to try. */
export type EngineFailure = { what: string; why: string; tryThis: string };

/**
 * What an engine says while it works. A proposal is unjudged: the caller proves it in a fresh
 * interpreter before it is shown as a fix. The stream ends with `exhausted` or `failed`.
 */
export type EngineEvent =
  | {
      type: "progress";
      tried: number;
      total: number | null;
      note: string;
      /** The most tests that one candidate passed, of how many. */
      best?: { passed: number; of: number };
    }
  /** How suspicious lines of the program are, from 0 to 1; the others are not. */
  | { type: "suspicion"; lines: readonly (readonly [line: number, score: number])[] }
  | { type: "rationale"; text: string }
  | { type: "proposal"; proposal: Proposal }
  /** Where proposals differ, the most telling call first. */
  | { type: "disagreements"; disagreements: readonly Disagreement[] }
  | { type: "exhausted"; tried: number; note: string }
  | { type: "failed"; failure: EngineFailure };

/** What a caller may ask of an engine that can look for longer or shorter. */
export type ProposeOptions = {
  /** Seconds after which it proposes what it has. */
  seconds?: number;
  /** To use them all, whatever was found before. */
  thorough?: boolean;
};

/** Something that proposes fixes. Aborting the signal ends the stream without an error. */
export interface Engine {
  propose(
    request: RepairRequest,
    signal: AbortSignal,
    options?: ProposeOptions,
  ): AsyncIterable<EngineEvent>;
}
