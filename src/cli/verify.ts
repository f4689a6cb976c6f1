import { withSurroundings } from "../domain/surroundings";
import type { Discovery, Test, TestOutcome } from "../domain/test";
import { passedCount } from "../domain/verdict";
import type { Runtime, Source } from "../python/runtime";
import type { RepairCommand, VerifyCommand } from "./arguments";
import { readText } from "./files";
import { readSurroundings } from "./surroundings";

/** What the tests showed of a program, each in fresh interpreters. */
export type Verified =
  | { kind: "judged"; tests: readonly Test[]; outcomes: readonly TestOutcome[] }
  | { kind: "unreadable"; discovery: Extract<Discovery, { kind: "unreadable" }> };

/** @throws BadUsage for a file that cannot be read. */
export function readTask(command: VerifyCommand | RepairCommand): Source {
  const surroundings = readSurroundings(command);
  return {
    program: readText(command.program),
    tests: readText(command.tests),
    ...withSurroundings(surroundings),
  };
}

export async function verifySource(
  { limits }: Pick<VerifyCommand, "limits">,
  source: Source,
  runtime: Pick<Runtime, "discover" | "judge">,
): Promise<Verified> {
  const discovery = await runtime.discover(source);
  if (discovery.kind === "unreadable") return { kind: "unreadable", discovery };
  const { tests } = discovery;
  return { kind: "judged", tests, outcomes: await runtime.judge(source, tests, { limits }) };
}

/** Whether there is a test, and each passes. */
export function isPassed(verified: Verified): boolean {
  if (verified.kind === "unreadable" || verified.tests.length === 0) return false;
  return passedCount(verified.outcomes) === verified.tests.length;
}

/** For people: a line for each test, what is wrong below it, and the sum. */
export function verifiedWords(verified: Verified): string {
  if (verified.kind === "unreadable") {
    const { place, line, message } = verified.discovery;
    return `Line ${line} of the ${place} cannot be read: ${message}\n`;
  }
  const { tests, outcomes } = verified;
  const lines = tests.map((test, index) => testWords(test, outcomes[index]));
  const sum = `${passedCount(outcomes)} of ${tests.length} tests pass`;
  return `${[...lines, sum].join("\n")}\n`;
}

function testWords({ name }: Test, outcome: TestOutcome | undefined): string {
  const isPassed = outcome?.status === "passed";
  const notes = [
    ...(outcome && !isPassed ? [outcome.message || outcome.status] : []),
    ...(outcome?.judging.kind === "together" ? [`not isolated: ${outcome.judging.reason}`] : []),
  ];
  return [
    `${isPassed ? "passed" : "FAILED"}  ${name}`,
    ...notes.map((note) => `        ${note}`),
  ].join("\n");
}

/** For programs: whether all tests pass, and each test with its outcome. */
export function verifiedJson(verified: Verified): string {
  const passed = isPassed(verified);
  if (verified.kind === "unreadable") {
    const { place, line, message } = verified.discovery;
    return JSON.stringify({ passed, tests: [], problem: { place, line, message } });
  }
  const { tests, outcomes } = verified;
  const told = tests.map(({ name, kind, line }, index) => {
    const outcome = outcomes[index];
    const judging = outcome?.judging;
    return {
      name,
      kind,
      line,
      status: outcome?.status ?? "crashed",
      message: outcome?.message ?? "",
      expected: outcome?.expected ?? null,
      actual: outcome?.actual ?? null,
      isolated: judging?.kind === "apart",
      reason: judging?.kind === "together" ? judging.reason : "",
    };
  });
  return JSON.stringify({ passed, tests: told, problem: null });
}
