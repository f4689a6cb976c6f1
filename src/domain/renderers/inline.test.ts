import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condense } from "../condense";
import { anyTrace, traceOfSteps, tracedTexts } from "../../testing/traces";
import type { Place, Trace } from "../trace";
import { commentableLines } from "./commentableLines";
import { lineComments, renderDocument, renderInline } from "./inline";

type State = [line: number, name: string, value: string, place?: Place];

/** A trace whose steps have one change each, numbered in order. */
function traceOf(states: readonly State[]): Trace {
  const frame = { call: 0, function: "f", depth: 0, caller: null };
  return traceOfSteps(
    states.map(([line, name, value, place = "program"], ordinal) => ({
      ordinal,
      place,
      line,
      frame,
      changes: [{ name, value }],
      printed: 0,
    })),
  );
}

const separate = `def separate_odd_and_even(lst):
    odd_list = []
    even_list = []
    for n in lst:
        if n % 2 == 1:
            even_list.append(n)
        else:
            odd_list.append(n)
    return odd_list, even_list
`;

/** The states of the paper's figure 1, counted by hand from its program. */
function separateTrace(): Trace {
  const odd: number[] = [];
  const even: number[] = [];
  const list = (items: number[]) => `[${items.join(", ")}]`;
  const states: State[] = [
    [1, "lst", list([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])],
    [2, "odd_list", "[]"],
    [3, "even_list", "[]"],
  ];
  for (let n = 1; n <= 10; n++) {
    states.push([4, "n", String(n)]);
    const isOdd = n % 2 === 1;
    (isOdd ? even : odd).push(n);
    states.push(isOdd ? [6, "even_list", list(even)] : [8, "odd_list", list(odd)]);
  }
  states.push([9, "__return__", `(${list(odd)}, ${list(even)})`]);
  return traceOf(states);
}

describe("renderInline", () => {
  it("gives the paper's figure 1 byte for byte", () => {
    expect(renderInline(separate, separateTrace()))
      .toBe(`def separate_odd_and_even(lst):  # (0) lst=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    odd_list = []  # (1) odd_list=[];
    even_list = []  # (2) even_list=[];
    for n in lst:  # (3) n=1; (5) n=2; (7) n=3; ...; (21) n=10;
        if n % 2 == 1:
            even_list.append(n)  # (4) even_list=[1]; (8) even_list=[1, 3]; ...; (20) even_list=[1, 3, 5, 7, 9];
        else:
            odd_list.append(n)  # (6) odd_list=[2]; (10) odd_list=[2, 4]; ...; (22) odd_list=[2, 4, 6, 8, 10];
    return odd_list, even_list  # (23) __return__=([2, 4, 6, 8, 10], [1, 3, 5, 7, 9]);
`);
  });

  it("shows all states where leaving one out would save nothing", () => {
    const trace = traceOf([1, 2, 3].map((value) => [1, "x", String(value)]));
    expect(renderInline("x += 1", trace)).toBe("x += 1  # (0) x=1; (1) x=2; (2) x=3;");
  });

  it("leaves out all but the head and the last, as the options say", () => {
    const trace = traceOf([1, 2, 3, 4].map((value) => [1, "x", String(value)]));
    expect(renderInline("x += 1", trace, { headerStates: 3, lineStates: 1 })).toBe(
      "x += 1  # (0) x=1; ...; (3) x=4;",
    );
  });

  it("writes several changes of one step behind one ordinal", () => {
    const trace = traceOf([[1, "a", "1"]]);
    const [step] = trace.steps;
    step?.changes.push({ name: "b", value: "2" });
    expect(renderInline("a, b = 1, 2", trace)).toBe("a, b = 1, 2  # (0) a=1; b=2;");
  });

  it("moves a comment off a line that cannot carry one", () => {
    const program = 'x = 1 + \\\n    2\ns = """a\nb"""\ny = 3';
    const trace = traceOf([
      [1, "x", "3"],
      [3, "s", "'a\\nb'"],
      [5, "y", "3"],
    ]);
    expect(renderInline(program, trace)).toBe(
      'x = 1 + \\\n    2  # (0) x=3;\ns = """a\nb"""  # (1) s=\'a\\nb\';\ny = 3  # (2) y=3;',
    );
  });

  it("keeps line breaks as they are, and values on their line", () => {
    const trace = traceOf([[1, "x", "<a\nb>"]]);
    expect(renderInline("x = f()\r\ny = 1\r\n", trace)).toBe(
      "x = f()  # (0) x=<a\\nb>;\r\ny = 1\r\n",
    );
  });

  it("gives the program back when the comments are cut off", () => {
    const line = fc.stringMatching(/^[a-z =+()0-9]{0,12}$/);
    const state = fc.tuple(fc.nat(20), fc.stringMatching(/^[a-z]{1,4}$/), fc.string());
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(state), (lines, states) => {
        const program = lines.join("\n");
        const trace = traceOf(
          states.map(([at, name, value]) => [1 + (at % lines.length), name, value]),
        );
        const rendered = renderInline(program, trace).split("\n");
        expect(rendered.map((one) => one.replace(/ {2}# \(.*$/s, ""))).toEqual(lines);
      }),
    );
  });
});

describe("renderDocument", () => {
  const source = {
    program: "def f(x):\n    return x\n",
    tests: "y = 2\nassert f(\n    1\n) == 2\n",
  };
  const trace = traceOf([
    [1, "x", "1"],
    [2, "__return__", "1"],
    [2, "__exception__", "AssertionError()", "tests"],
  ]);

  it("gives the test's own lines after a blank line, as the paper's figure 2", () => {
    expect(renderDocument(source, { place: "tests", line: 2, endLine: 4 }, trace)).toBe(
      "def f(x):  # (0) x=1;\n    return x  # (1) __return__=1;\n\nassert f(  # (2) __exception__=AssertionError();\n    1\n) == 2\n",
    );
  });

  it("gives the program alone where the test is part of it", () => {
    expect(renderDocument(source, null, trace)).toBe(renderInline(source.program, trace));
  });
});

describe("lineComments", () => {
  it("keeps every state of a line, and its place", () => {
    const trace = traceOf([1, 2, 3, 4, 5].map((value) => [1, "x", String(value), "tests"]));
    const [comment] = lineComments(trace, { program: "", tests: "for x in xs:" });
    expect(comment).toMatchObject({ place: "tests", line: 1 });
    expect(comment?.text).toBe("(0) x=1; (1) x=2; (2) x=3; ...; (4) x=5;");
    expect(comment?.states).toHaveLength(5);
  });
});

describe("a trace that did not keep all steps", () => {
  it("gives the same comments as the whole one", () => {
    fc.assert(
      fc.property(anyTrace(120), fc.integer({ min: 1, max: 60 }), (trace, limit) => {
        const partial = lineComments(condense(trace, limit), tracedTexts);
        const whole = lineComments(trace, tracedTexts);
        expect(partial.map(({ text, total }) => [text, total])).toEqual(
          whole.map(({ text, total }) => [text, total]),
        );
      }),
    );
  });

  it("shows no more first states than are known, and says that others follow", () => {
    const trace = traceOf(Array.from({ length: 90 }, (_, at) => [1, "x", String(at)]));
    const source = { program: "x += 1", tests: "" };
    const generous = { headerStates: 50, lineStates: 50 };
    const [comment] = lineComments(condense(trace, 20), source, generous);
    expect(comment?.text.split(" ").slice(36)).toEqual(
      "(18) x=18; (19) x=19; ...; (89) x=89;".split(" "),
    );
    expect(comment?.total).toBe(90);
    const [few] = lineComments({ ...trace, steps: trace.steps.slice(0, 2) }, source, generous);
    expect(few?.text).toBe("(0) x=0; ...; (1) x=1;");
  });
});

describe("commentableLines", () => {
  const cases: [name: string, lines: string[], expected: boolean[]][] = [
    ["plain code", ["x = 1", "y = 2"], [true, true]],
    ["triple quotes", ["s = '''a", "b", "c''' + 'd'"], [false, false, true]],
    ["a quote in a comment", ["x = 1  # it's", "y = 2"], [true, true]],
    ["a hash in a string", ["s = '#'; t = '''", "'''"], [false, true]],
    ["a backslash that joins", ["x = 1 + \\", "  2"], [false, true]],
    ["a backslash in a string", ["s = 'a\\", "b'"], [false, true]],
    ["a backslash in a comment", ["x = 1  # \\", "y"], [true, true]],
    ["an escaped quote", ["s = 'it\\'s'", "y"], [true, true]],
    ["a raw string", ["s = r'\\'", "y = 'a'"], [true, true]],
    ["nested quotes of an f-string", ['s = f"{d["a"]}"', "y"], [true, true]],
    ["a triple f-string with code", ['s = f"""{', "x}", '"""'], [false, false, true]],
    ["braces of a dict", ["d = {", "  'a': 1,", "}"], [true, true, true]],
    ["a name that ends in r", ["bar'''", "x"], [false, false]],
    ["a quote that is never closed", ["s = 'a", "y = 1"], [true, true]],
  ];
  it.each(cases)("%s", (_name, lines, expected) => {
    expect(commentableLines(lines)).toEqual(expected);
  });
});
