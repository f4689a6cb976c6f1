import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTrace, tracedTexts } from "../../testing/traces";
import { condense } from "../condense";
import { lineComments } from "../renderers/inline";
import { markNames } from "../renderers/tracedStates";
import type { Step, Trace } from "../trace";
import { callRows, callersOf } from "./callTree";
import { outputAt, stackAt, variablesAt } from "./frameState";
import { lineNotes } from "./lineNotes";
import { everything } from "./reading";
import { TraceIndex } from "./traceIndex";

/** Traces of whole runs and such of which steps were not kept, as they are past the limit. */
const anyKeptTrace = fc
  .tuple(anyTrace(), fc.array(fc.boolean(), { maxLength: 60 }))
  .map(([trace, dropped]): Trace => {
    const steps = trace.steps.filter((_, position) => dropped[position] !== true);
    return { ...trace, steps };
  });

const moments = anyKeptTrace
  .filter(({ steps }) => steps.length > 0)
  .chain((trace) =>
    fc.record({
      trace: fc.constant(trace),
      position: fc.integer({ min: 0, max: trace.steps.length - 1 }),
    }),
  );

const indexOfTrace = (trace: Trace) => new TraceIndex(trace, tracedTexts);

/** Every variable of a call after the steps up to `position`, one step after the other. */
function replay(steps: readonly Step[], call: number, position: number): Map<string, string> {
  const variables = new Map<string, string>();
  for (const { frame, changes } of steps.slice(0, position + 1)) {
    if (frame.call !== call) continue;
    for (const { name, value } of changes) if (!markNames.has(name)) variables.set(name, value);
  }
  return variables;
}

function findFrom(
  steps: readonly Step[],
  position: number,
  way: 1 | -1,
  test: (step: Step) => boolean,
): number | null {
  for (let at = position + way; ; at += way) {
    const step = steps[at];
    if (step === undefined) return null;
    if (test(step)) return at;
  }
}

describe("the state at a step, against a replay of the steps before it", () => {
  it("has the variables of every call, and what the step changed", () => {
    fc.assert(
      fc.property(moments, ({ trace, position }) => {
        const index = indexOfTrace(trace);
        for (const call of new Set(trace.steps.map(({ frame }) => frame.call))) {
          const found = variablesAt(index, call, position);
          const expected = replay(trace.steps, call, position);
          expect(found.map(({ name, value }) => [name, value])).toEqual([...expected]);
          const step = trace.steps[position];
          const changed = step?.frame.call === call ? step.changes : [];
          const names = changed.map(({ name }) => name).filter((name) => !markNames.has(name));
          expect(
            found
              .filter((one) => one.changed)
              .map(({ name }) => name)
              .sort(),
          ).toEqual([...new Set(names)].sort());
        }
      }),
    );
  });

  it("is certain of a variable exactly when no step since its change is missing", () => {
    fc.assert(
      fc.property(moments, ({ trace, position }) => {
        const kept = new Set(trace.steps.map(({ ordinal }) => ordinal));
        const now = trace.steps[position]?.ordinal ?? 0;
        const call = trace.steps[position]?.frame.call ?? 0;
        for (const { since, certain } of variablesAt(indexOfTrace(trace), call, position)) {
          let whole = true;
          for (let at = trace.steps[since]?.ordinal ?? 0; at <= now; at += 1)
            whole &&= kept.has(at);
          expect(certain).toBe(whole);
        }
      }),
    );
  });

  it("has the calls around it, the innermost first", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 4 }), ({ trace, position }, limit) => {
        const frames = new Map(trace.steps.map(({ frame }) => [frame.call, frame]));
        const chain: number[] = [];
        let frame = trace.steps[position]?.frame;
        while (frame !== undefined) {
          chain.push(frame.call);
          frame = frame.caller === null ? undefined : frames.get(frame.caller);
        }
        const { calls, more } = stackAt(indexOfTrace(trace), position, limit);
        expect(calls.map(({ call }) => call)).toEqual(chain.slice(0, limit));
        expect(more).toBe(Math.max(0, chain.length - limit));
        for (const { call, at } of calls) {
          const last = trace.steps.findLastIndex(
            (step, index) => index <= position && step.frame.call === call,
          );
          expect(at).toBe(last === -1 ? null : last);
        }
      }),
    );
  });

  it("has what was printed so far", () => {
    fc.assert(
      fc.property(moments, ({ trace, position }) => {
        const printed = trace.steps[position]?.printed;
        const parts = outputAt(indexOfTrace(trace), position).map(({ text }) => text);
        expect(parts.join("")).toBe(trace.output.slice(0, printed));
      }),
    );
  });
});

describe("moving, against a search step by step", () => {
  it("finds the next and the previous step of a line", () => {
    fc.assert(
      fc.property(moments, ({ trace, position }) => {
        const index = indexOfTrace(trace);
        const here = trace.steps[position];
        const same = ({ place, line }: Step) => place === here?.place && line === here.line;
        expect(index.nextOfLine(position)).toBe(findFrom(trace.steps, position, 1, same));
        expect(index.previousOfLine(position)).toBe(findFrom(trace.steps, position, -1, same));
      }),
    );
  });

  it("finds the next and the previous change of a function's variable", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom("x", "items"), ({ trace, position }, name) => {
        const index = indexOfTrace(trace);
        const variable = { function: "f", name };
        const changes = (step: Step) =>
          step.frame.function === "f" && step.changes.some((change) => change.name === name);
        expect(index.nextChange(variable, position)).toBe(
          findFrom(trace.steps, position, 1, changes),
        );
        expect(index.previousChange(variable, position)).toBe(
          findFrom(trace.steps, position, -1, changes),
        );
      }),
    );
  });

  it("knows a line's steps and how many were not kept", () => {
    fc.assert(
      fc.property(anyKeptTrace, fc.integer({ min: 1, max: 5 }), (trace, line) => {
        const index = indexOfTrace(trace);
        const kept = trace.steps.flatMap((step, position) =>
          step.place === "program" && step.line === line ? [position] : [],
        );
        expect(index.positionsOfLine("program", line)).toEqual(kept);
        const made = trace.counts.program[line] ?? 0;
        expect(index.leftOut("program", line)).toBe(made - kept.length);
      }),
    );
  });
});

describe("the call tree", () => {
  it("has every call once when all are expanded, below the call that made it", () => {
    fc.assert(
      fc.property(anyKeptTrace, (trace) => {
        const index = indexOfTrace(trace);
        const calls = [...new Set(trace.steps.map(({ frame }) => frame.call))];
        const rows = callRows(index, new Set(calls));
        expect(rows.map(({ call }) => call).sort((a, b) => a - b)).toEqual(
          calls.sort((a, b) => a - b),
        );
        for (const { call, level } of rows) expect(callersOf(index, call)).toHaveLength(level - 1);
      }),
    );
  });

  it("has only the roots while none is expanded", () => {
    fc.assert(
      fc.property(anyKeptTrace, (trace) => {
        const index = indexOfTrace(trace);
        expect(callRows(index, new Set()).map(({ call }) => call)).toEqual(index.roots);
      }),
    );
  });

  it("ends where a file says that a call made itself", () => {
    const frame = { call: 1, function: "f", depth: 1, caller: 1 };
    const change = { name: "x", value: "1" };
    const trace: Trace = {
      version: 2,
      testId: null,
      end: { kind: "finished" },
      steps: [{ ordinal: 0, place: "program", line: 1, frame, changes: [change], printed: 0 }],
      stepCount: 1,
      counts: { program: { 1: 1 }, tests: {} },
      hits: { program: { 1: 1 }, tests: {} },
      output: "",
    };
    expect(stackAt(indexOfTrace(trace), 0, 10)).toEqual({ calls: [{ call: 1, at: 0 }], more: 0 });
  });
});

describe("the comments in pieces", () => {
  it("say what the comments of the inline form say, also past a limit", () => {
    fc.assert(
      fc.property(anyTrace(), fc.integer({ min: 1, max: 60 }), (whole, limit) => {
        const trace = condense(whole, limit);
        const index = indexOfTrace(trace);
        const pieces = (["program", "tests"] as const).flatMap((place) =>
          lineNotes(index, place, everything).map(({ line, pieces: parts }) => ({
            place,
            line,
            text: parts.map(({ text }) => text).join(" "),
          })),
        );
        const comments = lineComments(trace, tracedTexts).map(({ place, line, text }) => ({
          place,
          line,
          text,
        }));
        const byPlace = (one: { place: string; line: number }) => `${one.place} ${one.line}`;
        const sorted = <T extends { place: string; line: number }>(list: T[]) =>
          list.sort((one, other) => byPlace(one).localeCompare(byPlace(other)));
        expect(sorted(pieces)).toEqual(sorted(comments));
      }),
    );
  });

  it("lead to the steps whose states they show, of the chosen call and not muted", () => {
    fc.assert(
      fc.property(moments, ({ trace, position }) => {
        const index = indexOfTrace(trace);
        const call = trace.steps[position]?.frame.call ?? 0;
        const filter = { call, lines: [{ place: "program" as const, line: 2 }], names: ["x"] };
        for (const { line, pieces } of lineNotes(index, "program", filter)) {
          expect(line).not.toBe(2);
          for (const { text, position: at } of pieces) {
            if (at === null) continue;
            const step = trace.steps[at];
            expect(step).toMatchObject({ place: "program", line, frame: { call } });
            expect(text.startsWith(`(${step?.ordinal ?? ""}) `)).toBe(true);
            expect(text).not.toMatch(/\bx=/);
          }
        }
      }),
    );
  });
});
