import { describe, expect, it } from "vitest";
import type { Trace } from "../../../domain/trace";
import { fakeOutcome, fakeTest } from "../../../testing/fakeRuntime";
import { annotationsOf } from "./annotations";
import type { RunState } from "../run/run";

const source = {
  program: "def f(x):\n    if x:\n        return 1\n    return 0",
  tests: "assert f(0) == 2",
};
const frame = { call: 0, function: "f", depth: 0 };
const trace: Trace = {
  version: 1,
  testId: "t",
  end: { kind: "raised", type: "AssertionError", message: "", at: null, traceback: "" },
  steps: [
    { ordinal: 0, place: "program", line: 1, frame, changes: [{ name: "x", value: "0" }] },
    { ordinal: 1, place: "program", line: 4, frame, changes: [{ name: "__return__", value: "0" }] },
  ],
  hits: { program: { 1: 1, 2: 1, 4: 1 }, tests: { 1: 1 } },
  output: "",
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

describe("annotationsOf", () => {
  it("puts comments, the mark and what never ran on the lines", () => {
    expect(annotationsOf(run, source, "program")).toEqual([
      { line: 1, comment: "# (0) x=0;", states: ["(0) x=0;"], mark: null, neverRan: false },
      { line: 3, comment: null, states: [], mark: null, neverRan: true },
      {
        line: 4,
        comment: "# (1) __return__=0;",
        states: ["(1) __return__=0;"],
        mark: { text: "← expected 2" },
        neverRan: false,
      },
    ]);
  });

  it("moves with the lines and leaves those that were edited", () => {
    const program = source.program.replace("def f(x):", "def f(y):\n    x = y");
    const lines = annotationsOf(run, { ...source, program }, "program").map(({ line }) => line);
    expect(lines).toEqual([4, 5]);
  });

  it("shows where reading stopped, in that text only", () => {
    const unreadable: RunState = {
      kind: "unreadable",
      id: 1,
      source,
      discovery: { kind: "unreadable", place: "tests", line: 1, column: 0, message: "bad" },
    };
    expect(annotationsOf(unreadable, source, "program")).toEqual([]);
    expect(annotationsOf(unreadable, source, "tests")).toMatchObject([
      { line: 1, mark: { text: "← reading stopped here" } },
    ]);
  });

  it("shows nothing while there is no trace", () => {
    expect(annotationsOf({ ...run, traces: {} }, source, "program")).toEqual([]);
  });
});
