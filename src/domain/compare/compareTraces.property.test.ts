import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edited } from "../../testing/tracedRuns";
import { anyTrace, traceOfSteps, tracedTexts } from "../../testing/traces";
import type { Step, Trace } from "../trace";
import { compareTraces, startComparing } from "./compareTraces";
import type { Comparison, TracedRun } from "./comparison";

/** What a comparison says of the difference alone. */
function found(comparison: Comparison) {
  if (comparison.kind === "same") return comparison;
  const { before, after, reason, shared } = comparison;
  return { before, after, reason, shared };
}

/** What the comparison of the same runs the other way round must say. */
function mirrored(comparison: Comparison): unknown {
  if (comparison.kind === "same") return comparison;
  const { before, after, reason, shared } = comparison;
  const turned =
    reason.kind === "path"
      ? { ...reason, beforeLine: reason.afterLine, afterLine: reason.beforeLine }
      : { ...reason, before: reason.after, after: reason.before };
  return { before: after, after: before, reason: turned, shared };
}

const programs = ["", "a\nb\nc\nd\ne\n", "a\nx\nc\nd\n", "x\ny\na\nb\nq\nd"];
const runs = fc
  .tuple(anyTrace(12), fc.constantFrom(...programs))
  .map(([trace, program]): TracedRun => ({ source: { ...tracedTexts, program }, trace }));

/** What a comparison in portions of so many steps finds. */
function inPortions(one: TracedRun, other: TracedRun, steps: number): Comparison {
  const comparing = startComparing(one, other);
  for (;;) {
    const comparison = comparing.goOn(steps);
    if (comparison !== null) return comparison;
  }
}

const identical = anyTrace().map((trace): TracedRun => ({ source: tracedTexts, trace }));

describe("any run", () => {
  it("is the same as itself", () => {
    fc.assert(
      fc.property(identical, (one) => {
        const complete = one.trace.end.kind === "finished";
        const shared = one.trace.steps.length;
        expect(compareTraces(one, one)).toEqual({ kind: "same", shared, complete });
      }),
    );
  });

  it("shows one changed value exactly where it was changed", () => {
    fc.assert(
      fc.property(identical, fc.nat(), fc.nat(), (one, anyStep, anyChange) => {
        const position = anyStep % Math.max(1, one.trace.steps.length);
        const step = one.trace.steps[position];
        fc.pre(step !== undefined);
        const names = step.changes.map(({ name }) => name);
        fc.pre(new Set(names).size === names.length);
        const name = names[anyChange % names.length] ?? "";
        const other = edited(one, (steps) =>
          steps.with(position, {
            ...step,
            changes: step.changes.map((c) => (c.name === name ? { name, value: "other" } : c)),
          }),
        );
        const before = step.changes.find((change) => change.name === name)?.value;
        expect(compareTraces(one, other)).toMatchObject({
          before: position,
          after: position,
          shared: position,
          reason: { kind: "value", name, before, after: "other" },
        });
      }),
    );
  });

  it("differs from another as the other differs from it", () => {
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        expect(found(compareTraces(other, one))).toEqual(mirrored(compareTraces(one, other)));
      }),
      { numRuns: 500 },
    );
  });

  it("is found the same in portions", () => {
    fc.assert(
      fc.property(runs, runs, fc.integer({ min: 1, max: 5 }), (one, other, steps) => {
        expect(inPortions(one, other, steps)).toEqual(compareTraces(one, other));
      }),
    );
  });
});

/** A loop of 100,000 iterations in a function, of which `changed` is another value. */
function longTrace(changed: number): Trace {
  const steps = Array.from({ length: 200_000 }, (_, ordinal): Step => {
    const value = ordinal === changed ? "?" : String(ordinal);
    return {
      ordinal,
      place: "program",
      line: 2 + (ordinal % 2),
      frame: { call: 1, function: "f", depth: 1, caller: 0 },
      changes: [{ name: ordinal % 2 === 0 ? "x" : "y", value }],
      printed: 0,
    };
  });
  return traceOfSteps(steps);
}

const loop = { program: "def f(n):\n  for x in n:\n    y = x\n", tests: "" };

it("takes 200,000 steps", { timeout: 30_000 }, () => {
  const source = loop;
  const comparison = compareTraces(
    { source, trace: longTrace(-1) },
    { source, trace: longTrace(199_998) },
  );
  expect(comparison).toMatchObject({ before: 199_998, reason: { name: "x", after: "?" } });
});

it(
  "gives others their turn within 200,000 steps, of changed lines as well",
  { timeout: 30_000 },
  () => {
    for (const program of [loop.program, "def f(n):\n  for z in n:\n    y = z\n"]) {
      const comparing = startComparing(
        { source: loop, trace: longTrace(-1) },
        { source: { ...loop, program }, trace: longTrace(-1) },
      );
      let turns = 0;
      while (comparing.goOn(2_000) === null) turns += 1;
      expect(turns).toBeGreaterThan(30);
    }
  },
);
