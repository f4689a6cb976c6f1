import fc from "fast-check";
import {
  countsOf,
  emptyTrace,
  type Frame,
  type RunEnd,
  type Step,
  type Trace,
} from "../domain/trace";

const name = fc.constantFrom("x", "y", "items", "__return__", "__exception__", "__yield__");
const value = fc.constantFrom("0", "1", "[1, 2]", "'a\\nb'", "'é👩‍🔬'", "two\nlines");
const printedText = fc.constantFrom("", "", "", "out\n", "é👩‍🔬", "\n");

/** What one step of a generated run does. */
const event = fc.record({
  place: fc.constantFrom("program" as const, "program" as const, "tests" as const),
  line: fc.integer({ min: 1, max: 5 }),
  /** Whether a call begins here, ends before it, or neither. */
  turn: fc.constantFrom("stay" as const, "stay" as const, "call" as const, "leave" as const),
  changes: fc.array(fc.record({ name, value }), { minLength: 1, maxLength: 2 }),
  iteration: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  prints: printedText,
});

const end: fc.Arbitrary<RunEnd> = fc.oneof(
  fc.constant({ kind: "finished" as const }),
  fc.constant({ kind: "stopped" as const }),
  fc.record({ kind: fc.constant("timedOut" as const), seconds: fc.nat() }),
);

/** The text of at least five lines that the lines of a generated trace count in. */
export const tracedTexts = {
  program: "def f(x):\n    for y in x:\n        items = y\n    while x:\n        x = 0\n",
  tests: "a = 1\nfor y in a:\n    b = 2\nc = '''\n'''; d = 4\n",
};

/** Traces whose parts fit together, of every step of a run. */
export function anyTrace(maxSteps = 30): fc.Arbitrary<Trace> {
  return fc
    .record({
      testId: fc.option(fc.string()),
      end,
      events: fc.array(event, { maxLength: maxSteps, size: "max" }),
    })
    .map(({ testId, end: ended, events }) => traceOf(testId, ended, events));
}

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function traceOf(testId: string | null, ended: RunEnd, events: readonly Event[]): Trace {
  const open: Frame[] = [{ call: 0, function: "<module>", depth: 0, caller: null }];
  let calls = 1;
  let output = "";
  const steps = events.map((happens, ordinal): Step => {
    const { place, line, turn, changes, iteration, prints } = happens;
    const caller = open.at(-1);
    if (turn === "leave" && open.length > 1) open.pop();
    if (turn === "call" && caller) {
      open.push({ call: calls, function: "f", depth: open.length, caller: caller.call });
      calls += 1;
    }
    const frame = open.at(-1);
    if (frame === undefined) throw new Error("the outermost call never ends");
    output += prints;
    return {
      ordinal,
      place,
      line,
      frame,
      changes,
      ...(iteration !== undefined && { iteration }),
      printed: output.length,
    };
  });
  return { ...traceOfSteps(steps, ended), testId, output };
}

/** The trace of a run with these steps, each line of which ran as often as it made one. */
export function traceOfSteps(steps: Step[], ended: RunEnd = { kind: "finished" }): Trace {
  const counted = { stepCount: steps.length, counts: countsOf(steps), hits: countsOf(steps) };
  return { ...emptyTrace("t1", ended), steps, ...counted };
}
