import { describe, expect, it } from "vitest";
import { traceOfSteps } from "../../testing/traces";
import { condense } from "../condense";
import { countsOf, type Step, type Trace } from "../trace";
import { keptEnds, keptEndsOfLine } from "./keptSteps";
import { TraceIndex } from "./traceIndex";

/** A loop of 2,500 iterations on lines 2 and 3 between one step on line 1 and one on line 4. */
function longRun(): Trace {
  const lines = [1, ...Array.from({ length: 5_000 }, (_, at) => 2 + (at % 2)), 4];
  const steps = lines.map((line, ordinal): Step => ({
    ordinal,
    place: "program",
    line,
    frame: { call: 0, function: "<module>", depth: 0, caller: null },
    changes: [{ name: "x", value: String(ordinal) }],
    printed: 0,
  }));
  return { ...traceOfSteps(steps), counts: countsOf(steps) };
}

const ofLine = (trace: Trace, line: number) =>
  keptEndsOfLine(new TraceIndex(trace, { program: "", tests: "" }), { place: "program", line });

describe("which steps of a long run are there", () => {
  it("is all of them up to the limit", () => {
    expect(keptEnds(longRun())).toBeNull();
    expect(ofLine(longRun(), 2)).toBeNull();
  });

  it("is those without a gap at both ends", () => {
    const kept = condense(longRun(), 200);
    expect(keptEnds(kept)).toEqual({ first: 200, last: 200, between: 4_602 });
    const { steps, stepCount } = kept;
    const stopped = { steps: steps.slice(0, 200), stepCount };
    expect(keptEnds(stopped)).toEqual({ first: 200, last: 0, between: 4_802 });
  });

  it("is of a line those before the first gap, or its own first ones, and the rest", () => {
    const kept = condense(longRun(), 200);
    expect(ofLine(kept, 2)).toEqual({ first: 100, last: 99, between: 2_301 });
    expect(ofLine(condense(longRun(), 6), 2)).toEqual({ first: 10, last: 3, between: 2_487 });
    expect(ofLine(kept, 4)).toBeNull();
  });
});
