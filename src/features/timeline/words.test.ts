import { expect, it } from "vitest";
import { TraceIndex } from "../../domain/timeline/traceIndex";
import { largestProgram, traceOfLargest } from "../../testing/largest";
import { changeWords, cut, gapWords, lineWords, ordinalWords, stepWords } from "./words";

const trace = { ...traceOfLargest(), stepCount: 10_000_000 };
const index = new TraceIndex(trace, { program: largestProgram("0"), tests: "" });

it("says which of how many steps, where and what changed", () => {
  expect(ordinalWords(index, 2)).toBe("step 2 of 10,000,000");
  expect(stepWords(index, 2)).toBe("step 2 of 10,000,000, line 3, x=-3");
  expect(stepWords(index, 99)).toBe("no steps");
  expect(lineWords("tests", 1)).toBe("line 1 of the tests");
});

it("says how many steps are missing before this one", () => {
  const steps = trace.steps.filter(({ ordinal }) => ordinal !== 1 && ordinal !== 2);
  const gappy = new TraceIndex({ ...trace, steps }, { program: largestProgram("0"), tests: "" });
  expect(gapWords(gappy, 0)).toBeNull();
  expect(gapWords(gappy, 1)).toBe("2 before it not kept");
  expect(stepWords(gappy, 1)).toBe("step 3 of 10,000,000, 2 before it not kept, line 3, x=-1");
});

it("keeps changes on one line and cuts long values", () => {
  expect(cut("two\nlines")).toBe("two\\nlines");
  const changes = [
    { name: "a", value: "x".repeat(100) },
    { name: "b", value: "1" },
  ];
  const [step] = trace.steps;
  if (step === undefined) throw new Error("the trace has no step");
  expect(changeWords({ ...step, changes }, 10)).toBe(`a=${"x".repeat(9)}…; b=1`);
});
