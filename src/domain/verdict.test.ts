import { describe, expect, it } from "vitest";
import type { Judging, Test, TestOutcome } from "./test";
import { weakerJudged, type Verdict } from "./verdict";

const apart: Judging = { kind: "apart" };
const together: Judging = { kind: "together", reason: "it needs a thread" };

function judged(...judgings: Judging[]): Verdict {
  const tests = judgings.map((judging, index): Test => {
    const name = `f(${String(index)})`;
    const place = { place: "tests", line: index + 1, endLine: index + 1 } as const;
    return { id: `t${String(index + 1)}`, kind: "assert", name, ...place, text: name, judging };
  });
  const outcomes = tests.map(({ id, judging }): TestOutcome => {
    const shown = { message: "", expected: null, actual: null, output: "" };
    return { testId: id, status: "passed", ...shown, judging };
  });
  return { tests, outcomes, fresh: true };
}

describe("weakerJudged", () => {
  it("names the tests that only the buggy program could not reach", () => {
    const before = judged(apart, apart, together).outcomes;
    expect(weakerJudged(judged(apart, together, together), before)).toEqual([
      { test: "f(1)", reason: "it needs a thread" },
    ]);
  });

  it("finds nothing where nothing is known of the buggy program, or the fix is judged better", () => {
    expect(weakerJudged(judged(together), [])).toEqual([]);
    expect(weakerJudged(judged(apart), judged(together).outcomes)).toEqual([]);
  });
});
