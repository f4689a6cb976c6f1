import type { Bug } from "../../domain/datasets/bug";
import { defaultLimits, type Limits } from "../../domain/limits";
import type { Agreement } from "../../python/protocol";
import { InterpreterEnded } from "../../python/interpreter";
import { findFixes, type RepairRuntime } from "../findFixes";
import { patchesOf, type Patch } from "../patches";

/** What the hidden inputs show of a patch: right is who agrees on all, of which there is one. */
export type HiddenVerdict = Agreement & { right: boolean };

/** A bug's repair, as `bench-repair` tells it. */
export type BenchedBug = {
  id: string;
  plausible: boolean;
  patches: (Patch & { hidden: HiddenVerdict | null })[];
  candidates: number;
  seconds: number;
  note: string;
};

export type MeasuredBug = {
  task: BenchedBug;
  /** Seconds until the engine's first proposal, null for none. */
  firstSeconds: number | null;
};

/** A buggy program that never ends shall not take longer than the search. */
const limits: Limits = { ...defaultLimits, seconds: 2, steps: 2_000, output: 20_000 };

/** Seconds for a program on all hidden inputs, and for all of them with their reference. */
const hiddenSeconds = 10;
const wholeHiddenSeconds = 200;

/**
 * Repairs a bug and judges what was found on the hidden inputs, `row` of EvalPlus, null for none.
 * Neither the engine nor the proof knows of them.
 */
export async function benchBug(
  runtime: RepairRuntime,
  bug: Bug,
  row: string | null,
  budget: number,
): Promise<MeasuredBug> {
  const { id, instruction, program, tests } = bug;
  const provenance = { source: "user" as const, reference: id };
  const problem = { id, title: id, instruction, program, tests, heldOut: "", provenance };
  const found = await findFixes(runtime, problem, { budget, limits });
  const patches = patchesOf(found, `${id.replaceAll("/", "-")}.py`, program);
  const hidden = row === null ? null : await hiddenVerdicts(runtime, patches, row);
  const unjudged = hidden === "lost" ? " The hidden inputs could not be judged." : "";
  const { candidates, seconds, firstSeconds, note } = found;
  const verdicts = hidden === "lost" ? null : hidden;
  const judged = patches.map((patch, index) => ({ ...patch, hidden: verdicts?.[index] ?? null }));
  const plausible = patches.length > 0;
  const task = { id, plausible, patches: judged, candidates, seconds, note: note + unjudged };
  return { task, firstSeconds };
}

/** `lost`: a patch brought the interpreter down in which the hidden inputs are judged. */
async function hiddenVerdicts(
  { interpreters }: RepairRuntime,
  patches: readonly Patch[],
  row: string,
): Promise<HiddenVerdict[] | "lost"> {
  if (patches.length === 0) return [];
  const interpreter = await interpreters.fresh();
  try {
    const args = { programs: patches.map(({ program }) => program), row, seconds: hiddenSeconds };
    const agreements = await interpreter.call("agree", args, { seconds: wholeHiddenSeconds });
    return agreements.map((one) => ({
      right: one.inputs > 0 && one.agreed === one.inputs,
      ...one,
    }));
  } catch (error) {
    if (error instanceof InterpreterEnded) return "lost";
    throw error;
  } finally {
    interpreter.end();
  }
}
