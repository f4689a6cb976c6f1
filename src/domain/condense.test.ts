import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceOfLargest } from "../testing/largest";
import { anyTrace } from "../testing/traces";
import { condense, keeping, leavesOutSteps, wholeSteps } from "./condense";

const limit = fc.integer({ min: 1, max: 80 });

describe("condense", () => {
  it("gives back a trace that is no longer than the limit", () => {
    fc.assert(
      fc.property(anyTrace(), (trace) => {
        expect(condense(trace, Math.max(1, trace.stepCount))).toBe(trace);
      }),
    );
  });

  it("keeps every step up to the limit, each line's first and last ones, and the last of the run", () => {
    fc.assert(
      fc.property(anyTrace(120), limit, (trace, steps) => {
        const kept = new Set(condense(trace, steps).steps);
        const recent = trace.steps.slice(-Math.min(steps, keeping.recent));
        const wanted = [1, 2, 3, 4, 5].flatMap((line) => {
          const own = trace.steps.filter((step) => step.line === line);
          const places = (["program", "tests"] as const).map((place) =>
            own.filter((step) => step.place === place),
          );
          return places.flatMap((steps) => [
            ...steps.slice(0, keeping.first),
            ...steps.slice(-keeping.last),
          ]);
        });
        const all = [...trace.steps.slice(0, steps), ...recent, ...wanted];
        expect(all.filter((step) => !kept.has(step))).toEqual([]);
      }),
    );
  });

  it("keeps no more than that", () => {
    fc.assert(
      fc.property(anyTrace(120), limit, (trace, steps) => {
        const lines =
          Object.keys(trace.counts.program).length + Object.keys(trace.counts.tests).length;
        const most = 2 * steps + lines * (keeping.first + keeping.last);
        expect(condense(trace, steps).steps.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("changes nothing but the steps, in their order", () => {
    fc.assert(
      fc.property(anyTrace(120), limit, (trace, steps) => {
        const { steps: kept, ...rest } = condense(trace, steps);
        expect({ ...rest, steps: trace.steps }).toEqual(trace);
        const own = new Set(kept);
        expect(kept).toEqual(trace.steps.filter((step) => own.has(step)));
      }),
    );
  });

  it("is done once, and by way of any larger limit", () => {
    fc.assert(
      fc.property(anyTrace(120), limit, limit, (trace, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const once = condense(trace, small);
        expect(condense(once, small)).toEqual(once);
        expect(condense(condense(trace, large), small)).toEqual(once);
      }),
    );
  });
});

it("a trace with gaps says so", () => {
  const trace = traceOfLargest();
  const partial = { ...trace, steps: trace.steps.filter(({ ordinal }) => ordinal !== 3) };
  expect([leavesOutSteps(trace), wholeSteps(trace)]).toEqual([false, 5]);
  expect([leavesOutSteps(partial), wholeSteps(partial)]).toEqual([true, 3]);
});
