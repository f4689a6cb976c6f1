import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestProgram, traceOfLargest } from "../../testing/largest";
import { simulatedRun } from "../../testing/simulatedProgram";
import { anyTrace, tracedTexts } from "../../testing/traces";
import { timesRun } from "../neverRan";
import type { Trace } from "../trace";
import {
  forecastable,
  forecastSchema,
  noForecast,
  withLine,
  type Forecast,
  type Times,
} from "./forecast";
import { Reasons } from "./reasons";
import { score } from "./score";
import { accuracyWords, departureWords, endScoreWords, lineWords, summaryWords } from "./words";

const program = largestProgram("0");
const trace = traceOfLargest();

function saying(lines: Record<string, Times>, over: Partial<Forecast> = {}): Forecast {
  return { ...noForecast, lines, ...over };
}

/** The forecast of somebody who has seen the run. */
function hindsight({ hits }: Trace, text: string): Forecast {
  return forecastable(text).reduce((forecast, statement) => {
    const times = timesRun(statement, hits.program);
    return times === 0
      ? forecast
      : withLine(forecast, statement.first, times === 1 ? "once" : "several");
  }, noForecast);
}

describe("forecastable", () => {
  it("leaves out heads of definitions and what Python does not tell of", () => {
    const text = [
      "@cache",
      "def f(x=[1,",
      "         2]):  # why",
      '    """Doc."""',
      "    try:",
      "        return x",
      "    finally:",
      "        global y",
      "def g(): return 1",
      "class A:",
      "    z = 1",
    ].join("\n");
    expect(forecastable(text).map(({ first }) => first)).toEqual([6, 9, 11]);
  });
});

describe("score", () => {
  it("tells each line's agreement, and why an expected one never ran", () => {
    const found = score(saying({ 2: "some", 3: "once", 5: "some", 6: "once" }), trace, program);
    expect(found.lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, "agreed"],
      [3, "otherTimes"],
      [4, "missed"],
      [5, "falseAlarm"],
      [6, "agreed"],
    ]);
    expect(summaryWords(found)).toBe(
      "You forecast 4 lines, 4 ran; line 5 never ran because `x > best` on line 4 was never true.",
    );
    expect(accuracyWords(found)).toBe("2 of 5 lines as you said");
    expect(found.lines.map(lineWords).slice(1, 3)).toEqual([
      "line 3 ran 3 times; you said once",
      "line 4 ran 2 times, and you did not expect it",
    ]);
    expect(found.departure).toEqual({
      position: 2,
      isBefore: true,
      why: { kind: "line", line: 4 },
    });
  });

  it("says where a line ran again that was to run once", () => {
    const { departure } = score(
      saying({ 2: "some", 3: "once", 4: "some", 6: "some" }),
      trace,
      program,
    );
    expect(departure).toMatchObject({ position: 3, why: { kind: "again", line: 3 } });
  });

  it("does not take the test's failed assertion for the program's exception", () => {
    const finishes = score(saying({}, { end: { kind: "finishes" } }), trace, program);
    expect(finishes.end?.isRight).toBe(true);
    const raises = { kind: "raises", line: null, type: "IndexError" } as const;
    expect(score(saying({}, { end: raises }), trace, program).end?.isRight).toBe(false);
    const at = { place: "program", line: 4 } as const;
    const end = { kind: "raised", type: "IndexError", message: "", at, traceback: "" } as const;
    const raised = (line: number | null) =>
      score(saying({}, { end: { ...raises, line } }), { ...trace, end }, program).end;
    expect([raised(4)?.isRight, raised(null)?.isRight, raised(5)?.isRight]).toEqual([
      true,
      true,
      false,
    ]);
    const wrong = raised(5);
    expect(wrong && endScoreWords(wrong)).toBe(
      "You said that it raises IndexError at line 5, but it raised IndexError at line 4.",
    );
  });

  it("knows no end of a run that was stopped, and takes a limit for none", () => {
    const endless = saying({}, { end: { kind: "endless" } });
    const ended = (end: Trace["end"]) => score(endless, { ...trace, end }, program).end?.isRight;
    expect(ended({ kind: "stopped" })).toBeNull();
    expect(ended({ kind: "timedOut", seconds: 5 })).toBe(true);
    expect(ended({ kind: "finished" })).toBe(false);
  });

  it("compares the returned value whatever its quotes and spaces", () => {
    const returning = (returned: string) => score(saying({}, { returned }), trace, program);
    expect(returning(" 0 ").returned?.isRight).toBe(true);
    expect(returning("-1")).toMatchObject({ returned: { real: "0", isRight: false } });
    const all = { ...hindsight(trace, program), returned: "-1" };
    expect(departureWords(score(all, trace, program))).toBe(
      "The run left your forecast at what it returned: 0.",
    );
  });

  it("finds hindsight right in everything", () => {
    fc.assert(
      fc.property(simulatedRun, ({ program: text, trace: run }) => {
        const forecast = forecastSchema.parse(hindsight(run, text));
        const found = score(forecast, run, text);
        expect(found.right).toBe(found.lines.length);
        expect(found.forecast).toBe(found.ran);
        expect(found.departure).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it("counts one line less for each that is told otherwise, and counts agree", () => {
    const times = fc.constantFrom<Times | null>("some", "once", "several", null);
    const says = fc.dictionary(fc.integer({ min: 1, max: 5 }).map(String), times);
    fc.assert(
      fc.property(anyTrace(), says, (run, said) => {
        const text = tracedTexts.program;
        const forecast = Object.entries(said).reduce(
          (made, [line, one]) => withLine(made, Number(line), one),
          noForecast,
        );
        const { lines, right, ...found } = score(forecast, run, text);
        const of = (verdict: string) => lines.filter((one) => one.verdict === verdict).length;
        expect(right).toBe(of("agreed") + of("quiet"));
        expect(found.ran).toBe(of("agreed") + of("missed") + of("otherTimes"));
        expect(found.forecast).toBe(of("agreed") + of("falseAlarm") + of("otherTimes"));
        if (of("missed") > 0) expect(found.departure).not.toBeNull();
        for (const { line, verdict } of lines) {
          if (verdict !== "missed") continue;
          expect(score(withLine(forecast, line, "some"), run, text).right).toBe(right + 1);
        }
      }),
    );
  });
});

describe("reasons", () => {
  const text = [
    "def f(xs):", // 1
    "    for x in xs:", // 2
    "        if x:", // 3
    "            return 1", // 4
    "        elif xs:  # more", // 5
    "            print(x)", // 6
    "        else:", // 7
    "            x = 2", // 8
    "    try:", // 9
    "        x = 1", // 10
    "    except ValueError:", // 11
    "        x = 3", // 12
    "    return x", // 13
    "def g():", // 14
    "    return 2", // 15
  ].join("\n");

  it.each([
    [6, [1, 2, 3, 5, 13], { kind: "condition", line: 5, condition: "xs", was: "false" }],
    [8, [1, 2, 3, 5, 6, 13], { kind: "condition", line: 5, condition: "xs", was: "true" }],
    [5, [1, 2, 3, 4], { kind: "condition", line: 3, condition: "x", was: "true" }],
    [3, [1, 2, 10, 13], { kind: "noItems", line: 2, condition: "x in xs" }],
    [12, [1, 2, 10, 13], { kind: "noException" }],
    [12, [1, 2, 10, 11], { kind: "noMatch", line: 11 }],
    [13, [1, 2, 3, 4], { kind: "left", line: 4 }],
    [15, [1, 2, 14], { kind: "notCalled", line: 14, name: "g" }],
    [2, [1, 2], null],
  ])("of line %i when lines %j ran", (line, ran, reason) => {
    const hits = Object.fromEntries(ran.map((one) => [one, 1]));
    expect(new Reasons(text, hits).of(line)).toEqual(reason);
  });
});
