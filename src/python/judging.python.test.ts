import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import { startJudging, type Judging } from "../testing/judgedTests";
import { sharing } from "../testing/sharedInterpreter";
import type { Interpreter } from "./interpreter";

let judged: Judging["judged"];
let judgedOne: Judging["judgedOne"];
let worker: Interpreter;

beforeAll(async () => {
  ({ judged, judgedOne, worker } = await startJudging());
});

const apart = { kind: "apart" };

describe("asserts judged apart", () => {
  it.each([
    ["def f(x):\n    return x * 2", "assert f(2) == 4"],
    ["def f(x):\n    return x * 2", "assert 4 == f(2)"],
    ["def f(x):\n    return 1", "assert f(2) == 1.0"],
    ["def f(x):\n    return 1", "assert f(2) == True"],
    ["def f():\n    return float('nan')", "assert f() != f()"],
    ["def f(x):\n    return [x, {x: (1, None)}]", "assert f('é') == ['é', {'é': (1, None)}]"],
    ["def f(x):\n    return x is None", "assert f(None), 'none'"],
    ["def f(n):\n    return n * n", "for n in range(20):\n    assert f(n) == n * n"],
    ["def f(x):\n    return [y for y in x]", "xs = [1, 2]\nassert sorted(f(xs)) == [1, 2]"],
    [
      "def f(x):\n    raise ValueError('no')",
      "try:\n    f(1)\n    assert False\nexcept ValueError as e:\n    assert str(e) == 'no'",
    ],
    [
      "def f(x):\n    return {}[x]",
      "try:\n    f('a')\n    assert False\nexcept KeyError as e:\n    assert e.args == ('a',)",
    ],
    ["import math\ndef f(r):\n    return math.pi * r", "assert abs(f(1) - math.pi) < 1e-9"],
    ["def sum(a, b):\n    return a + b", "assert sum(1, 2) == 3"],
    ["def f(x):\n    return 10 ** 5000 + x", "assert f(1) == 10 ** 5000 + 1"],
    ["def f(n):\n    yield from range(n)", "assert list(f(3)) == [0, 1, 2]"],
    [
      "from collections import Counter\ndef f(s):\n    return Counter(s)",
      "assert f('aab') == {'a': 2, 'b': 1}",
    ],
    [
      "def enc(s):\n    return [ord(c) for c in s]\ndef dec(x):\n    return ''.join(map(chr, x))",
      "assert dec(enc('hi')) == 'hi'",
    ],
    ["def f(a, *, b):\n    return a - b", "assert f(3, b=1) == 2"],
    [
      "def f(x):\n    return x",
      "def check(candidate):\n    y = 3\n    assert candidate(y) == 3\n    assert True",
    ],
    [
      "n = 0\ndef f():\n    global n\n    n += 1\n    return n",
      "assert f() == 1\nassert f() + f() == 3",
    ],
    ["def f(x):\n    return x", "from solution import f\nimport program\nassert program.f(2) == 2"],
  ])("passes %j with %j", async (program, tests) => {
    for (const outcome of await judged(program, tests)) {
      expect(outcome).toMatchObject({ status: "passed", message: "", judging: apart });
    }
  });

  it.each([
    ["assert f(2) == -1", "failed", "returned 0, expected -1", "0", "-1"],
    ["assert -1 == f(2)", "failed", "returned 0, expected -1", "0", "-1"],
    ["assert f(2) == -1, 'largest'", "failed", "returned 0, expected -1 (largest)", "0", "-1"],
    ["assert f(2) > 3", "failed", "returned 0, which is not > 3", "0", null],
    ["assert 3 < f(2)", "failed", "returned 0, which is not > 3", "0", null],
    ["assert f(2)", "failed", "returned 0, expected something true", "0", null],
    ["assert not f(3)", "failed", "returned 1, expected something false", "1", null],
    ["assert f(2) in [1, 2]", "failed", "0 is not in [1, 2]", "0", null],
    [
      "assert f(0) == 1",
      "raised",
      "raised ZeroDivisionError: division by zero on line 4",
      null,
      null,
    ],
    [
      "assert f() == 1",
      "raised",
      "raised TypeError: f() missing 1 required positional argument: 'x' on line 1 of the tests",
      null,
      null,
    ],
    [
      "assert f(2) == undefined",
      "raised",
      "raised NameError: name 'undefined' is not defined on line 1 of the tests",
      null,
      null,
    ],
    [
      "assert nothing(2) == 0",
      "raised",
      "raised NameError: name 'nothing' is not defined on line 1 of the tests",
      null,
      null,
    ],
    ["assert f(2) == int('1' * 5)", "failed", "returned 0, expected 11111", "0", "11111"],
  ])("explains %j", async (tests, status, message, actual, expected) => {
    const program = "def f(x):\n    if x == 3:\n        return 1\n    return 0 // x";
    const outcome = await judgedOne(program, tests);
    expect(outcome).toMatchObject({ status, message, actual, expected, judging: apart });
  });

  it("tells the program's interpreter nothing that the test expects", async () => {
    const told: string[] = [];
    const watched: Interpreter = {
      versions: worker.versions,
      alive: true,
      call: (method, args, options) => {
        told.push(JSON.stringify(args));
        return worker.call(method, args, options);
      },
      end: () => undefined,
    };
    const tests = `class Case:\n    text = "canary-7351"\ndef close(a):\n    return a == Case.text\ndef test_it():\n    s = Box("x")\n    s.set(1, key=[2])\n    assert close(s.get()) and s.get() == "canary-7351", "canary-7351"`;
    const program = `class Box:\n    def __init__(self, x): self.x = x\n    def set(self, *a, **k): self.x = "canary-" + "7351"\n    def get(self): return self.x`;
    const outcomes = await judged(program, tests, { source: sharing(watched) });
    expect(outcomes).toMatchObject([{ status: "passed", judging: apart }]);
    expect(told.length).toBeGreaterThan(3);
    expect(told.join()).not.toContain("canary-7351");
  });

  it("keeps what the program printed", async () => {
    const outcome = await judgedOne(
      "def f(x):\n    print('got', x)\n    return x",
      "assert f(2) == 3",
    );
    expect(outcome).toMatchObject({ status: "failed", output: "got 2\n" });
  });

  it("says where the program cannot be read", async () => {
    const outcome = await judgedOne("def f(x):\n    return (x", "assert f(2) == 3");
    expect(outcome).toMatchObject({
      status: "syntaxError",
      message: "line 2 of the program cannot be read: '(' was never closed",
    });
  });

  it("stops endless programs and endless tests", async () => {
    const program = "def f(x):\n    while x: pass\n    return x";
    const outcomes = await judged(
      program,
      "assert f(1) == 1\nassert f(0) == 0\nwhile f(0) == 0:\n    assert True, 1",
      {
        seconds: 0.3,
      },
    );
    expect(outcomes.map(({ status, message }) => [status, message])).toEqual([
      ["timedOut", "did not finish within 0.3 s"],
      ["passed", ""],
      expect.anything(),
    ]);
    const looping = await judged(
      "def f(x):\n    return x",
      "x = f(1)\nfor i in iter(int, 1):\n    assert x == 1",
      {
        seconds: 0.3,
      },
    );
    expect(looping).toMatchObject([
      { status: "timedOut", message: "the test's own code did not finish within 0.3 s" },
    ]);
  });

  it("stops a program that prints without end", async () => {
    const outcome = await judgedOne(
      "def f(x):\n    while 1: print('x' * 1000)",
      "assert f(1) == 1",
    );
    expect(outcome.status).toBe("outputLimit");
    expect(outcome.output.length).toBeLessThanOrEqual(defaultLimits.output);
  });
});

describe("input and output", () => {
  const program = "import sys\nn = int(input())\nprint(n * 2)\nprint('log', file=sys.stderr)";
  it("compares lines, without white space at their ends", async () => {
    const outcomes = await judged(
      program,
      "--- stdin\n2\n--- stdout\n4  \n\n--- stdin\n3\n--- stdout\n7\n",
    );
    expect(outcomes).toMatchObject([
      { status: "passed", judging: apart, output: "4\n" },
      { status: "failed", judging: apart, message: 'line 1 of the output is "6", expected "7"' },
    ]);
  });

  it("takes APPS' form, and a program that exits", async () => {
    const tests = JSON.stringify({ inputs: ["2\n", ""], outputs: ["4\n", "x"] });
    const outcomes = await judged(`${program}\nsys.exit()`, tests);
    expect(outcomes).toMatchObject([
      { status: "passed" },
      { status: "raised", message: "raised EOFError: EOF when reading a line on line 2" },
    ]);
  });
});

describe("tests of objects, coroutines and classes", () => {
  const stack =
    "class Stack:\n    def __init__(self): self.items = []\n    def push(self, x): self.items.append(x)\n    def pop(self): return self.items.pop()\n";

  it("runs those together that need the program, and says why", async () => {
    const outcomes = await judged(
      `${stack}def f(x):\n    """\n    >>> f(1)\n    3\n    """\n    return 2 * x\n`,
      [
        "import asyncio, unittest",
        "def test_stack():",
        "    s = Stack()",
        "    s.push(1)",
        "    assert s.pop() == 1",
        "async def test_later():",
        "    await asyncio.sleep(0)",
        "    assert f(1) == 3",
        "class Case(unittest.TestCase):",
        "    def setUp(self): self.n = 2",
        "    def test_a(self): self.assertEqual(f(self.n), 4)",
        "    def test_b(self):",
        "        for n in range(3):",
        "            with self.subTest(n=n): self.assertEqual(f(n), 2)",
        "    def test_c(self):",
        "        with self.assertRaises(TypeError): f(None)",
        "class Later(unittest.IsolatedAsyncioTestCase):",
        "    async def test_d(self): self.assertEqual(f(1), 2)",
        "class TestPlain:",
        "    def setup_method(self): self.n = 1",
        "    def test_e(self): assert f(self.n) == 2",
        "assert Stack().items == [1]",
      ].join("\n"),
    );
    expect(outcomes.map(({ status, message }) => [status, message])).toEqual([
      ["passed", ""],
      ["failed", "returned 2, expected 3"],
      ["passed", ""],
      ["failed", expect.stringContaining("0 != 2")],
      ["passed", ""],
      ["passed", ""],
      ["passed", ""],
      ["failed", "got [], expected [1]"],
      ["failed", expect.stringContaining("3")],
    ]);
    const reasons = outcomes.map(({ judging }) =>
      judging.kind === "together" ? judging.reason : "apart",
    );
    expect(new Set(reasons)).toEqual(new Set(["the test runs coroutines", "apart"]));
  });

  it.each([
    [
      "objects are compared by the program",
      "class P:\n    def __init__(self, x): self.x = x\n    def __eq__(self, other): return self.x == other.x",
      "assert P(3) == P(3)",
      "passed",
    ],
    [
      "an argument is a file",
      "def f(file): return file.read()",
      "import io\nassert f(io.StringIO('x')) == 'x'",
      "passed",
    ],
    [
      "the test keeps an iterator",
      "def f(xs): return next(xs)",
      "xs = iter([1, 2])\nassert f(xs) == 1 and next(xs) == 2",
      "passed",
    ],
    ["many calls", "def f(x): return x", "for i in range(400):\n    assert f(i) == i", "passed"],
  ])("finds out while judging: %s", async (_, program, tests, status) => {
    expect(await judged(program, tests)).toMatchObject([
      { status, judging: { kind: "together", reason: expect.stringMatching(/./) as unknown } },
    ]);
  });
});
