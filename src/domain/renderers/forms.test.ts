import { describe, expect, it } from "vitest";
import { condense } from "../condense";
import { traceOfSteps } from "../../testing/traces";
import type { Step, Trace } from "../trace";
import { forms, type FormId } from "./forms";

type State = [line: number, change: string, call?: number, place?: Step["place"]];

const frameOf = (call: number): Step["frame"] => ({
  call,
  function: call === 0 ? "<module>" : "total",
  depth: call,
  caller: call === 0 ? null : call - 1,
});

/** A trace of steps such as `[2, "x=1 y=2"]`, in the frame of call 1 where none is named. */
function traceOf(states: readonly State[]): Trace {
  return traceOfSteps(
    states.map(([line, change, call = 1, place = "program"], ordinal) => ({
      ordinal,
      place,
      line,
      frame: frameOf(call),
      changes: change.split(" ").map((text) => {
        const at = text.indexOf("=");
        return { name: text.slice(0, at), value: text.slice(at + 1) };
      }),
      printed: 0,
    })),
  );
}

const source = {
  program: `def total(xs):
    result = 0
    count = "a"
    for x in xs:
        result += x
    return result
`,
  tests: "assert total([1, 2]) == 4\n",
};
const test = { place: "tests", line: 1, endLine: 1 } as const;

const trace = traceOf([
  [1, "xs=[1,2]"],
  [2, "result=0"],
  [3, "count='a'"],
  [4, "x=1"],
  [5, "result=1"],
  [4, "x=2"],
  [5, "result=3"],
  [6, "__return__=3"],
  [1, "__exception__=AssertionError()", 0, "tests"],
]);

const expected: Record<FormId, string> = {
  none: `def total(xs):
    result = 0
    count = "a"
    for x in xs:
        result += x
    return result

assert total([1, 2]) == 4
`,
  inline: `def total(xs):  # (0) xs=[1,2];
    result = 0  # (1) result=0;
    count = "a"  # (2) count='a';
    for x in xs:  # (3) x=1; (5) x=2;
        result += x  # (4) result=1; (6) result=3;
    return result  # (7) __return__=3;

assert total([1, 2]) == 4  # (8) __exception__=AssertionError();
`,
  scratchpad: `state: {}
line: def total(xs):
state: {"xs": [1,2]}
line:     result = 0
state: {"xs": [1,2], "result": 0}
line:     count = "a"
state: {"xs": [1,2], "result": 0, "count": 'a'}
line:     for x in xs:
state: {"xs": [1,2], "result": 0, "count": 'a', "x": 1}
line:         result += x
state: {"xs": [1,2], "result": 1, "count": 'a', "x": 1}
line:     for x in xs:
state: {"xs": [1,2], "result": 1, "count": 'a', "x": 2}
line:         result += x
state: {"xs": [1,2], "result": 3, "count": 'a', "x": 2}
line:     return result
state: {"xs": [1,2], "result": 3, "count": 'a', "x": 2, "__return__": 3}
line: assert total([1, 2]) == 4
state: {"__exception__": AssertionError()}
`,
  ldb: `[BLOCK-0]
    # xs=[1,2]
    result = 0
    count = "a"
    # xs=[1,2]   result=0   count='a'
[BLOCK-1]
    # xs=[1,2]   result=0   count='a'
    for x in xs:
    # xs=[1,2]   result=0   count='a'   x=1
[BLOCK-2]
        # xs=[1,2]   result=0   count='a'   x=1
        result += x
        # xs=[1,2]   result=1   count='a'   x=1
[BLOCK-3]
    # xs=[1,2]   result=1   count='a'   x=1
    for x in xs:
    # xs=[1,2]   result=1   count='a'   x=2
[BLOCK-4]
        # xs=[1,2]   result=1   count='a'   x=2
        result += x
        # xs=[1,2]   result=3   count='a'   x=2
[BLOCK-5]
    # xs=[1,2]   result=3   count='a'   x=2
    return result
    # xs=[1,2]   result=3   count='a'   x=2   _ret=3
[BLOCK-6]
#
assert total([1, 2]) == 4
# __exception__=AssertionError()
`,
  semcoder: `def total(xs):  # [INPUT] {"xs": [1,2]} [/INPUT]
    result = 0  # [STATE-0] {"result": 0} [/STATE-0]
    count = "a"  # [STATE-1] {"count": 'a'} [/STATE-1]
    for x in xs:  # [STATE-2] {"x": 1} [/STATE-2] [STATE-4] {"x": 2} [/STATE-4]
        result += x  # [STATE-3] {"result": 1} [/STATE-3] [STATE-5] {"result": 3} [/STATE-5]
    return result  # [OUTPUT] 3 [/OUTPUT]

assert total([1, 2]) == 4  # [EXCEPTION] AssertionError() [/EXCEPTION]
`,
  cwm: `<|trace_context_start|>def total(xs):
    result = 0
    count = "a"
    for x in xs:
        result += x
    return result

assert total([1, 2]) == 4  # << START_OF_TRACE
<|frame_sep|><|call_sep|>{"xs": "[1,2]"}<|action_sep|>def total(xs):
<|frame_sep|><|line_sep|>{"xs": "[1,2]"}<|action_sep|>    result = 0
<|frame_sep|><|line_sep|>{"xs": "[1,2]", "result": "0"}<|action_sep|>    count = "a"
<|frame_sep|><|line_sep|>{"xs": "[1,2]", "result": "0", "count": "'a'"}<|action_sep|>    for x in xs:
<|frame_sep|><|line_sep|>{"xs": "[1,2]", "result": "0", "count": "'a'", "x": "1"}<|action_sep|>        result += x
<|frame_sep|><|line_sep|>{"xs": "[1,2]", "result": "1", "count": "'a'", "x": "1"}<|action_sep|>    for x in xs:
<|frame_sep|><|line_sep|>{"xs": "[1,2]", "result": "1", "count": "'a'", "x": "2"}<|action_sep|>        result += x
<|frame_sep|><|line_sep|>{"xs": "[1,2]", "result": "3", "count": "'a'", "x": "2"}<|action_sep|>    return result
<|frame_sep|><|return_sep|><|action_sep|>    return result
<|arg_sep|>"3"<|frame_sep|><|line_sep|>{}<|action_sep|>assert total([1, 2]) == 4
<|frame_sep|><|exception_sep|><|action_sep|>assert total([1, 2]) == 4
<|arg_sep|>"AssertionError()"<|frame_sep|>`,
};

describe("the forms of one trace", () => {
  it.each(Object.keys(expected) as FormId[])("%s", (id) => {
    expect(forms[id].render(source, test, trace)).toBe(expected[id]);
  });

  it("say where they come from", () => {
    expect(Object.keys(forms)).toEqual(Object.keys(expected));
    for (const { citation } of Object.values(forms)) expect(citation).toMatch(/arXiv:\d{4}\.\d{5}/);
  });
});

describe("the bounds of a form", () => {
  const loop = { program: "while n < 12:\n    n += 1\n", tests: "" };
  const counting = traceOf(Array.from({ length: 12 }, (_, at): State => [2, `n=${at + 1}`, 0]));

  it("keep LDB's first five and last five blocks", () => {
    const text = forms.ldb.render(loop, null, counting);
    expect(text.match(/^(\[BLOCK-\d+\]|\.\.\.)$/gm)).toEqual(
      "0 1 2 3 4 ... 7 8 9 10 11"
        .split(" ")
        .map((word) => (word === "..." ? word : `[BLOCK-${word}]`)),
    );
  });

  it("keep SemCoder's first two states of a line and its last", () => {
    expect(forms.semcoder.render(loop, null, counting)).toBe(
      'while n < 12:\n    n += 1  # [STATE-0] {"n": 1} [/STATE-0] [STATE-1] {"n": 2} [/STATE-1] ... [STATE-11] {"n": 12} [/STATE-11]\n',
    );
  });
});

describe("steps that the trace did not keep", () => {
  const loop = { program: "n = m = 0\nwhile n < 4_000:\n    n += 1\n", tests: "" };
  const whole = traceOf([
    [1, "n=0 m=0", 0],
    ...Array.from({ length: 4_000 }, (_, at): State => [3, `n=${at + 1}`, 0]),
  ]);
  const partial = condense(whole, 2);

  it("are no loss to the inline form", () => {
    expect(partial.steps.length).toBeLessThan(20);
    expect(forms.inline.render(loop, null, partial)).toBe(forms.inline.render(loop, null, whole));
  });

  it("are a line of their own in a scratchpad, and what they may have changed is not shown", () => {
    const lines = forms.scratchpad.render(loop, null, partial).trimEnd().split("\n");
    expect(lines.slice(20)).toEqual([
      'state: {"n": 9, "m": 0}',
      "line:     n += 1",
      'state: {"n": 10, "m": 0}',
      "...",
      "line:     n += 1",
      'state: {"n": 3998}',
      "line:     n += 1",
      'state: {"n": 3999}',
      "line:     n += 1",
      'state: {"n": 4000}',
    ]);
  });

  it("are left out of LDB's blocks with those in the middle", () => {
    expect(forms.ldb.render(loop, null, partial)).toContain(
      "    # n=4   m=0\n...\n[BLOCK-9]\n    # n=8   m=0\n",
    );
    expect(forms.ldb.render(loop, null, partial)).toContain(
      "# n=10   m=0\n...\n[BLOCK-11]\n    #\n    n += 1\n    # n=3998\n[BLOCK-12]\n    # n=3998\n",
    );
  });

  it("count as a state each in SemCoder's form", () => {
    expect(forms.semcoder.render(loop, null, partial)).toContain(
      '... [STATE-4000] {"n": 4000} [/STATE-4000]',
    );
    expect(forms.semcoder.render(loop, null, partial)).toBe(
      forms.semcoder.render(loop, null, whole),
    );
  });

  it("are a frame without locals in CWM's form", () => {
    expect(forms.cwm.render(loop, null, partial)).toContain(
      '<|frame_sep|><|line_sep|>{}<|action_sep|>...\n<|frame_sep|><|line_sep|>{}<|action_sep|>    n += 1\n<|frame_sep|><|line_sep|>{"n": "3998"}',
    );
  });
});

describe("a whole state", () => {
  it("is that of its own call", () => {
    const recursive = traceOf([
      [1, "xs=[1]", 1],
      [2, "result=0", 1],
      [1, "xs=[]", 2],
      [6, "__return__=0", 2],
      [3, "count='a'", 1],
    ]);
    const states = forms.scratchpad.render(source, null, recursive).match(/^state: .*$/gm);
    expect(states?.slice(-3)).toEqual([
      'state: {"xs": []}',
      'state: {"xs": [], "__return__": 0}',
      `state: {"xs": [1], "result": 0, "count": 'a'}`,
    ]);
  });

  it("stays on its line", () => {
    const broken = { ...source, program: "x = f()\n" };
    const odd = traceOf([]);
    odd.steps.push({
      ordinal: 0,
      place: "program",
      line: 1,
      frame: frameOf(0),
      changes: [{ name: "x", value: "<a\nb>" }],
      printed: 0,
    });
    expect(forms.scratchpad.render(broken, null, odd)).toBe(
      'state: {}\nline: x = f()\nstate: {"x": <a\\nb>}\n',
    );
    expect(forms.ldb.render(broken, null, odd)).toBe("[BLOCK-0]\n#\nx = f()\n# x=<a\\nb>\n");
  });

  it("ends LDB's block where something between may branch", () => {
    const branching = { program: "a = 1\nif a:\n    f()\nb = 2\nc = 3\n", tests: "" };
    const steps = traceOf([
      [1, "a=1", 0],
      [4, "b=2", 0],
      [5, "c=3", 0],
    ]);
    expect(forms.ldb.render(branching, null, steps)).toBe(
      "[BLOCK-0]\n#\na = 1\n# a=1\n[BLOCK-1]\n# a=1\nb = 2\nc = 3\n# a=1   b=2   c=3\n",
    );
  });
});
