import { describe, expect, it } from "vitest";
import { largestProgram, traceOfLargest } from "../../testing/largest";
import { traceOfSteps } from "../../testing/traces";
import { condense } from "../condense";
import type { RunEnd, Step, Trace } from "../trace";
import { callWords } from "./callWords";
import { failurePosition } from "./failure";
import { lineNotes } from "./lineNotes";
import { everything } from "./reading";
import { TraceIndex } from "./traceIndex";

const program = [
  "def fib(n):",
  "    if n < 2:",
  "        return n",
  "    return fib(n - 1) + fib(n - 2)",
  "def empty():",
  "    return 0",
].join("\n");

type Change = readonly [name: string, value: string];

function step(ordinal: number, line: number, call: number, ...changes: readonly Change[]): Step {
  return {
    ordinal,
    place: "program",
    line,
    frame: { call, function: line > 4 ? "empty" : "fib", depth: call, caller: call || null },
    changes: changes.map(([name, value]) => ({ name, value })),
    printed: 0,
  };
}

const indexOfSteps = (steps: readonly Step[], over: Partial<Trace> = {}) =>
  new TraceIndex({ ...traceOfSteps([...steps]), ...over }, { program, tests: "" });

describe("a call in words", () => {
  it("has its arguments and its result", () => {
    const index = indexOfSteps([step(0, 1, 1, ["n", "1"]), step(1, 3, 1, ["__return__", "1"])]);
    expect(callWords(index, 1)).toEqual({ head: "fib(n=1)", result: "→ 1" });
  });

  it("takes the first variable of a call without arguments for none", () => {
    const index = indexOfSteps([step(0, 6, 1, ["__return__", "0"])]);
    expect(callWords(index, 1)).toEqual({ head: "empty()", result: "→ 0" });
  });

  it("says what it raised, and cuts long values", () => {
    const index = indexOfSteps([
      step(0, 1, 1, ["n", "x".repeat(100)]),
      step(1, 2, 1, ["__exception__", "TypeError('no')"]),
    ]);
    expect(callWords(index, 1)).toEqual({
      head: `fib(n=${"x".repeat(39)}…)`,
      result: "raised TypeError('no')",
    });
  });

  it("does not know the arguments of a call whose beginning was not kept", () => {
    const index = indexOfSteps([step(0, 1, 1, ["n", "1"]), step(5, 3, 2, ["__return__", "1"])]);
    expect(callWords(index, 2)).toEqual({ head: "fib(…)", result: "→ 1" });
  });
});

describe("the failure", () => {
  const steps = [
    step(0, 1, 1, ["n", "1"]),
    step(1, 4, 1, ["__exception__", "KeyError(1)"]),
    step(2, 3, 1, ["__exception__", "TypeError()"]),
    step(3, 3, 1, ["n", "2"]),
  ];
  const raised = (line: number): RunEnd => ({
    kind: "raised",
    type: "KeyError",
    message: "1",
    at: { place: "program", line },
    traceback: "",
  });

  it.each([
    ["the step that raised where the run ended", raised(4), 1],
    ["else the last that raised", raised(6), 2],
    ["the last step of a run that was cut short", { kind: "timedOut", seconds: 1 } as const, 3],
    ["none where the run came to its own end", { kind: "finished" } as const, null],
  ])("is %s", (_, end, position) => {
    expect(failurePosition(indexOfSteps(steps, { end }))).toBe(position);
  });

  it("is the last step at the place of the end where no step raised", () => {
    const index = indexOfSteps([step(0, 3, 1, ["n", "1"]), step(1, 1, 1, ["n", "2"])], {
      end: raised(3),
    });
    expect(failurePosition(index)).toBe(0);
  });

  it("is not there without steps", () => {
    expect(failurePosition(indexOfSteps([], { end: raised(3) }))).toBeNull();
  });
});

describe("a line's comment", () => {
  const source = { program: largestProgram("0"), tests: "" };
  const textOf = (index: TraceIndex, filter = everything) =>
    lineNotes(index, "program", filter).map(
      ({ line, pieces }) => `${line}: ${pieces.map(({ text }) => text).join(" ")}`,
    );

  it("leaves out muted lines and variables", () => {
    const index = new TraceIndex(traceOfLargest(), source);
    const filter = { ...everything, names: ["x"], lines: [{ place: "program" as const, line: 6 }] };
    expect(textOf(index, filter)).toEqual(["1: (0) xs=[-3, -1];", "2: (1) best=0;"]);
  });

  it("says where steps were not kept, and how many it knows between its ends", () => {
    const long = traceOfSteps(
      Array.from({ length: 2_000 }, (_, at) => step(at, 3, 1, ["n", String(at)])),
    );
    const whole = lineNotes(new TraceIndex(long, { program, tests: "" }), "program", everything);
    expect(whole[0]).toMatchObject({ between: 1_960, lost: false });
    const kept = new TraceIndex(condense(long, 100), { program, tests: "" });
    expect(textOf(kept)).toEqual(["3: (0) n=0; (1) n=1; ...; (1999) n=1999;"]);
    expect(lineNotes(kept, "program", everything)[0]).toMatchObject({ lost: true });
  });

  it("marks a gap of the run within one call's few states", () => {
    const steps = [step(0, 3, 1, ["n", "0"]), step(9, 3, 1, ["n", "9"])];
    const index = indexOfSteps(steps, { stepCount: 10, counts: { program: { 3: 10 }, tests: {} } });
    expect(textOf(index, { ...everything, call: 1 })).toEqual(["3: (0) n=0; ...; (9) n=9;"]);
  });
});
