import type { Limits } from "../../domain/limits";
import { withSurroundings, type Surroundings } from "../../domain/surroundings";
import type { Test } from "../../domain/test";
import { isPlausible, passedCount, type HeldOutVerdict, type Verdict } from "../../domain/verdict";
import type { Runtime } from "../../python/runtime";

/** What judging a proposal apart from its author showed. */
export type Proof =
  | { kind: "proven"; verdict: Verdict }
  /** `verdict` is null when the tests were not even run. */
  | { kind: "refuted"; reason: string; verdict: Verdict | null };

export type ProofTask = {
  /** The whole repaired program. */
  fix: string;
  /** The text of the Tests box, which no fix may touch. */
  tests: string;
  /** What the program runs with besides its text. */
  surroundings?: Surroundings | undefined;
  /** The units found for the buggy program. */
  expected: readonly Test[];
  /** The text of the held-out tests; empty for none. */
  heldOut: string;
  /** The buggy program, and what it is for. */
  program: string;
  instruction: string;
};

type Judging = Pick<Runtime, "discover" | "judge" | "inspect">;

/**
 * Judges a fix in fresh interpreters against the very tests that the buggy program had. Doctests live
 * in the program, so the fix's own units are discovered first: a fix that rewrites them cannot win.
 */
export async function prove(
  runtime: Judging,
  task: ProofTask,
  options: { limits: Limits; signal: AbortSignal },
): Promise<Proof> {
  const source = {
    program: task.fix,
    tests: task.tests,
    ...withSurroundings(task.surroundings),
  };
  const discovery = await runtime.discover(source, options.signal);
  if (discovery.kind === "unreadable") {
    const where = discovery.place === "program" ? "The fix" : "The test text";
    const reason = `${where} cannot be read: line ${String(discovery.line)}, ${discovery.message}`;
    return { kind: "refuted", reason, verdict: null };
  }
  const tampering = differenceOfTests(task.expected, discovery.tests);
  if (tampering !== null) return { kind: "refuted", reason: tampering, verdict: null };
  const outcomes = await runtime.judge(source, discovery.tests, options);
  const verdict: Verdict = { tests: discovery.tests, outcomes, fresh: true };
  if (!isPlausible(verdict)) return { kind: "refuted", reason: reasonOf(verdict), verdict };
  const hardCoding = await runtime.inspect(task, options.signal);
  const known: Verdict = { ...verdict, hardCoding };
  if (task.heldOut.trim() === "") return { kind: "proven", verdict: known };
  const heldOut = await judgeHeldOut(runtime, task, options);
  return { kind: "proven", verdict: { ...known, heldOut } };
}

/** What the held-out tests show of a plausible fix, in fresh interpreters that are ended afterwards. */
async function judgeHeldOut(
  runtime: Judging,
  { fix, heldOut, surroundings }: ProofTask,
  options: { limits: Limits; signal: AbortSignal },
): Promise<HeldOutVerdict> {
  const source = { program: fix, tests: heldOut, ...withSurroundings(surroundings) };
  const discovery = await runtime.discover(source, options.signal);
  if (discovery.kind === "unreadable") {
    const problem = `The held-out tests cannot be read: line ${String(discovery.line)}, ${discovery.message}`;
    return { tests: [], outcomes: [], problem };
  }
  // The fix may bring doctests of its own, and a box that only runs something tests nothing.
  const tests = discovery.tests.filter(
    ({ place, kind }) => place === "tests" && kind !== "program",
  );
  if (tests.length === 0) {
    return { tests, outcomes: [], problem: "There is no test among the held-out tests." };
  }
  const outcomes = await runtime.judge(source, tests, { ...options, heldOut: true });
  return { tests, outcomes, problem: "" };
}

/** In words, how the units of a fix differ from those of the program it repairs; null when they agree. */
export function differenceOfTests(
  expected: readonly Test[],
  found: readonly Test[],
): string | null {
  if (found.length < expected.length) {
    return `It removes tests: ${String(found.length)} of ${String(expected.length)} are left.`;
  }
  if (found.length > expected.length) {
    return "It adds tests of its own to the program; a fix must leave the tests as they are.";
  }
  const changed = expected.find((test, index) => !sameUnit(test, found[index]));
  return changed === undefined
    ? null
    : `It changes the test “${changed.name}” instead of the code.`;
}

/** Line numbers may move with the fix; what is checked may not. */
function sameUnit(expected: Test, found: Test | undefined): boolean {
  if (expected.kind !== found?.kind || expected.place !== found.place) return false;
  return expected.kind === "program" || expected.text === found.text;
}

function reasonOf(verdict: Verdict): string {
  if (verdict.tests.length === 0) return "There is no test that could prove it.";
  const failing = verdict.outcomes.find((outcome) => outcome.status !== "passed");
  const name = verdict.tests.find((test) => test.id === failing?.testId)?.name;
  const passed = `${String(passedCount(verdict.outcomes))} of ${String(verdict.tests.length)} tests pass`;
  if (failing === undefined) return `${passed}.`;
  return `${passed}; ${name ?? failing.testId}: ${failing.message || failing.status}`;
}
