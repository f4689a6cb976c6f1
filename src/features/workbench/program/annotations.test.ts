import { describe, expect, it } from "vitest";
import type { Step, Trace } from "../../../domain/trace";
import { fakeOutcome, fakeTest } from "../../../testing/fakeRuntime";
import { traceOfSteps } from "../../../testing/traces";
import { everything } from "../../../domain/timeline/reading";
import { afterEdits, annotationsOf, unseen, type Annotation } from "./annotations";
import type { RunState } from "../run/run";

const source = {
  program: "def f(x):\n    if x:\n        return 1\n    return 0",
  tests: "assert f(0) == 2",
};
const step = (ordinal: number, line: number, name: string): Step => {
  const frame = { call: 0, function: "f", depth: 0, caller: null };
  return {
    ordinal,
    place: "program",
    line,
    frame,
    changes: [{ name, value: "0" }],
    printed: 0,
  };
};
const raisedEnd = {
  kind: "raised",
  type: "AssertionError",
  message: "",
  at: null,
  traceback: "",
} as const;
const trace: Trace = {
  ...traceOfSteps([step(0, 1, "x"), step(1, 4, "__return__")]),
  testId: "t",
  end: raisedEnd,
  hits: { program: { 1: 1, 2: 1, 4: 1 }, tests: { 1: 1 } },
};
const run: RunState = {
  kind: "done",
  id: 1,
  source,
  tests: [fakeTest("t")],
  outcomes: [fakeOutcome("t", "failed", { expected: "2", actual: "0" })],
  selected: "t",
  traces: { t: { kind: "traced", trace } },
};

const linesOf = (annotations: readonly Annotation[]) => annotations.map(({ line }) => line);

describe("annotationsOf", () => {
  it("puts comments, counts, the mark and what never ran on the lines", () => {
    const nothing = { note: null, mark: null, hits: null, neverRan: false };
    expect(annotationsOf(run, "program", everything)).toEqual([
      {
        ...nothing,
        line: 1,
        ranLine: 1,
        note: {
          line: 1,
          pieces: [{ text: "(0) x=0;", position: 0 }],
          first: ["(0) x=0;"],
          between: 0,
          lost: false,
          last: [],
        },
        hits: 1,
      },
      { ...nothing, line: 2, ranLine: 2, hits: 1 },
      { ...nothing, line: 3, ranLine: 3, neverRan: true },
      {
        ...nothing,
        line: 4,
        ranLine: 4,
        note: {
          line: 4,
          pieces: [{ text: "(1) __return__=0;", position: 1 }],
          first: ["(1) __return__=0;"],
          between: 0,
          lost: false,
          last: [],
        },
        mark: { text: "← expected 2" },
        hits: 1,
      },
    ]);
  });

  it("leaves out the comments that are muted", () => {
    const filter = { ...everything, names: ["x"] };
    const noted = annotationsOf(run, "program", filter).filter(({ note }) => note !== null);
    expect(linesOf(noted)).toEqual([4]);
  });

  it("shows where reading stopped, in that text only", () => {
    const unreadable: RunState = {
      kind: "unreadable",
      id: 1,
      source,
      discovery: { kind: "unreadable", place: "tests", line: 1, column: 0, message: "bad" },
    };
    expect(annotationsOf(unreadable, "program", everything)).toEqual([]);
    expect(annotationsOf(unreadable, "tests", everything)).toMatchObject([
      { line: 1, mark: { text: "← reading stopped here" } },
    ]);
  });

  it("shows nothing while there is no trace", () => {
    expect(annotationsOf({ ...run, traces: {} }, "program", everything)).toEqual([]);
  });
});

describe("afterEdits", () => {
  it("moves with the lines and leaves those that were edited", () => {
    const program = source.program.replace("def f(x):", "def f(y):\n    x = y");
    const annotations = annotationsOf(run, "program", everything);
    const moved = afterEdits(annotations, run, { ...source, program }, "program");
    expect(moved.map(({ line, ranLine }) => [line, ranLine])).toEqual([
      [3, 2],
      [4, 3],
      [5, 4],
    ]);
    expect(afterEdits(annotations, run, source, "program")).toBe(annotations);
  });
});

it("keeps the lines of what is not to be seen", () => {
  const hidden = unseen(annotationsOf(run, "program", everything));
  expect(linesOf(hidden)).toEqual([1, 2, 3, 4]);
  expect(hidden.every(({ note, mark, hits }) => (note ?? mark ?? hits) === null)).toBe(true);
});

describe("an explained error", () => {
  const explanation = {
    title: "`x` is 0",
    means: null,
    happened: "",
    hint: null,
    at: { place: "program" as const, line: 4, column: 11, endLine: 4, endColumn: 12 },
  };
  const raised: Trace = {
    ...trace,
    end: { ...raisedEnd, at: { place: "program", line: 4 }, explanation },
  };
  const failed = (status: "raised" | "passed"): RunState => ({
    ...run,
    outcomes: [fakeOutcome("t", status)],
    traces: { t: { kind: "traced", trace: raised } },
  });
  const failingOf = (state: RunState) =>
    annotationsOf(state, "program", everything).flatMap(({ line, failing, mark }) =>
      failing === undefined ? [] : [{ line, failing, text: mark?.text }],
    );

  it("is marked where it failed, with its title", () => {
    expect(failingOf(failed("raised"))).toEqual([
      { line: 4, failing: { from: 11, to: 12 }, text: "← x is 0" },
    ]);
  });

  it("is not, where the test expects it", () => {
    expect(failingOf(failed("passed"))).toEqual([]);
  });

  it("is marked in tests that cannot be read, also on another line than where reading stopped", () => {
    const at = { ...explanation.at, place: "tests" as const, line: 1, endLine: 1 };
    const state: RunState = {
      kind: "unreadable",
      id: 1,
      source,
      discovery: {
        kind: "unreadable",
        place: "tests",
        line: 2,
        column: 0,
        message: "",
        explanation: { ...explanation, at },
      },
    };
    expect(annotationsOf(state, "tests", everything)).toMatchObject([
      { line: 1, failing: { from: 11, to: 12 }, mark: { text: "← x is 0" } },
    ]);
  });
});
