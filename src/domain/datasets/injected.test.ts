import { describe, expect, it } from "vitest";
import type { InjectedBug } from "../injection";
import { bugSchema } from "./bug";
import { readCorrectPrograms, type CorrectProgram } from "./correctProgram";
import { injectedRow } from "./injectedRow";

const bug: InjectedBug = {
  program: "def f(x):\n    return -x\n",
  family: "arithmetic",
  lines: [2],
  difficulty: "easy",
  failing: ["t1"],
  passing: ["t2"],
  hangs: false,
  why: "It is wrong.",
};
function readOne(row: unknown): CorrectProgram {
  const [correct] = readCorrectPrograms(JSON.stringify(row));
  if (!correct) throw new Error("there is no row");
  return correct;
}

const origin = { source: "set.jsonl", seed: 7, number: 1 };

const rows = {
  "MBPP+": {
    task_id: "Mbpp/2",
    prompt: '"""\nDouble a number.\nassert f(1) == 2\n"""\n',
    entry_point: "f",
    canonical_solution: "\ndef f(x):\n    return x + x\n",
    assertion: "import math\n\nassert f(1) == 2\nassert f(0) == 0\n",
  },
  MBPP: {
    task_id: 2,
    text: "Double a number.",
    code: "def g(): pass\ndef f(x):\n    return x + x",
    test_setup_code: "import math",
    test_list: ["assert f(1) == 2", "assert f(0) == 0"],
  },
};

describe.each(Object.entries(rows))("a row of %s", (_, row) => {
  const correct = readOne(row);

  it("is a right program with its tests", () => {
    expect(correct).toMatchObject({
      task: "Mbpp/2",
      instruction: "Double a number.",
      entry: "f",
      hasHidden: true,
    });
    expect(correct.program).toMatch(/^def .*return x \+ x\n$/s);
    expect(correct.tests).toMatch(/^import math\n+assert f\(1\) == 2\nassert f\(0\) == 0\n$/);
  });

  it("gives bugs that are read as those of models are", () => {
    const made = injectedRow(correct, bug, origin);
    expect(made).toMatchObject({
      id: "Mbpp/2-easy-7-1",
      test_setup_code: "import math",
      test_list: ["assert f(1) == 2", "assert f(0) == 0"],
      reference: correct.program,
    });
    expect(bugSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual({
      id: "Mbpp/2-easy-7-1",
      instruction: "Double a number.",
      program: bug.program,
      tests: "import math\nassert f(1) == 2\nassert f(0) == 0\n",
      entry: "f",
      reference: correct.program,
      hiddenId: "Mbpp/2",
    });
  });
});

it("tests that are no list of asserts stay whole, and a task without hidden inputs has none", () => {
  const row = {
    name: "gcd",
    buggy_program: "def gcd(a, b): return a",
    solution: "def gcd(a, b): return b",
    docstring: '"""Greatest divisor"""',
    tests: "def check():\n    assert gcd(1, 2) == 1\n\ncheck()",
  };
  const correct = readOne(row);
  const made = injectedRow(correct, bug, origin);
  expect(made.test_list).toEqual([row.tests]);
  expect(bugSchema.parse(made)).toMatchObject({ tests: `${row.tests}\n`, hiddenId: null });
});

it("rows of every set have the same keys with values of the same types", () => {
  const shapes = Object.values(rows).map((row) =>
    Object.entries(injectedRow(readOne(row), bug, origin)).map(([key, value]) => [
      key,
      Array.isArray(value) ? "list" : typeof value,
    ]),
  );
  expect(shapes[1]).toEqual(shapes[0]);
});
