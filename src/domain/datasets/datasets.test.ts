import { describe, expect, it } from "vitest";
import { readBugs } from "./bug";
import { hiddenRows } from "./hiddenRows";

const bugOf = (row: unknown) => readBugs(JSON.stringify(row))[0];

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
    expect(bugOf(row)).toEqual({
      id: "Python/0",
      instruction: "Negate.",
      program: "def f(x):\n    return x\n",
      tests: row.test,
      entry: "f",
      reference: "def f(x):\n    return -x\n",
      hiddenId: "HumanEval/0",
    });
    expect(bugOf({ ...row, test_setup: "import math" })?.tests).toBe(`import math\n${row.test}`);
  });

  it("of QuixBugs has its docstring as the instruction, and no hidden task", () => {
    const row = {
      name: "gcd",
      buggy_program: "def gcd(a, b): return a",
      solution: "def gcd(a, b): return b",
      docstring: '"""\nGreatest divisor\n"""',
      tests: "assert gcd(1, 2) == 1",
    };
    expect(bugOf(row)).toEqual({
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
    expect(bugOf(row)).toMatchObject({
      tests: "assert f(1) == 1\nassert f(2) == 3\n",
      hiddenId: "Mbpp/6",
    });
    expect(bugOf({ ...row, hidden_usable: false })?.hiddenId).toBeNull();
  });

  it("of any other shape is refused, with its line and what is missing", () => {
    const right = JSON.stringify({
      name: "gcd",
      buggy_program: "x",
      solution: "y",
      tests: "assert gcd(1, 2) == 1",
    });
    const refused = (jsonl: string, line: number, words: string) => {
      expect(() => readBugs(jsonl)).toThrow(
        expect.objectContaining({ line, message: expect.stringContaining(words) as string }),
      );
    };
    refused(`${right}\n\n{"task_id": "Python/0"}\n`, 3, "It is no row of HumanEvalPack");
    refused(`${right}\n${right.slice(0, 20)}\n`, 2, "It is not JSON: ");
    expect(readBugs(`\uFEFF${right}\r\n${right}`)).toHaveLength(2);
  });
});

const hidden = (inputs: string) =>
  `{"task_id": "Mbpp/2", "entry_point": "f", "prompt": "", "canonical_solution": "x", "base_input": ${inputs}, "plus_input": []}`;

it("rows of hidden inputs are kept as they are written, by task, with Python's numbers", () => {
  const row = hidden('[[1.0, 123456789012345678901, NaN, -Infinity, "a NaN \\" Infinity"]]');
  expect([...hiddenRows(`${row}\n\n`)]).toEqual([["Mbpp/2", row]]);
  expect(() => hiddenRows(`${hidden("[]")}\n{"task_id": "Mbpp/3"}`)).toThrow(
    "It is no row of EvalPlus (entry_point: ",
  );
});
