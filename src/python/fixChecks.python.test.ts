import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import type { Test } from "../domain/test";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { sharing } from "../testing/sharedInterpreter";
import { contrastFix } from "./contrast";
import type { Interpreter } from "./interpreter";
import { judgeTests } from "./judging";

let judge: Interpreter;
let worker: Interpreter;

beforeAll(async () => {
  // One for both: these programs leave it as it was.
  judge = worker = await NodeInterpreter.start();
});

async function unitsOf(program: string, tests: string): Promise<Test[]> {
  const discovery = await judge.call("discover", { program, tests }, { seconds: 10 });
  if (discovery.kind !== "found") throw new Error(discovery.message);
  return discovery.tests;
}

describe("what a fix has by heart of its tests", () => {
  const program = "def f(x):\n    return x + 10\n";
  async function findings(
    fix: string,
    tests: string,
    more: { program?: string; instruction?: string } = {},
  ) {
    const args = { program, fix, tests, instruction: "", ...more };
    const found = await judge.call("inspect", args, { seconds: 10 });
    return found.map(({ line, severity, words }) => `${String(line)} ${severity}: ${words}`);
  }

  it.each([
    [
      "an answer for an input",
      "def f(x):\n    if x == 7:\n        return 49\n    return x",
      "assert f(7) == 49",
      ["2 warning: gives the answer 49 for the test's input 7"],
    ],
    [
      "an answer in a conditional expression",
      "def f(x):\n    return 'abc' if x == [3, 1, 2] else x",
      "assert f([3, 1, 2]) == 'abc'",
      ["2 warning: gives the answer 'abc' for the test's input [3, 1, 2]"],
    ],
    [
      "one of some inputs",
      "def f(x):\n    return 36 if x in (6, 9) else x",
      "assert f(6) == 36\nassert f(9) == 36",
      ["2 warning: gives the answer 36 for the test's input 6"],
    ],
    [
      "a case of a match",
      "def f(x):\n    match x:\n        case 12:\n            return 144\n    return x",
      "assert f(12) == 144",
      ["3 warning: gives the answer 144 for the test's input 12"],
    ],
    [
      "a table of answers",
      "T = {3: 9, 5: 25}\ndef f(x):\n    return T[x]",
      "assert f(3) == 9\nassert f(5) == 25",
      ["1 warning: looks 2 inputs of the tests up in a table of their answers"],
    ],
    [
      "a list that is an answer",
      "def f(x):\n    return [4, 8, 15]",
      "import unittest\nclass T(unittest.TestCase):\n    def test_it(self): self.assertEqual(f(1), [4, 8, 15])",
      ["2 warning: returns the test's answer [4, 8, 15]"],
    ],
    [
      "the output of a pair",
      "print('42 is all')",
      "--- stdin\n6\n--- stdout\n42 is all\n",
      ["1 note: contains the test's answer '42 is all'"],
    ],
    [
      "a doctest's answer",
      "def f(x):\n    return 1764",
      "",
      ["2 warning: returns the test's answer 1764"],
    ],
    ["a label", "def f(x):\n    return 'Odd' if x % 2 else 'Even'", "assert f(3) == 'Odd'", []],
    [
      "a base case",
      "def f(x):\n    if x == 0:\n        return 1\n    return x * f(x - 1)",
      "assert f(0) == 1\nassert f(5) == 120",
      [],
    ],
    ["a bound that a test has, too", "def f(x):\n    return x % 100", "assert f(100) == 0", []],
    [
      "a docstring",
      'def f(x):\n    """f(7) is [4, 8, 15]"""\n    return x',
      "assert f(7) == [4, 8, 15]",
      [],
    ],
  ])("is found: %s", async (_, fix, tests, expected) => {
    const doctested = 'def f(x):\n    """\n    >>> f(42)\n    1764\n    """\n    return x + 10\n';
    expect(await findings(fix, tests, tests === "" ? { program: doctested } : {})).toEqual(
      expected,
    );
  });

  it("is nothing that the program or the instruction had before", async () => {
    const fix = "def f(x):\n    if x == 7:\n        return 49\n    return 'not found'";
    const tests = "assert f(7) == 49\nassert f(8) == 'not found'";
    expect(await findings(fix, tests, { program: fix })).toEqual([]);
    expect(await findings(fix, tests, { instruction: "Else say 'not found'." })).toHaveLength(1);
    expect(await findings("def f(x:", tests)).toEqual([]);
  });
});

describe("a fix beside the buggy program on changed inputs", () => {
  async function contrasted(program: string, fix: string, tests: string) {
    return contrastFix({
      program,
      fix,
      tests,
      passing: await unitsOf(program, tests),
      judges: sharing(judge),
      source: sharing(worker),
      limits: defaultLimits,
    });
  }

  it("is told by the shortest calls that differ, the same ones each time", async () => {
    const buggy =
      "def f(xs, k=1):\n    best = 0\n    for x in xs:\n        best = max(best, x)\n    return best * k";
    const fix = buggy.replace("0", "xs[0]");
    const tests = "assert f([2, 9, 4]) == 9\nassert f([3], k=2) == 6";
    const contrast = await contrasted(buggy, fix, tests);
    expect(contrast?.agreed).toBeGreaterThan(0);
    expect(contrast?.compared).toBeGreaterThan(contrast?.agreed ?? 0);
    expect(contrast?.unstable).toBe(0);
    expect(contrast?.examples[0]).toEqual({ call: "f([])", before: "0", after: "IndexError" });
    expect((await contrasted(buggy, fix, tests))?.examples).toEqual(contrast?.examples);
  });

  it("is told by what is done to an argument, too", async () => {
    const contrast = await contrasted(
      "def f(xs): xs.sort()",
      "def f(xs): xs.sort(key=abs)",
      "xs = [3, 1]\nf(xs)\nassert xs == [1, 3]",
    );
    expect(contrast?.examples[0]?.after).toMatch(/^None, leaving \[/);
  });

  it("is not judged where a program differs from itself", async () => {
    const program = "import random\ndef f(x): return random.random()";
    const contrast = await contrasted(program, program, "assert 0 <= f(3) < 1");
    expect(contrast).toMatchObject({ compared: 0, agreed: 0, examples: [] });
    expect(contrast?.unstable).toBeGreaterThan(5);
  });

  it("agrees with itself on every kind of value", async () => {
    const program = "def f(*args): return [args, {len(args)}]";
    const tests =
      "import collections\nassert f(1.5, True, 'ab', b'c', (1, [2]), {3}, {'k': [1]}, None)\nassert f(collections.deque([1]), frozenset([2]))";
    const contrast = await contrasted(program, program, tests);
    expect(contrast?.agreed).toBe(contrast?.compared);
    expect(contrast?.compared).toBeGreaterThan(20);
  });
});

describe("what is changed in place", () => {
  let runs = 0;
  const functions = [
    "kept = []",
    "def same(a): return a",
    "def push(a, x): a.append(x); return len(a)",
    "def swap(a, b): a[:], b[:] = b[:], a[:]",
    "def pair(a, b): return [a, (b, a)]",
    "def keep(a): kept.append(a); return kept",
    "def last(a): return a[-1] if a else a",
    "def fresh(a): return list(a)",
    "def clear(): [each.clear() for each in kept]; kept.clear()",
    "def fail(a): a.append('f'); raise ValueError(len(a))",
  ].join("\n");
  const name = fc.constantFrom("a", "b", "c");
  const action = fc.oneof(
    fc
      .tuple(name, fc.constantFrom("same", "last", "fresh", "keep"), name)
      .map(([x, f, y]) => `${x} = ${f}(${y}) or [1]`),
    fc.tuple(name, name, name).map(([x, y, z]) => `${x} = pair(${y}, ${z})`),
    fc.tuple(name, name).map(([x, y]) => `swap(${x}, ${y})`),
    fc.tuple(name, fc.nat(9)).map(([x, n]) => `push(${x}, ${String(n)})`),
    fc.tuple(name, fc.nat(9)).map(([x, n]) => `${x}.append(${String(n)})`),
    fc.tuple(name, name).map(([x, y]) => `${x}.insert(0, [${y}])`),
    fc.constant("clear()"),
    name.map((x) => `try: fail(${x})\nexcept ValueError as e: a.append(e.args[0])`),
  );

  it("is the same as when the test runs beside the program", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 9 }), async (actions) => {
        // Interpreters are shared here: another text is another program.
        const program = `${functions}\n# ${String((runs += 1))}`;
        const lines = [
          "a, b, c = [1], [2, [3]], []",
          ...actions.map(
            (line) =>
              `try:\n    ${line.replaceAll("\n", "\n    ")}\nexcept (AttributeError, TypeError): pass`,
          ),
          "state = repr((a, b, c, a is b, b is c, a is c))",
        ];
        const tests = `def test_it():\n    ${lines.join("\n").replaceAll("\n", "\n    ")}\n    assert state == ""\n`;
        const units = await unitsOf(program, tests);
        const both = [
          units,
          units.map((unit) => ({ ...unit, judging: { kind: "together", reason: "" } }) as const),
        ];
        const seen = [];
        for (const chosen of both) {
          const { outcomes } = await judgeTests({
            program,
            tests,
            units: chosen,
            judges: sharing(judge),
            source: sharing(worker),
            limits: defaultLimits,
          });
          seen.push(outcomes[0]);
        }
        expect(seen[0]?.judging).toEqual({ kind: "apart" });
        expect(seen[0]?.actual ?? seen[0]?.message).toEqual(seen[1]?.actual ?? seen[1]?.message);
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});
