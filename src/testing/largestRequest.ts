import type { RepairRequest } from "../domain/engine";
import type { Test, TestOutcome } from "../domain/test";
import type { Step } from "../domain/trace";

const judging = { kind: "apart" } as const;
const calls = ["[-3, -1]", "[2, 9, 4]", "[-8, -2, -5]"] as const;
const expected = ["-1", "9", "-2"] as const;
const actual = ["0", "9", "0"] as const;

function step(ordinal: number, line: number, name: string, value: string): Step {
  const frame = { call: 0, function: "largest", depth: 0 };
  return { ordinal, place: "program", line, frame, changes: [{ name, value }] };
}

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
export function largestRequest(): RepairRequest {
  const tests = calls.map((_call, index) => testAt(index));
  return {
    problem: {
      id: "largest",
      title: "Largest of a list",
      instruction: "Return the largest number of xs, which holds at least one number.",
      program: [
        "def largest(xs):",
        "    best = 0",
        "    for x in xs:",
        "        if x > best:",
        "            best = x",
        "    return best",
        "",
      ].join("\n"),
      tests: tests.map(({ text }) => `${text}\n`).join(""),
      provenance: { source: "example", reference: "largest" },
    },
    tests,
    outcomes: calls.map((_call, index) => outcomeAt(index)),
    trace: {
      version: 1,
      testId: "t1",
      end: {
        kind: "raised",
        type: "AssertionError",
        message: "",
        at: { place: "tests", line: 1 },
        traceback: "AssertionError",
      },
      steps: [
        step(0, 1, "xs", "[-3, -1]"),
        step(1, 2, "best", "0"),
        step(2, 3, "x", "-3"),
        step(3, 3, "x", "-1"),
        step(4, 6, "__return__", "0"),
      ],
      hits: { program: { "1": 1, "2": 1, "3": 3, "4": 2, "6": 1 }, tests: { "1": 1 } },
      output: "",
    },
  };
}
