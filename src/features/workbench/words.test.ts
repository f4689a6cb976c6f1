import { describe, expect, it } from "vitest";
import { condense } from "../../domain/condense";
import { emptyTrace } from "../../domain/trace";
import { traceOfLargest } from "../../testing/largest";
import { traceOfSteps } from "../../testing/traces";
import { endWords, stepsWords } from "./words";

describe("the number of steps", () => {
  const [first] = traceOfLargest().steps;
  if (first === undefined) throw new Error("the trace has no step");
  const trace = traceOfSteps(
    Array.from({ length: 5_000 }, (_, ordinal) => ({ ...first, ordinal })),
  );

  it("is the run's, and says which were kept where not all were", () => {
    expect(stepsWords(traceOfSteps([first]))).toBe("1 step");
    expect(stepsWords(trace)).toBe("5,000 steps");
    expect(stepsWords(condense(trace, 1_200))).toBe(
      "5,000 steps; every one up to 1,200 is kept, of later ones each line's first and last",
    );
  });
});

describe("the end of a trace", () => {
  const stopped = { kind: "stopped" } as const;

  it("made elsewhere claims neither that it passed nor that the user stopped it", () => {
    expect(endWords(emptyTrace("t1", { kind: "finished" }), null).what).toBe(
      "The program ran to its end.",
    );
    expect(endWords(emptyTrace("t1", stopped), null).what).toBe("This trace was stopped.");
  });

  it("says that it shows what came until then, if anything did", () => {
    expect(endWords(emptyTrace("t1", stopped), null).why).toBe("");
    expect(endWords({ ...traceOfLargest(), end: stopped }, null).why).toContain("until then");
  });
});
