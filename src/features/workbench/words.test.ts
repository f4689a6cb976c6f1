import { describe, expect, it } from "vitest";
import { condense } from "../../domain/condense";
import { emptyTrace } from "../../domain/trace";
import { traceOfLargest } from "../../testing/largest";
import { traceOfSteps } from "../../testing/traces";
import { endWords } from "./explanation/endWords";
import { keptWords, stepsWords } from "./words";

describe("the number of steps", () => {
  const [first] = traceOfLargest().steps;
  if (first === undefined) throw new Error("the trace has no step");
  const trace = traceOfSteps(
    Array.from({ length: 5_000 }, (_, ordinal) => ({ ...first, ordinal })),
  );

  it("is the run's, kept or not", () => {
    expect(stepsWords(traceOfSteps([first]))).toBe("1 step");
    expect(stepsWords(condense(trace, 1_200))).toBe("5,000 steps");
  });

  it("comes with which of them are shown, where not all are", () => {
    expect(keptWords(trace)).toBeNull();
    expect(keptWords(condense(trace, 1_200))).toBe(
      "Shown: the first 1,200 and the last 1,000 steps, and of the 2,800 between them each line’s first and last.",
    );
    const { steps } = condense(trace, 1_200);
    expect(keptWords({ steps: steps.slice(0, 1_200), stepCount: 5_000 })).toBe(
      "Shown: the first 1,200 steps, and of the 3,800 after them each line’s first and last.",
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
