import { describe, expect, it } from "vitest";
import type { Trace } from "../../../domain/trace";
import { fakeOutcome } from "../../../testing/fakeRuntime";
import { traceOfSteps } from "../../../testing/traces";
import { markOf } from "./mark";
import { survivingLines } from "./survivingLines";

describe("survivingLines", () => {
  it("follows lines that moved and drops those that were edited", () => {
    const lines = survivingLines("a\nb\nc\nd", "a\nx\nb\nc2\nd");
    expect([...lines]).toEqual([
      [1, 1],
      [2, 3],
      [4, 5],
    ]);
  });

  it("keeps the comment with its line when Enter is pressed at the line's end", () => {
    expect(survivingLines("a\nb", "a\n\nb").get(1)).toBe(1);
  });
});

describe("markOf", () => {
  const step = (ordinal: number, line: number, value: string): Trace["steps"][number] => ({
    ordinal,
    place: "program",
    line,
    frame: { call: ordinal, function: "f", depth: 0, caller: null },
    changes: [{ name: "__return__", value }],
    printed: 0,
  });
  const trace: Trace = {
    ...traceOfSteps([step(0, 2, "0"), step(1, 5, "7")]),
    end: {
      kind: "raised",
      type: "AssertionError",
      message: "",
      at: { place: "tests", line: 4 },
      traceback: "",
    },
    hits: { program: { 2: 3, 5: 3, 7: 1 }, tests: {} },
  };
  const failed = fakeOutcome("t", "failed", { expected: "-1", actual: "0" });

  it("points at the return of the wrong value", () => {
    expect(markOf(failed, trace)).toEqual({ place: "program", line: 2, text: "← expected -1" });
  });

  it("points at the assertion when no return gave the wrong value", () => {
    expect(markOf({ ...failed, actual: "1" }, trace)).toEqual({
      place: "tests",
      line: 4,
      text: "← expected -1, got 1",
    });
  });

  it("points at the line that kept running", () => {
    const hung: Trace = { ...trace, end: { kind: "timedOut", seconds: 5 } };
    expect(markOf(fakeOutcome("t", "timedOut"), hung)).toEqual({
      place: "program",
      line: 5,
      text: "← still running after 5 s",
    });
  });

  it("points nowhere when the test passed", () => {
    expect(markOf(fakeOutcome("t", "passed"), trace)).toBeNull();
  });
});
