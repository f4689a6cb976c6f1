import { describe, expect, it } from "vitest";
import { condense, keeping } from "../condense";
import { largestProgram, traceOfLargest } from "../../testing/largest";
import { edited, runOf, type Told } from "../../testing/tracedRuns";
import type { RunEnd, Step } from "../trace";
import { compareTraces } from "./compareTraces";
import type { Comparison, TracedRun } from "./comparison";

const tests = "assert largest([-3, -1]) == -1\n";
const largestBuggy: TracedRun = {
  source: { program: largestProgram("0"), tests },
  trace: traceOfLargest(),
};

const setting = (step: Step, name: string, value: string): Step => ({
  ...step,
  changes: [{ name, value }],
});

/** What a comparison says of the difference alone. */
function found(comparison: Comparison) {
  if (comparison.kind === "same") return comparison;
  const { before, after, reason, shared } = comparison;
  return { before, after, reason, shared };
}

describe("a one-line fix", () => {
  it("is found in the value that the changed line sets", () => {
    const fixed = edited(
      { ...largestBuggy, source: { program: largestProgram("xs[0]"), tests } },
      (steps) => [...steps.map((step, at) => (at === 1 ? setting(step, "best", "-3") : step))],
    );
    expect(compareTraces(largestBuggy, fixed)).toEqual({
      kind: "diverges",
      shared: 1,
      before: 1,
      after: 1,
      reason: { kind: "value", name: "best", before: "0", after: "-3" },
      lead: [{ before: 0, after: 0 }],
      following: [
        { before: 2, after: 2 },
        { before: 3, after: 3 },
        { before: 4, after: 4 },
      ],
    });
  });

  const head = ["def f():", "  a = [1, 2]"];

  it("is found in the path when the changed line only decides where to go", () => {
    const tail = ["    a = [2]", "  return a"];
    const before = runOf(
      [...head, "  if a < 1:", ...tail],
      [
        [2, "a=[1]"],
        [5, "__return__=[1]"],
      ],
    );
    const after = runOf(
      [...head, "  if a > 1:", ...tail],
      [
        [2, "a=[1]"],
        [4, "a=[2]"],
        [5, "__return__=[2]"],
      ],
    );
    expect(found(compareTraces(before, after))).toEqual({
      before: 1,
      after: 1,
      shared: 1,
      reason: { kind: "path", beforeLine: 5, afterLine: 4 },
    });
  });

  it("is found where an added guard returns early", () => {
    const before = runOf(
      [...head, "  return a[0]"],
      [
        [2, "a=[]"],
        [3, "__exception__=IndexError()"],
      ],
    );
    const after = runOf(
      [...head, "  if not a:", "    return None", "  return a[0]"],
      [
        [2, "a=[]"],
        [4, "__return__=None"],
      ],
    );
    expect(found(compareTraces(before, after))).toEqual({
      before: 1,
      after: 1,
      shared: 1,
      reason: { kind: "value", name: "__exception__", before: "IndexError()", after: null },
    });
  });

  it("is found where a return was moved out of a loop", () => {
    const loop = ["def f():", "  for x in 1, 2:", "    y = x"];
    const before = runOf(
      [...loop, "    return y"],
      [
        [2, "x=1"],
        [3, "y=1"],
        [4, "__return__=1"],
      ],
    );
    const after = runOf(
      [...loop, "  return y"],
      [
        [2, "x=1"],
        [3, "y=1"],
        [2, "x=2"],
        [3, "y=2"],
        [4, "__return__=2"],
      ],
    );
    expect(found(compareTraces(before, after))).toEqual({
      before: 2,
      after: 2,
      shared: 2,
      reason: { kind: "value", name: "__return__", before: "1", after: null },
    });
  });

  it("is found where an initialisation moved into the loop, in the iteration that shows it", () => {
    const before = runOf(
      ["def f():", "  t = 0", "  for x in 1, 2:", "    t += x"],
      [
        [2, "t=0"],
        [3, "x=1"],
        [4, "t=1"],
        [3, "x=2"],
        [4, "t=3"],
      ],
    );
    const after = runOf(
      ["def f():", "  for x in 1, 2:", "    t = 0", "    t += x"],
      [
        [2, "x=1"],
        [3, "t=0"],
        [4, "t=1"],
        [2, "x=2"],
        [3, "t=0"],
        [4, "t=2"],
      ],
    );
    expect(found(compareTraces(before, after))).toEqual({
      before: null,
      after: 4,
      shared: 3,
      reason: { kind: "value", name: "t", before: "1", after: "0" },
    });
  });
});

describe("a change that keeps the meaning", () => {
  const same = (shared: number) => ({ kind: "same", shared, complete: true });

  it("may use a helper variable, and return from another line", () => {
    const before = runOf(
      ["def f():", "  a = 2", "  return a * 3"],
      [
        [2, "a=2"],
        [3, "__return__=6"],
      ],
    );
    const after = runOf(
      ["def f():", "  a = 2", "  p = a * 3", "  return p"],
      [
        [2, "a=2"],
        [3, "p=6"],
        [4, "__return__=6"],
      ],
    );
    expect(compareTraces(before, after)).toEqual(same(2));
  });

  it("may rename a variable, or set two at once", () => {
    const before = runOf(
      ["def f():", "  lo = 0", "  hi = 9", "  x = 1", "  return lo"],
      [
        [2, "lo=0"],
        [3, "hi=9"],
        [4, "x=1"],
        [5, "__return__=0"],
      ],
    );
    const after = runOf(
      ["def f():", "  low, hi = 0, 9", "  x = 1", "  return low"],
      [
        [2, "low=0 hi=9"],
        [3, "x=1"],
        [4, "__return__=0"],
      ],
    );
    expect(compareTraces(before, after)).toEqual(same(3));
  });

  it("may call a function that was not called before", () => {
    const g = ["def g(v):", "  return v + 1", "def f():"];
    const before = runOf(
      [...g, "  a = 2", "  return a"],
      [
        [4, "a=2"],
        [5, "__return__=2"],
      ],
    );
    const called: Told[] = [
      [1, "v=1", 2],
      [2, "__return__=2", 2],
    ];
    const after = runOf(
      [...g, "  a = g(1)", "  return a"],
      [...called, [4, "a=2"], [5, "__return__=2"]],
    );
    expect(compareTraces(before, after)).toEqual(same(2));
    const wrong = runOf(
      [...g, "  a = g(2)", "  return a"],
      [...called, [4, "a=3"], [5, "__return__=3"]],
    );
    expect(compareTraces(before, wrong)).toMatchObject({
      before: 0,
      after: 2,
      reason: { kind: "value", name: "a", before: "2", after: "3" },
    });
  });

  it("may move lines", () => {
    const after = { ...largestBuggy.source, program: `# largest\n\n${largestProgram("0")}` };
    const moved = edited({ ...largestBuggy, source: after }, (steps) =>
      steps.map((step) => ({ ...step, line: step.line + 2 })),
    );
    expect(compareTraces(largestBuggy, moved)).toEqual(same(5));
  });
});

describe("two runs with the same steps", () => {
  const once = runOf(["def f():", "  x = 1"], [[2, "x=1"]]);
  const ending = (end: RunEnd): TracedRun => ({ ...once, trace: { ...once.trace, end } });
  const raised = (message: string): RunEnd => ({
    kind: "raised",
    type: "ValueError",
    message,
    at: null,
    traceback: "",
  });

  it("may end differently", () => {
    const end = { kind: "timedOut", seconds: 5 } as const;
    expect(found(compareTraces(ending(end), once))).toEqual({
      before: null,
      after: null,
      shared: 1,
      reason: { kind: "end", before: end, after: { kind: "finished" } },
    });
    expect(compareTraces(ending(raised("a")), ending(raised("b")))).toMatchObject({
      reason: { kind: "end" },
    });
    expect(compareTraces(ending(raised("a")), ending(raised("a")))).toMatchObject({ kind: "same" });
  });

  it("may go on in one of them", () => {
    const twice = runOf(
      ["def f():", "  x = 1"],
      [
        [2, "x=1"],
        [2, "x=2"],
      ],
    );
    expect(found(compareTraces(once, twice))).toEqual({
      before: null,
      after: 1,
      shared: 1,
      reason: { kind: "end", before: { kind: "finished" }, after: null },
    });
  });

  it("prove nothing about what was not recorded", () => {
    const same = { kind: "same", complete: false };
    expect(compareTraces(ending({ kind: "stopped" }), once)).toMatchObject(same);
    const end: RunEnd = { kind: "timedOut", seconds: 5 };
    const longer = runOf(
      ["def f():", "  x = 1"],
      [
        [2, "x=1"],
        [2, "x=2"],
      ],
      end,
    );
    expect(compareTraces(ending(end), longer)).toMatchObject(same);
    const many = runOf(
      ["def f():", "  x = 1"],
      Array.from({ length: 50 }, (_, x) => [2, `x=${x}`]),
    );
    const kept = { ...many, trace: condense(many.trace, 4) };
    expect(kept.trace.steps.length).toBeLessThan(50);
    expect(compareTraces(kept, many)).toMatchObject({ ...same, shared: keeping.first });
  });

  it.each([
    ["1\n2\n3\n", "1\n5\n3\n", "2", "5"],
    ["1\n", "1\n2\n", null, "2"],
    ["", "1\n", null, "1"],
    ["12", "1", "12", "1"],
    ["\n", "x\n", "", "x"],
  ])("may print something else: %j and %j", (before, after, oldLine, freshLine) => {
    const printing = (output: string): TracedRun => ({
      ...once,
      trace: {
        ...once.trace,
        output,
        steps: once.trace.steps.map((step) => ({ ...step, printed: output.length })),
      },
    });
    const reason = { kind: "output", before: oldLine, after: freshLine };
    expect(compareTraces(printing(before), printing(after))).toMatchObject({ reason });
  });
});
