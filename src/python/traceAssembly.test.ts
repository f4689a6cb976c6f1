import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Trace } from "../domain/trace";
import { traceOfLargest } from "../testing/largest";
import { traceEvents } from "../testing/traceEvents";
import { anyTrace } from "../testing/traces";
import { StepPacker, unpackSteps, type PackedSteps, type WireStep } from "./packedSteps";
import { traceEventSchema, type TraceEvent } from "./protocol";
import { TraceAssembly } from "./traceAssembly";

type StepsEvent = Extract<TraceEvent, { kind: "steps" }>;
type TotalsEvent = Extract<TraceEvent, { kind: "totals" }>;

function assembled(events: readonly unknown[], { testId, end }: Pick<Trace, "testId" | "end">) {
  const assembly = new TraceAssembly();
  for (const event of events) assembly.add(traceEventSchema.parse(event));
  return assembly.finish(testId, end);
}

const calls: StepsEvent["calls"] = [
  [0, "<module>", 0, null],
  [1, "f", 1, 0],
];

function packed(steps: readonly WireStep[]): PackedSteps {
  const packer = new StepPacker();
  for (const one of steps) packer.add(one);
  return packer.take();
}

type Over<Event> = Partial<Omit<Event, "steps" | "late">>;

function steps({
  steps: made = [],
  ...over
}: Over<StepsEvent> & { steps?: WireStep[] } = {}): StepsEvent {
  return { kind: "steps", first: 0, steps: packed(made), calls, output: "", ...over };
}

function totals({ late = [], ...over }: Over<TotalsEvent> & { late?: Late[] } = {}): TotalsEvent {
  const none = { program: {}, tests: {} };
  return {
    kind: "totals",
    stepCount: 0,
    counts: none,
    hits: none,
    ordinals: late.map(({ ordinal }) => ordinal),
    late: packed(late.map((one) => one.step)),
    calls,
    ...over,
  };
}

type Late = { ordinal: number; step: WireStep };

const step = (line: number, printed = 0): WireStep => ({
  place: 0,
  line,
  call: 1,
  iteration: 0,
  printed,
  changes: ["x", "1"],
});
const stopped = { testId: "t1", end: { kind: "stopped" as const } };

describe("a trace sent in pieces", () => {
  it("comes out as it went in", () => {
    const pieces = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(anyTrace(), pieces, (trace, size) => {
        expect(assembled(traceEvents(trace, size), trace)).toEqual(trace);
      }),
    );
  });

  it("comes out with the gaps of a run that was longer than its limit", () => {
    const trace = anyTrace().chain((whole) =>
      fc.subarray(whole.steps).map((kept) => ({ ...whole, steps: kept })),
    );
    fc.assert(
      fc.property(trace, (kept) => {
        expect(assembled(traceEvents(kept), kept)).toEqual(kept);
      }),
    );
  });

  it("shares one frame between the steps of a call", () => {
    const { steps: made } = assembled(traceEvents(traceOfLargest(), 2), stopped);
    expect(made.length).toBeGreaterThan(2);
    expect(new Set(made.map(({ frame }) => frame)).size).toBe(1);
  });

  it("takes 200,000 steps", () => {
    const count = 200_000;
    const size = 5_000;
    const piece = Array.from({ length: size }, () => step(2));
    const assembly = new TraceAssembly();
    for (let first = 0; first < count; first += size) {
      assembly.add(steps({ first, steps: piece }));
    }
    const trace = assembly.finish("t1", { kind: "finished" });
    expect(trace.steps.at(-1)?.ordinal).toBe(count - 1);
    expect(trace.counts.program).toEqual({ "2": count });
  });
});

it("is smaller in a row, and comes out of it as it went in", () => {
  const text = fc.oneof(fc.string(), fc.maxSafeInteger());
  const changes = fc.array(fc.tuple(fc.constantFrom("x", "y", "__return__"), text), {
    minLength: 1,
  });
  const natural = fc.oneof(fc.nat({ max: 3 }), fc.nat());
  const any = fc.record<WireStep>({
    place: fc.nat({ max: 1 }),
    line: natural,
    call: natural,
    iteration: natural,
    printed: natural,
    changes: changes.map((pairs) => pairs.flat()),
  });
  fc.assert(
    fc.property(fc.array(any), (made) => {
      const found: WireStep[] = [];
      unpackSteps(JSON.parse(JSON.stringify(packed(made))) as PackedSteps, (one) =>
        found.push(one),
      );
      expect(found).toEqual(made);
    }),
  );
});

describe("a run that was ended by force", () => {
  it("has at every moment the steps so far, and counts that fit them", () => {
    fc.assert(
      fc.property(anyTrace(), fc.nat({ max: 20 }), (trace, arrived) => {
        const partial = assembled(traceEvents(trace, 3).slice(0, arrived), stopped);
        expect(partial.steps).toEqual(trace.steps.slice(0, partial.steps.length));
        expect(partial.stepCount).toBe(partial.steps.length);
        const sum = (counts: Record<string, number>) =>
          Object.values(counts).reduce((total, count) => total + count, 0);
        expect(sum(partial.counts.program) + sum(partial.counts.tests)).toBe(partial.stepCount);
        expect(trace.output.startsWith(partial.output)).toBe(true);
        expect(partial.end).toEqual({ kind: "stopped" });
      }),
    );
  });

  it("counts steps that came after the last totals", () => {
    const counts = { program: { "3": 1 }, tests: {} };
    const hits = { program: { "3": 7, "4": 2 }, tests: {} };
    const trace = assembled(
      [
        steps({ steps: [step(3)] }),
        totals({ stepCount: 1, counts, hits }),
        steps({ first: 1, steps: [step(3), step(5)] }),
      ],
      stopped,
    );
    expect(trace.stepCount).toBe(3);
    expect(trace.counts.program).toEqual({ "3": 2, "5": 1 });
    expect(trace.hits.program).toEqual({ "3": 8, "4": 2, "5": 1 });
  });

  it("has the late steps of the last totals only", () => {
    const late = (ordinal: number) => ({ ordinal, step: step(3) });
    const trace = assembled(
      [
        steps({ steps: [step(3)] }),
        totals({ stepCount: 40, late: [late(10), late(30)] }),
        totals({ stepCount: 90, late: [late(10), late(80), late(89)] }),
      ],
      stopped,
    );
    expect(trace.steps.map(({ ordinal }) => ordinal)).toEqual([0, 10, 80, 89]);
    expect(trace.stepCount).toBe(90);
  });
});

describe("what was printed", () => {
  it("is counted in code points on the wire", () => {
    const events = [
      steps({ output: "a👩b", steps: [step(1, 1), step(1, 2), step(1, 3)] }),
      totals({ stepCount: 9, late: [{ ordinal: 8, step: step(2, 1) }] }),
    ];
    const { output, steps: made } = assembled(events, stopped);
    expect(made.map(({ printed }) => output.slice(0, printed))).toEqual(["a", "a👩", "a👩b", "a"]);
  });

  it("never ends behind the output", () => {
    const { steps: made } = assembled([steps({ output: "ab", steps: [step(1, 9)] })], stopped);
    expect(made[0]?.printed).toBe(2);
  });
});

it("takes a number for an integer's digits", () => {
  const trace = assembled([steps({ steps: [{ ...step(1), changes: ["x", -12] }] })], stopped);
  expect(trace.steps[0]?.changes).toEqual([{ name: "x", value: "-12" }]);
});

describe("pieces that do not fit together", () => {
  const late = (ordinal: number) => ({ ordinal, step: step(3) });
  const twoSteps = steps({ steps: [step(1), step(2)] });
  const cases: [name: string, events: unknown[]][] = [
    ["an unknown call", [steps({ steps: [{ ...step(1), call: 7 }] })]],
    ["a line 0", [steps({ steps: [step(0)] })]],
    ["no change", [steps({ steps: [{ ...step(1), changes: [] }] })]],
    ["a text for a head", [{ ...steps(), steps: ["33", 1, "x", 1] }]],
    ["a negative head", [{ ...steps(), steps: [-33, 1, "x", 1] }]],
    ["a call that is no whole number", [{ ...steps(), steps: [33, 0.5, "x", 1] }]],
    ["a name without a value", [{ ...steps(), steps: [33, 1, "x"] }]],
    ["a name that was not told", [{ ...steps(), steps: [33, 1, 0, 1] }]],
    ["a place among names that is a text", [{ ...steps(), steps: [33, 1, null, 1] }]],
    ["a value that is a list", [{ ...steps(), steps: [33, 1, "x", []] }]],
    ["a gap between pieces", [twoSteps, steps({ first: 3, steps: [step(1)] })]],
    ["a piece sent twice", [twoSteps, twoSteps]],
    ["late steps out of order", [totals({ stepCount: 9, late: [late(5), late(4)] })]],
    ["a late step twice", [totals({ stepCount: 9, late: [late(5), late(5)] })]],
    ["a late step that is there", [twoSteps, totals({ stepCount: 9, late: [late(1)] })]],
    ["a late step past the count", [totals({ stepCount: 5, late: [late(5)] })]],
    ["fewer steps than were sent", [twoSteps, totals({ stepCount: 1 })]],
    ["a call told in two ways", [steps(), totals({ calls: [[1, "g", 1, 0]] })]],
    ["a call made by a later one", [steps({ calls: [[1, "f", 0, 2]] })]],
    ["a call made by itself", [steps({ calls: [[1, "f", 0, 1]] })]],
    ["steps in a row after late ones", [totals({ stepCount: 9, late: [late(1)] }), twoSteps]],
  ];

  it.each(cases)("%s", (_name, events) => {
    expect(() => assembled(events, stopped)).toThrow("out of form");
  });
});
