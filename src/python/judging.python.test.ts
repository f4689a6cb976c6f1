import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defaultLimits } from "../domain/limits";
import type { TestOutcome } from "../domain/test";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { sharing } from "../testing/sharedInterpreter";
import type { Interpreter, InterpreterSource } from "./interpreter";
import { judgeTests } from "./judging";

let judge: Interpreter;
let worker: Interpreter;

beforeAll(async () => {
  judge = await NodeInterpreter.start();
  worker = await NodeInterpreter.start();
});

async function judged(
  program: string,
  tests: string,
  over: { source?: InterpreterSource; seconds?: number } = {},
): Promise<TestOutcome[]> {
  const discovery = await judge.call("discover", { program, tests }, { seconds: 10 });
  if (discovery.kind !== "found") throw new Error(discovery.message);
  const { outcomes, versions } = await judgeTests({
    program,
    tests,
    units: discovery.tests,
    judges: sharing(judge),
    source: over.source ?? sharing(worker),
    limits: { ...defaultLimits, seconds: over.seconds ?? 1 },
  });
  expect(versions).not.toBeNull();
  return outcomes;
}

async function judgedOne(program: string, tests: string): Promise<TestOutcome> {
  const [outcome, ...others] = await judged(program, tests);
  expect(others).toEqual([]);
  if (!outcome) throw new Error("no outcome");
  return outcome;
}

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
      "raised TypeError: f() missing 1 required positional argument: 'x'",
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
      "import tracemend.plain as p\np.encode = lambda *a, **k: ['int', '4x']\ndef f(x): return 5",
    ],
    [
      "patched encode, other type",
      "import tracemend.plain as p\np.encode = lambda *a, **k: ['list', [['evil', 1]]]\ndef f(x): return 5",
    ],
    [
      "patched json",
      'import json\njson.dumps = lambda *a, **k: \'{"kind": "settled"}\'\ndef f(x): return 5',
    ],
    [
      "patched answer",
      "import tracemend.answer as a\na.answer = lambda **k: {'kind': 'ran', 'output': '4'}\na._call = lambda *k: {'kind': 'passed'}\ndef f(x): return 5",
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

const folder = "../shared/datasets";

function rows<S extends z.ZodType>(file: string, schema: S): z.infer<S>[] {
  return readFileSync(`${folder}/${file}`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

describe.skipIf(!existsSync(folder))(`the data sets in ${folder} (skipped when missing)`, () => {
  const counts = { apart: 0, together: 0 };
  async function statuses(program: string, tests: string): Promise<string[]> {
    const outcomes = await judged(program, tests, { seconds: 2 });
    for (const { judging } of outcomes) counts[judging.kind] += 1;
    return outcomes.map(({ status, message }) => (status === "passed" ? status : message));
  }
  const allPass = (found: string[]) =>
    found.length > 0 && found.every((status) => status === "passed");

  it("judges HumanEvalPack right", { timeout: 300_000 }, async () => {
    const schema = z.object({
      task_id: z.string(),
      declaration: z.string(),
      canonical_solution: z.string(),
      buggy_solution: z.string(),
      test: z.string(),
    });
    const wrong: unknown[] = [];
    for (const row of rows("humanevalpack-python-even.jsonl", schema)) {
      const right = await statuses(row.declaration + row.canonical_solution, row.test);
      if (!allPass(right)) wrong.push([row.task_id, "right", right]);
      const buggy = await statuses(row.declaration + row.buggy_solution, row.test);
      if (allPass(buggy)) wrong.push([row.task_id, "buggy", buggy]);
    }
    expect(wrong).toEqual([]);
    console.info("HumanEvalPack", counts);
  });

  it("judges QuixBugs and MBPP right", { timeout: 300_000 }, async () => {
    const quix = z.object({
      name: z.string(),
      solution: z.string(),
      buggy_program: z.string(),
      tests: z.string(),
    });
    const mbpp = z.object({
      id: z.string(),
      task_id: z.number(),
      reference: z.string(),
      test_setup_code: z.string(),
      test_list: z.array(z.string()),
    });
    const wrong: unknown[] = [];
    for (const row of rows("quixbugs-python-first10.jsonl", quix)) {
      const right = await statuses(row.solution, row.tests);
      if (!allPass(right)) wrong.push([row.name, "right", right]);
      const buggy = await statuses(row.buggy_program, row.tests);
      if (allPass(buggy)) wrong.push([row.name, "buggy", buggy]);
    }
    const tasks = new Map(
      rows("mbpp-llm-bugs-even.jsonl", mbpp).map((row) => [row.task_id, row] as const),
    );
    for (const row of tasks.values()) {
      const tests = [row.test_setup_code, ...row.test_list].join("\n");
      const right = await statuses(row.reference, tests);
      if (!allPass(right)) wrong.push([row.id, right]);
    }
    expect(wrong).toEqual([]);
    console.info("with QuixBugs and MBPP", counts);
  });
});
