import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits, type Limits } from "../domain/limits";
import { renderDocument, renderInline } from "../domain/renderers/inline";
import type { RunEnd, Trace } from "../domain/trace";
import { readGoldenCases } from "../testing/goldenCases";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { recordTrace } from "./recordTrace";

let python: NodeInterpreter;

beforeAll(async () => {
  python = await NodeInterpreter.start();
});

type Traced = { program: string; tests?: string; test?: string | null; limits?: Partial<Limits> };

function traceOf({ program, tests = "", test = null, limits = {} }: Traced): Promise<Trace> {
  const args = { program, tests, test, limits: { ...defaultLimits, ...limits } };
  return recordTrace(python, args);
}

const wordsOf = (end: RunEnd): string =>
  end.kind === "raised" ? `${end.kind} ${end.type}` : end.kind;

/** The states of a trace as `line name=value`, in order. */
const statesOf = (trace: Trace): string[] =>
  trace.steps.map(
    ({ line, changes }) =>
      `${line} ${changes.map(({ name, value }) => `${name}=${value}`).join(" ")}`,
  );

describe("the cases", () => {
  const cases = readGoldenCases();

  it("are all there", () => {
    expect(cases.length).toBeGreaterThan(40);
  });

  it.each(cases)("$name", async ({ program, tests, test, limits, expected }) => {
    const trace = await traceOf({ program, tests, test, limits });
    expect(renderInline(program, trace)).toBe(expected.program);
    if (tests !== "") {
      const endLine = tests.trimEnd().split("\n").length;
      const all = renderDocument({ program, tests }, { place: "tests", line: 1, endLine }, trace);
      expect(all).toBe(`${expected.program.trimEnd()}\n\n${expected.tests}`);
    }
    expect(wordsOf(trace.end)).toBe(expected.ends);
    expect(trace.output).toBe(expected.output);
    const whole = trace.steps.slice(0, limits.steps);
    expect(whole.map(({ ordinal }) => ordinal)).toEqual(whole.map((_, at) => at));
  });
});

describe("a trace", () => {
  it("numbers calls in the order they began, with their depth", async () => {
    const program =
      "def f(n):\n    return n if n < 1 else f(n - 1)\n\nclass A:\n    def m(self):\n        f(1)\n\nA().m()";
    const trace = await traceOf({ program });
    expect(trace.steps.map(({ frame }) => [frame.call, frame.function, frame.depth])).toEqual([
      [2, "A.m", 1],
      [3, "f", 2],
      [4, "f", 3],
      [4, "f", 3],
      [3, "f", 2],
      [2, "A.m", 1],
    ]);
  });

  it("counts how often each line ran", async () => {
    const program =
      "def f(xs):\n    for x in xs:\n        if x:\n            y = x\n        else:\n            z = x\n";
    const trace = await traceOf({ program, tests: "assert f([1, 1]) is None", test: "t1" });
    expect(trace.hits).toEqual({ program: { 1: 1, 2: 3, 3: 2, 4: 2 }, tests: { 1: 1 } });
  });

  it.each([
    "[1, -2.5, 'it\\'s', None, True, 1j, ..., b'\\x00', range(3)]",
    "({}, (), (1,), [[]], {'a': [1, (2,)]}, {1: {2: 3}}, frozenset(), set(), {7})",
    "'naïve\\n\\u2028' * 3",
    "[10**3999 % 10**900, -0.0, float('nan'), float('inf')]",
    "[list[int], slice(1, 2), ValueError('x', 1), bytearray(b'x'), {1: 2}.items()]",
  ])("shows plain values as Python does: %s", async (value) => {
    const trace = await traceOf({ program: `value = ${value}\nprint(repr(value))` });
    expect(`1 value=${trace.output.trimEnd()}`).toBe(statesOf(trace)[0]);
  });

  it("says so when the program broke the tracer", async () => {
    const trace = await traceOf({
      program: "x = 1\nimport builtins\nbuiltins.len = None\ny = {x}",
    });
    expect(trace.end).toMatchObject({ kind: "crashed" });
    expect(statesOf(trace)).toContain("1 x=1");
  });

  it("is the same each time", async () => {
    const program =
      "class Thing: pass\nthings = {Thing(), Thing(), len}\nwords = {'b', 'a', 'c'}\n";
    const [first, second] = [await traceOf({ program }), await traceOf({ program })];
    expect(first).toEqual(second);
  });

  it("goes on after the program set a trace function of its own", async () => {
    const program = "import sys\nsys.settrace(lambda *_: None)\nx = 1";
    const trace = await traceOf({ program });
    expect(trace.end).toEqual({ kind: "finished" });
  });

  it("leaves the program's recursion limit to the program", async () => {
    const program =
      "import sys\nprint(sys.getrecursionlimit())\nsys.setrecursionlimit(3000)\ndef f(n):\n    return n and f(n - 1)\nprint(f(2500), sys.getrecursionlimit())";
    const trace = await traceOf({ program });
    expect(trace.output).toBe("1000\n0 3000\n");
  });

  it("does not call special methods of the program", async () => {
    const program =
      "class Touchy(list):\n    def _fail(self, *_):\n        raise SystemError\n    __eq__ = __hash__ = __len__ = __iter__ = __bool__ = __getattr__ = __getattribute__ = _fail\n    __class__ = property(_fail)\nt = Touchy()\nlist.append(t, 1)";
    const trace = await traceOf({ program });
    expect(trace.end).toEqual({ kind: "finished" });
    expect(statesOf(trace).slice(-2)).toEqual(["6 t=[]", "7 t=[1]"]);
  });

  it("says where a program cannot be read", async () => {
    const trace = await traceOf({ program: "x = 1\nif x\n    y = 2\n" });
    expect(trace.end).toMatchObject({
      kind: "syntaxError",
      message: "expected ':'",
      at: { place: "program", line: 2 },
      column: 4,
      traceback: `  File "<program>", line 2
    if x
        ^
SyntaxError: expected ':'
`,
    });
  });

  it("shows a traceback of the user's own lines alone", async () => {
    const program = "def f(key):\n    return sorted([1, 2], key=key)\n";
    const tests = "def test_key():\n    f(lambda x: x.y)\n";
    const { end } = await traceOf({ program, tests, test: "t1" });
    expect(end).toMatchObject({ kind: "raised", at: { place: "tests", line: 2 } });
    expect(end.kind === "raised" && end.traceback).toBe(
      `Traceback (most recent call last):
  File "<tests>", line 2, in test_key
    f(lambda x: x.y)
    ~^^^^^^^^^^^^^^^
  File "<program>", line 2, in f
    return sorted([1, 2], key=key)
  File "<tests>", line 2, in test_key.<locals>.<lambda>
    f(lambda x: x.y)
                ^^^
AttributeError: 'int' object has no attribute 'y'
`,
    );
  });
});

describe("the bounds of a trace", () => {
  const endless: [name: string, program: string, kind: RunEnd["kind"], Partial<Limits>][] = [
    ["a loop", "while True:\n    pass", "timedOut", { seconds: 0.3 }],
    ["a loop in C", "import re\nre.match('(a+)+b', 'a' * 40)", "timedOut", { seconds: 0.3 }],
    [
      "a loop that swallows",
      "while True:\n    try:\n        while True:\n            pass\n    except:\n        pass",
      "timedOut",
      { seconds: 0.3 },
    ],
    [
      "a generator that will not close",
      "def g():\n    while True:\n        try:\n            yield\n        except BaseException:\n            pass\nfor _ in g():\n    pass",
      "timedOut",
      { seconds: 0.3 },
    ],
    ["printing", "while True:\n    print('x' * 99)", "outputLimit", { output: 1000 }],
    [
      "printing that swallows",
      "while True:\n    try:\n        print('x' * 99)\n    except BaseException:\n        pass",
      "outputLimit",
      { output: 1000 },
    ],
    [
      "a memory bomb",
      "kept = []\nwhile True:\n    kept.append(bytearray(1_000_000))",
      "memoryLimit",
      { memory: 32 },
    ],
    [
      "a text that doubles",
      "text = 'x'\nwhile True:\n    text += text",
      "memoryLimit",
      { memory: 16 },
    ],
    [
      "a memory bomb that swallows",
      "kept = []\nwhile True:\n    try:\n        kept.append(bytearray(1_000_000))\n    except MemoryError:\n        pass",
      "timedOut",
      { memory: 32, seconds: 0.5 },
    ],
  ];
  it.each(endless)("end %s", async (_name, program, kind, limits) => {
    const trace = await traceOf({ program, limits });
    expect(trace.end.kind).toBe(kind);
    expect(trace.output.length).toBeLessThanOrEqual(limits.output ?? defaultLimits.output);
  });

  it("say how deep calls may go, unless the program itself set that", async () => {
    const deep = "def f(n):\n    return f(n + 1)\nf(0)";
    const limits = { recursion: 120 };
    const { end, stepCount } = await traceOf({ program: deep, limits });
    expect(end).toMatchObject({ kind: "raised", type: "RecursionError", recursionLimit: 120 });
    expect(stepCount).toBeLessThan(400);
    const own = await traceOf({
      program: `import sys\nsys.setrecursionlimit(400)\n${deep}`,
      limits,
    });
    expect(own.end).toMatchObject({ kind: "raised", type: "RecursionError" });
    expect(own.end).not.toHaveProperty("recursionLimit");
    const handled = await traceOf({
      program: "def f(n):\n    return n if n == 4_900 else f(n + 1)\nx = f(0)",
      limits: { recursion: 5_000 },
    });
    expect(handled.end.kind).toBe("finished");
  });

  it("keep the first and last steps of a long run, and count them all", async () => {
    const program = "n = 0\nwhile n < 30_000:\n    n += 1\nlast = n\n";
    const trace = await traceOf({ program, limits: { steps: 50 } });
    expect(trace.end).toEqual({ kind: "finished" });
    expect(trace.stepCount).toBe(30_002);
    expect(trace.counts.program).toEqual({ 1: 1, 3: 30_000, 4: 1 });
    expect(trace.hits.program).toEqual({ 1: 1, 2: 30_001, 3: 30_000, 4: 1 });
    const ordinals = trace.steps.map(({ ordinal }) => ordinal);
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => from + at);
    expect(ordinals).toEqual([...range(0, 50), ...range(30_002 - 1000, 30_002)]);
    expect(statesOf(trace).slice(-2)).toEqual(["3 n=30000", "4 last=30000"]);
  });

  it("do not take a KeyboardInterrupt of the program's own for the deadline", async () => {
    const { end } = await traceOf({ program: "raise KeyboardInterrupt" });
    expect(wordsOf(end)).toBe("raised KeyboardInterrupt");
  });

  it("read the message of an exception safely", async () => {
    const raising = (body: string) =>
      traceOf({ program: `class E(Exception):\n    def __str__(self):\n        ${body}\nraise E` });
    expect((await raising("while True: pass")).end).toMatchObject({
      message: "<message could not be read>",
    });
    const loud = await raising("print('loud'); return 'quiet'");
    expect(loud.end).toMatchObject({ message: "quiet" });
    expect(loud.output).toBe("");
  });
});

describe("the interpreter after a run", () => {
  it("is as it was before", async () => {
    await traceOf({
      program:
        "import sys, builtins\nbuiltins.print = None\nbuiltins.extra = 1\nsys.setrecursionlimit(9000)\nsys.stdout = None\nsys.stdin = None",
    });
    const trace = await traceOf({
      program:
        "import sys, builtins\nprint(hasattr(builtins, 'extra'), sys.getrecursionlimit())\ntry:\n    input()\nexcept EOFError:\n    print('end of input')",
    });
    expect(trace.end).toEqual({ kind: "finished" });
    expect(trace.output).toBe("False 1000\nend of input\n");
  });
});

describe("a test run together with the program", () => {
  const outcomeOf = (program: string, tests: string, limits: Partial<Limits> = {}) =>
    python.call(
      "together",
      { program, tests, test: "t1", limits: { ...defaultLimits, ...limits } },
      { seconds: 30 },
    );

  it("passes", async () => {
    const outcome = await outcomeOf("def f(): return 1", "assert f() == 1");
    expect(outcome).toMatchObject({ testId: "t1", status: "passed", message: "" });
  });

  it("says what was returned and what was expected", async () => {
    const outcome = await outcomeOf("def f():\n    print('here')\n    return 1", "assert f() == 2");
    expect(outcome).toMatchObject({
      status: "failed",
      message: "returned 1, expected 2",
      expected: "2",
      actual: "1",
      output: "here\n",
    });
  });

  it("tells an assert of the program from one of the test", async () => {
    const outcome = await outcomeOf("def f():\n    assert False, 'no'", "assert f() == 2");
    expect(outcome).toMatchObject({
      status: "raised",
      message: "raised AssertionError: no on line 2",
    });
  });

  it("says what a doctest printed", async () => {
    const outcome = await outcomeOf(
      'def f():\n    """\n    >>> f()\n    2\n    """\n    return 1',
      "",
    );
    expect(outcome).toMatchObject({ status: "failed", expected: "2", actual: "1" });
  });

  it("does not take an exit for a pass", async () => {
    const outcome = await outcomeOf("import sys\nsys.exit(0)", "assert f() == 2");
    expect(outcome).toMatchObject({ status: "raised", message: "raised SystemExit: 0 on line 2" });
  });

  it("reports a bound that was passed", async () => {
    const loop = await outcomeOf("def f():\n    while True: pass", "assert f()", { seconds: 0.3 });
    expect(loop).toMatchObject({ status: "timedOut", message: "did not finish within 0.3 s" });
    const unread = await outcomeOf("def f(", "assert f() == 2");
    expect(unread.status).toBe("syntaxError");
  });
});
