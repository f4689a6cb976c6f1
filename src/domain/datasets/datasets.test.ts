import { describe, expect, it } from "vitest";
import { bugSchema } from "./bug";
import { hiddenRows } from "./hiddenRows";

describe("a row of a published data set", () => {
  it("of HumanEvalPack is a bug with its hidden task", () => {
    const row = {
      task_id: "Python/0",
      declaration: "def f(x):\n",
      buggy_solution: "    return x\n",
      canonical_solution: "    return -x\n",
      entry_point: "f",
      instruction: "Negate.",
      test: "def check(f):\n    assert f(1) == -1\ncheck(f)\n",
      bug_type: "missing logic",
    };
    expect(bugSchema.parse(row)).toEqual({
      id: "Python/0",
      instruction: "Negate.",
      program: "def f(x):\n    return x\n",
      tests: row.test,
      entry: "f",
      reference: "def f(x):\n    return -x\n",
      hiddenId: "HumanEval/0",
    });
    expect(bugSchema.parse({ ...row, test_setup: "import math" }).tests).toBe(
      `import math\n${row.test}`,
    );
  });

  it("of QuixBugs has its docstring as the instruction, and no hidden task", () => {
    const row = {
      name: "gcd",
      buggy_program: "def gcd(a, b): return a",
      solution: "def gcd(a, b): return b",
      docstring: '"""\nGreatest divisor\n"""',
      tests: "assert gcd(1, 2) == 1",
    };
    expect(bugSchema.parse(row)).toEqual({
      id: "gcd",
      instruction: "Greatest divisor",
      program: row.buggy_program,
      tests: row.tests,
      entry: "gcd",
      reference: row.solution,
      hiddenId: null,
    });
  });

  it("of bugs that models wrote joins its tests, and says whether hidden inputs are usable", () => {
    const row = {
      id: "mbpp-6-x",
      task_id: 6,
      text: "One bit apart?",
      buggy_program: "def f(a): return a",
      test_setup_code: "",
      test_list: ["assert f(1) == 1", "assert f(2) == 3"],
      entry_point: "f",
      reference: "def f(a): return a | 1",
      hidden_usable: true,
    };
    expect(bugSchema.parse(row)).toMatchObject({
      tests: "assert f(1) == 1\nassert f(2) == 3\n",
      hiddenId: "Mbpp/6",
    });
    expect(bugSchema.parse({ ...row, hidden_usable: false }).hiddenId).toBeNull();
  });

  it("of any other shape is refused", () => {
    expect(bugSchema.safeParse({ task_id: "Python/0", prompt: "x" }).success).toBe(false);
  });
});

it("rows of hidden inputs are kept as they are written, by task", () => {
  const row = '{"task_id": "Mbpp/2", "base_input": [[1.0, 123456789012345678901]]}';
  expect([...hiddenRows(`${row}\n\n`)]).toEqual([["Mbpp/2", row]]);
});
