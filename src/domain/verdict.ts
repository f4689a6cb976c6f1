import { z } from "zod";
import { contrastSchema, hardCodingsSchema } from "./fixChecks";
import { testOutcomeSchema, testSchema, type TestOutcome } from "./test";

/**
 * What the held-out tests showed, once all visible tests passed, in interpreters of their own.
 * `problem` says in words why they could not be judged; it is empty when they were.
 */
const heldOutVerdictSchema = z.object({
  tests: z.array(testSchema),
  outcomes: z.array(testOutcomeSchema),
  problem: z.string(),
});
export type HeldOutVerdict = z.infer<typeof heldOutVerdictSchema>;

/**
 * What running the tests against a program showed: one outcome a test, in the tests' order.
 * `fresh` says that the program ran in an interpreter that nothing had run in before; only a fresh
 * verdict may accept a fix.
 */
export const verdictSchema = z.object({
  tests: z.array(testSchema),
  outcomes: z.array(testOutcomeSchema),
  fresh: z.boolean(),
  heldOut: heldOutVerdictSchema.optional(),
  /** What the fix seems to have by heart of its tests. */
  hardCoding: hardCodingsSchema.optional(),
  contrast: contrastSchema.optional(),
});
export type Verdict = z.infer<typeof verdictSchema>;

export function passedCount(outcomes: readonly TestOutcome[]): number {
  return outcomes.filter((outcome) => outcome.status === "passed").length;
}

/** Plausible: passes every visible test, of which there is at least one, in a fresh interpreter. */
export function isPlausible(verdict: Verdict): boolean {
  return (
    verdict.fresh &&
    verdict.tests.length > 0 &&
    verdict.outcomes.length === verdict.tests.length &&
    verdict.outcomes.every((outcome) => outcome.status === "passed")
  );
}

/** Verified: plausible, and passes every held-out test, of which there is at least one. */
export function isVerified(verdict: Verdict): boolean {
  const { heldOut } = verdict;
  return (
    isPlausible(verdict) &&
    heldOut !== undefined &&
    heldOut.problem === "" &&
    heldOut.tests.length > 0 &&
    heldOut.outcomes.length === heldOut.tests.length &&
    heldOut.outcomes.every((outcome) => outcome.status === "passed")
  );
}

/** How the whole verdict was judged: apart only when every test was. */
export function judgedApart(verdict: Verdict): boolean {
  const outcomes = [...verdict.outcomes, ...(verdict.heldOut?.outcomes ?? [])];
  return outcomes.every((outcome) => outcome.judging.kind === "apart");
}

/** A test that was out of the buggy program's reach and is within the fix's. */
export type WeakerJudging = { test: string; reason: string };

/**
 * The tests that a fix was judged by with less isolation than the buggy program, whose outcomes are
 * `before`. Units keep their order between the two, and not always their ids.
 */
export function weakerJudged(
  { tests, outcomes }: Verdict,
  before: readonly TestOutcome[],
): WeakerJudging[] {
  return outcomes.flatMap(({ testId, judging }, index) =>
    judging.kind === "together" && before[index]?.judging.kind === "apart"
      ? [{ test: tests.find(({ id }) => id === testId)?.name ?? testId, reason: judging.reason }]
      : [],
  );
}
