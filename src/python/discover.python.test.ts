import { beforeAll, describe, expect, it } from "vitest";
import type { Test } from "../domain/test";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import type { Interpreter } from "./interpreter";

let interpreter: Interpreter;

beforeAll(async () => {
  interpreter = await NodeInterpreter.start();
});

const twice = "def f(x):\n    return 2 * x\n";

function discover(program: string, tests: string) {
  return interpreter.call("discover", { program, tests }, { seconds: 10 });
}

async function found(tests: string, program = twice): Promise<Test[]> {
  const discovery = await discover(program, tests);
  if (discovery.kind !== "found") throw new Error(JSON.stringify(discovery));
  return discovery.tests;
}

const summary = (tests: Test[]) =>
  tests.map(({ id, kind, name, line, endLine }) => [id, kind, name, line, endLine]);

describe("kinds of tests", () => {
  it("takes asserts, and statements that assert, as one test each", async () => {
    const tests = await found(
      "import math\nxs = [1, 2]\nassert f(1) == 2\nfor x in xs:\n    assert f(x) == 2 * x\n\nassert (f(2)\n  == 4), 'two'\nassert True, 'place for a message'\nprint('done')\n",
    );
    expect(summary(tests)).toEqual([
      ["t1", "assert", "f(1) == 2", 3, 3],
      ["t2", "assert", "for x in xs:", 4, 5],
      ["t3", "assert", "(f(2) == 4), 'two'", 7, 8],
    ]);
    expect(tests.map((test) => test.text)).toEqual([
      "assert f(1) == 2",
      "for x in xs:\n    assert f(x) == 2 * x",
      "assert (f(2)\n  == 4), 'two'",
    ]);
  });

  it("takes test functions, test classes, and what a main block holds", async () => {
    const tests = await found(
      [
        "import pytest, unittest",
        "def helper(x, y):",
        "    assert f(x) == y",
        "def test_one():",
        "    assert f(1) == 2",
        "async def test_two():",
        "    assert f(1) == 2",
        "class Base(unittest.TestCase):",
        "    def test_base(self): pass",
        "class Case(Base):",
        "    def setUp(self): self.n = 1",
        "    def test_a(self): self.assertEqual(f(self.n), 2)",
        "class TestPlain:",
        "    def test_b(self): assert f(1) == 2",
        "if __name__ == '__main__':",
        "    test_one()",
        "    helper(1, 2)",
        "    assert f(3) == 6",
        "    unittest.main()",
      ].join("\n"),
    );
    expect(summary(tests)).toEqual([
      ["t1", "function", "test_one", 4, 5],
      ["t2", "function", "test_two", 6, 7],
      ["t3", "unittest", "Base.test_base", 9, 9],
      ["t4", "unittest", "Case.test_base", 9, 9],
      ["t5", "unittest", "Case.test_a", 12, 12],
      ["t6", "function", "TestPlain.test_b", 14, 14],
      ["t7", "assert", "helper(1, 2)", 17, 17],
      ["t8", "assert", "f(3) == 6", 18, 18],
    ]);
  });

  it("takes each assert of HumanEval's check", async () => {
    const tests = await found(
      "METADATA = {}\n\ndef check(candidate):\n    assert True, 'x'\n    n = 3\n    assert candidate(n) == 6\n    for i in range(2):\n        assert candidate(i) == 2 * i\n\ncheck(f)\n",
    );
    expect(summary(tests)).toEqual([
      ["t1", "check", "candidate(n) == 6", 6, 6],
      ["t2", "check", "for i in range(2):", 7, 8],
    ]);
    expect(tests.map((test) => test.judging.kind)).toEqual(["apart", "apart"]);
  });

  it("takes the program's doctests after the box's tests", async () => {
    const program = `def f(x):\n    """Doubles.\n\n    >>> y = 1\n    >>> f(y)\n    2\n    >>> f(None)  # doctest: +ELLIPSIS\n    Traceback (most recent call last):\n    TypeError: ...\n    """\n    return 2 * x\n`;
    const tests = await found("assert f(1) == 2", program);
    expect(summary(tests)).toEqual([
      ["t1", "assert", "f(1) == 2", 1, 1],
      ["t2", "doctest", "f(y)", 5, 6],
      ["t3", "doctest", "f(None) # doctest: +ELLIPSIS", 7, 9],
    ]);
    expect(tests[1]).toMatchObject({ place: "program", judging: { kind: "apart" } });
  });

  it("takes input and output pairs", async () => {
    const tests = await found("--- stdin\n1\n2\n--- stdout\n3\n--- stdout\nx\n");
    expect(summary(tests)).toEqual([
      ["t1", "stdio", "Input and output 1", 1, 5],
      ["t2", "stdio", "Input and output 2", 6, 8],
    ]);
  });

  it.each(["", "  \n", "# only a comment"])(
    "takes the program alone for the box %j",
    async (box) => {
      expect(await found(box)).toMatchObject([{ kind: "program", name: "The program runs" }]);
    },
  );

  it("runs a box that only does something", async () => {
    expect(await found("print(f(2))")).toMatchObject([
      { kind: "program", name: "The program and the Tests box run", place: "tests" },
    ]);
  });

  it("needs no readable program", async () => {
    expect(await found("assert f(1) == 2", "def f(x:")).toMatchObject([
      { kind: "assert", judging: { kind: "apart" } },
    ]);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["assert f(1 == 2", 1, "The tests cannot be read as Python: '(' was never closed."],
    ["\nx = = 2", 2, "The tests cannot be read as Python: invalid syntax."],
    [
      "--- stdin\n1\n",
      1,
      'The "--- stdin" on line 1 has no "--- stdout" after it. Add one with the expected output.',
    ],
    [
      "hello\n--- stdin\n1\n--- stdout\n1",
      1,
      'Input and output pairs start with a "--- stdin" line; move this text below it.',
    ],
    [
      '{"inputs": ["1"], "outputs": []}',
      1,
      'The JSON object needs "inputs" and "outputs", two lists of texts of the same length.',
    ],
    ['{"inputs": [\n"outputs"', 2, expect.stringContaining("The tests look like a JSON object")],
    [
      "import pytest\ndef test_a():\n    with pytest.raises(ValueError):\n        f(1)",
      3,
      "pytest.raises is not available here, because pytest is not in this interpreter: use unittest.TestCase and self.assertRaises instead.",
    ],
    [
      "import pytest\n@pytest.mark.parametrize('x', [1])\ndef test_a(x):\n    pass",
      2,
      expect.stringContaining("write one test function, or one assert, for each case"),
    ],
    [
      "def test_a(tmp_path):\n    assert f(1)",
      1,
      expect.stringContaining("takes arguments, and nothing passes them"),
    ],
  ])("says so for %j", async (tests, line, message) => {
    expect(await discover(twice, tests)).toMatchObject({
      kind: "unreadable",
      place: "tests",
      line,
      message: message as unknown,
    });
  });
});

describe("which asserts are judged apart", () => {
  const program = `
from math import sqrt
import numpy as np, random
limit = 3
class Stack:
    pass
def f(x): return x and limit
def g(x): return x
def gen(n): yield n
async def later(): pass
def abs(x): return 0
`;
  it.each([
    "assert f(2) == 4",
    "assert abs(-2) == 2",
    "assert f(sqrt(4)) == 2",
    "assert list(gen(2)) == [2]",
    "import math\nassert f(math.pi) == math.pi",
    "def close(a, b):\n    return -1 < a - b < 1\nassert close(f(2), 2)",
    "xs = [3, 1]\nassert f(xs) == 2",
    "import copy\nxs = [3, 1]\nassert f(copy.deepcopy(xs)) == xs",
    "assert f('a b').split() == ['a', 'b']",
    "x = f(1)\nassert x == 1",
    "assert Stack()",
    "assert f(2) == limit",
    "assert f(2)(3) == 4",
    "assert f(g) == 4",
    "assert f(lambda: 1)",
    "assert f(len)",
    "import math\nassert f(math.sqrt)",
    "xs = [3, 1]\nf(xs)\nassert xs == [1, 3]",
    "s = f(1)\ns.push(2)\nassert s",
    "assert next(gen(2)) == 2",
    "class A: pass\nassert f(2) == 2",
  ])("%j is", async (tests) => {
    expect((await found(tests, program)).at(-1)?.judging).toEqual({ kind: "apart" });
  });

  it.each([
    ["assert later()", "later is an async function, which has to be awaited beside the program"],
    ["assert eval('f(2)') == 2", "the test uses eval, which can reach the program's objects"],
    ["limit = 4\nassert f(2) == limit", "the test gives limit a meaning that the program reads"],
    [
      "import random\nrandom.seed(1)\nassert f(2) == 2",
      "the test uses random.seed, which the program would not notice",
    ],
    [
      "import sys\nsys.argv.append('x')\nassert f(2) == 2",
      "the test uses the interpreter that the program runs in",
    ],
    [
      "import math\nmath.pi = 3\nassert f(2) == 2",
      "the test changes the module math, which the program may use",
    ],
  ])("%j is not", async (tests, reason) => {
    expect((await found(tests, program)).at(-1)?.judging).toEqual({ kind: "together", reason });
  });
});
