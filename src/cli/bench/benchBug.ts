import type { Bug } from "../../domain/datasets/bug";
import { defaultLimits, type Limits } from "../../domain/limits";
import type { Agreement } from "../../python/protocol";
import { InterpreterEnded } from "../../python/interpreter";
import { findFixes, type RepairRuntime } from "../findFixes";
import { byGrade, patchesOf, type Patch } from "../patches";

/** What the hidden inputs show of a patch: right is who agrees on all, of which there is one. */
export type HiddenVerdict = Agreement & { right: boolean };

export type JudgedPatch = Patch & { hidden: HiddenVerdict | null };

/** A bug's repair, as `bench-repair` tells it. */
export type BenchedBug = {
  id: string;
  plausible: boolean;
  /** What is put forward, by rank, and what passes but is graded unlikely. */
  patches: JudgedPatch[];
  unlikely: JudgedPatch[];
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
  const hidden = row === null ? [] : await hiddenVerdicts(runtime, bug, patches, row);
  const judged = patches.map((patch, index) => ({ ...patch, hidden: hidden[index] ?? null }));
  const { candidates, seconds, firstSeconds, note } = found;
  const plausible = patches.length > 0;
  const task = { id, plausible, ...byGrade(judged), candidates, seconds, note };
  return { task, firstSeconds };
}

/** For each patch; null where the reference answers none of the inputs. */
async function hiddenVerdicts(
  runtime: RepairRuntime,
  { reference }: Bug,
  patches: readonly Patch[],
  row: string,
): Promise<(HiddenVerdict | null)[]> {
  const programs = patches.map(({ program }) => program);
  const agreements = await agreementsOf(runtime, programs, row, reference);
  if (agreements !== null) return agreements.map(verdictOf);
  // One of them brought the interpreter down with it: each gets its own.
  const verdicts = [];
  for (const program of programs) {
    const [alone] = (await agreementsOf(runtime, [program], row, reference)) ?? [];
    verdicts.push(alone ? verdictOf(alone) : unanswered);
  }
  return verdicts;
}

const unanswered: HiddenVerdict = {
  ...{ right: false, inputs: 0, agreed: 0, contested: 0, strict: false, first: null },
};

function verdictOf(agreement: Agreement): HiddenVerdict | null {
  const { inputs, agreed } = agreement;
  return inputs === 0 ? null : { right: agreed === inputs, ...agreement };
}

/** Null where the interpreter did not survive them. */
async function agreementsOf(
  { interpreters }: RepairRuntime,
  programs: string[],
  row: string,
  own: string,
): Promise<Agreement[] | null> {
  if (programs.length === 0) return [];
  const interpreter = await interpreters.fresh();
  try {
    const args = { programs, row, own, seconds: hiddenSeconds };
    return await interpreter.call("agree", args, { seconds: wholeHiddenSeconds });
  } catch (error) {
    if (error instanceof InterpreterEnded) return null;
    throw error;
  } finally {
    interpreter.end();
  }
}
