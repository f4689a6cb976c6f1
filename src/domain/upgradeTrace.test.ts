import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceOfLargest } from "../testing/largest";
import { anyTrace } from "../testing/traces";
import { asVersion1 } from "../testing/version1";
import { traceSchema } from "./trace";
import { keptTraceSchema, upgradeTrace } from "./upgradeTrace";

describe("a trace of version 1", () => {
  it("comes out with its callers and counts", () => {
    const runs = anyTrace().map((trace) => ({ ...trace, hits: { program: {}, tests: {} } }));
    fc.assert(
      fc.property(runs, (trace) => {
        const upgraded = upgradeTrace(asVersion1(trace));
        expect(traceSchema.parse(upgraded)).toEqual(upgraded);
        const steps = trace.steps.map(({ ordinal, place, line, frame, changes }) => {
          return { ordinal, place, line, frame, changes, printed: 0 };
        });
        // A caller that made no step is not known, nor whether it was another that made one.
        const seen = new Set(steps.map(({ frame }) => frame.call));
        const isKnown = steps.every(({ frame }) => frame.caller === null || seen.has(frame.caller));
        if (isKnown) expect(upgraded).toEqual({ ...trace, steps });
        else expect(upgraded.counts).toEqual(trace.counts);
      }),
    );
  });

  it("was stopped where it ended at its limit", () => {
    const trace = {
      ...asVersion1(traceOfLargest()),
      end: { kind: "stepLimit", steps: 5 } as const,
    };
    expect(upgradeTrace(trace).end).toEqual({ kind: "stopped" });
  });
});

describe("keptTraceSchema", () => {
  it("takes this version as it is, and the earlier one upgraded", () => {
    const trace = traceOfLargest();
    expect(keptTraceSchema.parse(trace)).toEqual(trace);
    const upgraded = keptTraceSchema.parse(asVersion1(trace));
    expect(upgraded.version).toBe(2);
    expect(upgraded.counts).toEqual(trace.counts);
  });

  it("refuses any other", () => {
    expect(keptTraceSchema.safeParse({ ...traceOfLargest(), version: 3 }).success).toBe(false);
    expect(keptTraceSchema.safeParse({ ...traceOfLargest(), version: 1, hits: 1 }).success).toBe(
      false,
    );
  });
});
