import type { RepairTask } from "../domain/engine";
import type { Test, TestOutcome } from "../domain/test";
import { largestProgram, largestProvenance, traceOfLargest } from "./largest";

const judging = { kind: "apart" } as const;
const calls = ["[-3, -1]", "[2, 9, 4]", "[-8, -2, -5]"] as const;
const expected = ["-1", "9", "-2"] as const;
const actual = ["0", "9", "0"] as const;

function testAt(index: number): Test {
  const text = `assert largest(${calls[index] ?? ""}) == ${expected[index] ?? ""}`;
  const line = index + 1;
  const id = `t${String(line)}`;
  return { id, kind: "assert", name: text, place: "tests", line, endLine: line, text, judging };
}

function outcomeAt(index: number): TestOutcome {
  const is = actual[index] ?? "";
  const wanted = expected[index] ?? "";
  const hasPassed = is === wanted;
  return {
    testId: `t${String(index + 1)}`,
    status: hasPassed ? "passed" : "failed",
    message: hasPassed ? "" : `largest(${calls[index] ?? ""}) gave ${is}, not ${wanted}`,
    expected: wanted,
    actual: is,
    output: "",
    judging,
  };
}

/** What an engine is given for the first example, a wrong initial value, traced under its first test. */
export function largestRequest(): RepairTask {
  const tests = calls.map((_call, index) => testAt(index));
  return {
    problem: {
      id: "largest",
      title: "Largest of a list",
      instruction: "Return the largest number of xs, which holds at least one number.",
      program: largestProgram("0"),
      tests: tests.map(({ text }) => `${text}\n`).join(""),
      heldOut: "",
      provenance: largestProvenance,
    },
    tests,
    outcomes: calls.map((_call, index) => outcomeAt(index)),
    trace: traceOfLargest(),
  };
}
