import { describe, expect, it } from "vitest";
import { compareTraces } from "../../../domain/compare/compareTraces";
import type { TracedRun } from "../../../domain/compare/comparison";
import type { RunEnd } from "../../../domain/trace";
import { edited, runOf, type Told } from "../../../testing/tracedRuns";
import { comparisonWords } from "./comparisonWords";

/** The sentence as text, with code in backticks. */
function said(before: TracedRun, after: TracedRun): string {
  return comparisonWords(compareTraces(before, after), { before, after })
    .map((piece) => (typeof piece === "string" ? piece : `\`${piece.code}\``))
    .join("");
}

const program = ["def f(x):", "  y = 1", "  return y"];
const first: Told = [1, "x=0"];
const once = runOf(program, [first, [2, "y=1"], [3, "__return__=1"]]);
const ending = (end: RunEnd): TracedRun => ({ ...once, trace: { ...once.trace, end } });

describe("two runs in words", () => {
  it("names the value that differs, and its line", () => {
    const changed = runOf(program.with(1, "  y = 2"), [first, [2, "y=2"], [3, "__return__=2"]]);
    expect(said(once, changed)).toBe(
      "The runs are the same for 1 step. Then `y` is `1` before and `2` after, on line 2.",
    );
    const moved = runOf(["", ...program].with(2, "  y = 2"), [
      [2, "x=0"],
      [3, "y=2"],
    ]);
    expect(said(once, moved)).toContain("after, on line 2 before and line 3 after.");
  });

  it("names what a line sets in one run only", () => {
    const more = edited(once, ([one, two, ...rest]) => [
      ...(one && two
        ? [one, { ...two, changes: [...two.changes, { name: "z", value: "3" }] }]
        : []),
      ...rest,
    ]);
    expect(said(once, more)).toContain("Then `z` is not set before and `3` after, on line 2.");
  });

  it("names where control goes", () => {
    const elsewhere = runOf(program, [first, [3, "__return__=1"]]);
    expect(said(once, elsewhere)).toBe(
      "The runs are the same for 1 step. Then the run before goes on to line 2, and the run after to line 3.",
    );
    const raising = runOf(program, [first, [2, "__exception__=KeyError('k')"]]);
    expect(said(once, raising)).toContain(
      "the run before goes on to line 2, and the run after raises `KeyError('k')` on line 2.",
    );
    const other = runOf(program, [[1, "x=9"]]);
    expect(said(once, other)).toBe("From the start, `x` is `0` before and `9` after, on line 1.");
  });

  it("names how the runs end", () => {
    expect(said(ending({ kind: "timedOut", seconds: 5 }), once)).toBe(
      "The runs are the same for 3 steps. Then the run before was ended after 5 seconds, and the run after ends.",
    );
    const longer = runOf(program, [first, [2, "y=1"], [3, "__return__=1"], [1, "x=1"]]);
    expect(said(once, longer)).toContain(
      "the run before ends, and the run after goes on to line 1.",
    );
  });

  it("says when there is no difference, and how sure that is", () => {
    expect(said(once, once)).toBe(
      "The runs are the same for 3 steps, to their ends: under this test the change makes no difference.",
    );
    expect(said(ending({ kind: "stopped" }), once)).toMatch(/same for 3 steps, which is as far as/);
    const still = runOf(program, []);
    expect(said(still, still)).toBe("Neither run changes a variable, and both end the same.");
  });

  it("names the line that is printed differently", () => {
    const printing = (output: string): TracedRun => ({ ...once, trace: { ...once.trace, output } });
    expect(said(printing("a\nb\n"), printing("a\nc\n"))).toMatch(/: `b` before and `c` after\.$/);
    expect(said(printing("a\n"), printing("a\nc\n"))).toMatch(
      /: nothing more before and `c` after/,
    );
    expect(said(printing("a"), printing("a\n"))).toMatch(/line breaks/);
  });
});
