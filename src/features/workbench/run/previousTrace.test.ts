import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { fakeTest } from "../../../testing/fakeRuntime";
import { largestProgram, traceOfLargest } from "../../../testing/largest";
import { createRunMemory, previousTrace } from "./previousTrace";
import type { RunState } from "./run";

type Done = Extract<RunState, { kind: "done" }>;

const tests = [fakeTest("t1"), fakeTest("t2")];

/** A finished run of a program whose first test was chosen and traced. */
function done(program: string, over: Partial<Done> = {}): Done {
  return {
    kind: "done",
    id: 1,
    source: { program, tests: "" },
    tests,
    outcomes: [],
    selected: "t1",
    traces: { t1: { kind: "traced", trace: traceOfLargest() } },
    ...over,
  };
}

const buggy = done(largestProgram("0"));
const fixed = done(largestProgram("xs[0]"), { id: 2 });

/** What is remembered after these states of a run. */
function after(...states: readonly RunState[]) {
  const run = createStore<RunState>(() => ({ kind: "idle" }));
  const memory = createRunMemory(run);
  for (const state of states) run.setState(state, true);
  return previousTrace(memory.getState());
}

describe("the trace before a change", () => {
  const expected = { source: buggy.source, trace: traceOfLargest() };

  it("is kept once the changed program has run", () => {
    const { id, source } = fixed;
    expect(after(buggy)).toBeNull();
    expect(after(buggy, { kind: "discovering", id, source })).toBeNull();
    expect(after(buggy, fixed)).toEqual(expected);
  });

  it("is that of the program before, also when the same one is run again", () => {
    expect(after(buggy, fixed, { ...fixed, id: 3 })).toEqual(expected);
    expect(after(buggy, { ...buggy, id: 2 })).toBeNull();
    expect(after(done("a = 0"), buggy, fixed)).toEqual(expected);
  });

  it("is the last that was recorded, as its run has gone on", () => {
    const tracing = done(largestProgram("0"), { traces: { t1: { kind: "tracing" } } });
    expect(after(tracing, buggy, fixed)).toEqual(expected);
    expect(after(tracing, fixed)).toBeNull();
  });

  it("is of the same test, whatever its id is now", () => {
    const moved = [fakeTest("x", { text: "assert t2" }), fakeTest("y", { text: "assert t1" })];
    expect(after(buggy, { ...fixed, tests: moved, selected: "y" })).toEqual(expected);
    expect(after(buggy, { ...fixed, tests: moved, selected: "x" })).toBeNull();
    expect(after(buggy, { ...fixed, selected: null })).toBeNull();
  });

  it("keeps tests of the same text apart by their order", () => {
    const twins = [fakeTest("a", { text: "t" }), fakeTest("b", { text: "t" })];
    const traces = { b: { kind: "traced", trace: traceOfLargest() } } as const;
    const before = { ...buggy, tests: twins, traces };
    expect(after(before, { ...fixed, tests: twins, selected: "b" })).toEqual(expected);
    expect(after(before, { ...fixed, tests: twins, selected: "a" })).toBeNull();
  });

  it("is forgotten with the run", () => {
    expect(after(buggy, { kind: "idle" }, fixed)).toBeNull();
  });
});
