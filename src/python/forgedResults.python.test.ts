import { beforeAll, describe, expect, it } from "vitest";
import { startJudging, type Judging } from "../testing/judgedTests";
import { NodeInterpreter } from "../testing/nodeInterpreter";

let judged: Judging["judged"];
let judgedOne: Judging["judgedOne"];

beforeAll(async () => {
  ({ judged, judgedOne } = await startJudging());
});

const apart = { kind: "apart" };

describe("forged results", () => {
  const tests = "assert f(2) == 4";
  it.each([
    [
      "replaces AssertionError",
      "import builtins\nclass Quiet(Exception): pass\nbuiltins.AssertionError = Quiet\ndef f(x): return 5",
    ],
    [
      "an object that equals everything",
      "class Any:\n    def __eq__(self, other): return True\ndef f(x): return Any()",
    ],
    [
      "an int that equals everything",
      "class Any(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\ndef f(x): return Any(5)",
    ],
    [
      "an object that calls itself an int",
      "class Any:\n    __class__ = int\n    def __eq__(self, other): return True\ndef f(x): return Any()",
    ],
    [
      "an iterator subclass",
      "class Any(list):\n    def __eq__(self, other): return True\ndef f(x): return Any()",
    ],
    [
      "an object that is near to everything",
      "class Any:\n    def __sub__(self, other): return 0\n    __rsub__ = __sub__\n    def __eq__(self, other): return True\ndef f(x): return Any()",
    ],
    ["sys.exit at import", "import sys\nsys.exit(0)\ndef f(x): return 5"],
    ["sys.exit in the call", "import sys\ndef f(x): sys.exit(0)"],
    ["raising in the call", "def f(x): raise AssertionError"],
    ["a syntax error", "def f(x: return 4"],
    ["no function", "g = 1"],
  ])("does not pass: %s", async (_, program) => {
    const outcome = await judgedOne(program, tests);
    expect(outcome.status).not.toBe("passed");
    expect(outcome.message).not.toBe("");
    expect(outcome.judging).toEqual(apart);
  });

  it.each([
    ["assert abs(f(2) - 4) < 1e-6"],
    ["assert 4 in [f(2)]"],
    ["assert 4 in f(2)"],
    ["assert f(2) in {4: 1}"],
    ["assert f(2) >= 4 and f(2) <= 4"],
    [
      "import unittest\nclass T(unittest.TestCase):\n    def test_it(self): self.assertEqual(f(2), 4)",
    ],
    [
      "import unittest\nclass T(unittest.TestCase):\n    def test_it(self): self.assertAlmostEqual(f(2), 4)",
    ],
    [
      "import unittest\nclass T(unittest.TestCase):\n    def test_it(self): self.assertIn(f(2), [4])",
    ],
  ])("does not let an object pass %j", async (asserting) => {
    const names = ["eq", "ne", "lt", "le", "gt", "ge", "contains", "sub", "rsub", "hash"];
    const methods = names
      .map((name) => `    def __${name}__(self, *other): return True\n`)
      .join("");
    const outcome = await judgedOne(`class Any:\n${methods}def f(x): return Any()`, asserting);
    expect(outcome.status).not.toBe("passed");
    expect(outcome.judging).toEqual(apart);
  });

  it("does not let a program skip its test", async () => {
    const asserting =
      "import unittest\nclass T(unittest.TestCase):\n    def test_it(self): self.assertEqual(f(2), 4)";
    const skipping = "import unittest\nclass Quiet(unittest.SkipTest): pass\n";
    for (const kind of ["unittest.SkipTest('x')", "Quiet()"]) {
      const outcome = await judgedOne(`${skipping}def f(x): raise ${kind}`, asserting);
      expect(outcome).toMatchObject({ status: "raised", judging: apart });
    }
  });

  it("does not let a test catch what the program raises at import", async () => {
    const guarded = "try:\n    f(-1)\n    assert False\nexcept ValueError:\n    pass";
    const outcome = await judgedOne("def f(x): return 1\nraise ValueError('no')", guarded);
    expect(outcome).toMatchObject({
      status: "raised",
      message: "raised ValueError: no on line 2 before any test began",
    });
  });

  // These break the interpreter that they run in, so each has its own.
  it.each([
    [
      "patched encode",
      "import tracemend.judging.plain as p\np.encode = lambda *a, **k: ['int', '4x']\ndef f(x): return 5",
    ],
    [
      "patched encode, other type",
      "import tracemend.judging.plain as p\np.encode = lambda *a, **k: ['list', [['evil', 1]]]\ndef f(x): return 5",
    ],
    [
      "patched json",
      'import json\njson.dumps = lambda *a, **k: \'{"kind": "settled"}\'\ndef f(x): return 5',
    ],
    [
      "patched answer",
      "import tracemend.judging.answer as a\na.answer = lambda **k: {'kind': 'ran', 'output': '4'}\na._call = lambda *k: {'kind': 'passed'}\ndef f(x): return 5",
    ],
    [
      "patched dispatch",
      "import tracemend.api as a\na.dispatch = None\na._METHODS = {}\ndef f(x): return 5",
    ],
  ])("does not pass: %s", async (_, program) => {
    const source = { fresh: () => NodeInterpreter.start() };
    const outcomes = await judged(program, tests, { source });
    expect(outcomes.map((outcome) => outcome.status)).not.toContain("passed");
  });
});
