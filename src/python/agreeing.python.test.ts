import { beforeAll, describe, expect, it } from "vitest";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import type { Interpreter } from "./interpreter";

let interpreter: Interpreter;
beforeAll(async () => {
  interpreter = await NodeInterpreter.start();
});

/** A row as text: its numbers must reach Python as they are written. */
const row = (inputs: string, atol = 0) =>
  `{"entry_point": "f", "prompt": "def f(x):\\n", "canonical_solution": "    return 10 // x if isinstance(x, int) else x / 2\\n", "base_input": [], "plus_input": ${inputs}, "atol": ${String(atol)}}`;

async function agree(program: string, inputs: string, atol?: number, seconds = 5) {
  const args = { programs: [program], row: row(inputs, atol), own: null, seconds };
  const [agreement] = await interpreter.call("agree", args, { seconds: 20 });
  return agreement;
}

/** A row of MBPP+: its asserts are beside the inputs. */
async function agreeBeside(assertion: string, reference: string, inputs: string, program: string) {
  const own = { prompt: '"""f"""\n', canonical_solution: reference, assertion, plus_input: [] };
  const fields = JSON.stringify({ entry_point: "f", ...own, atol: 0 }).slice(1);
  const beside = `{"base_input": ${inputs}, ${fields}`;
  const args = { programs: [program], row: beside, own: null, seconds: 5 };
  const [agreement] = await interpreter.call("agree", args, { seconds: 20 });
  return agreement;
}

const right = "def f(x):\n    return x / 2 if isinstance(x, float) else 10 // x\n";

describe("agreement with a reference on hidden inputs", () => {
  it("counts the inputs that the reference answers, with Python's own numbers", async () => {
    expect(await agree(right, "[[3], [0], [1.0], [123456789012345678901]]")).toEqual({
      ...{ inputs: 3, agreed: 3, contested: 0, strict: true, first: null },
    });
  });

  it("leaves out inputs on which the right program of the data set differs, and says so", async () => {
    const own = "def f(x):\n    return 10 // x if x < 9 else 0\n";
    const programs = [own, right, "def f(x):\n    return 0\n"];
    const args = { programs, row: row("[[3], [5], [10]]"), own, seconds: 5 };
    const agreements = await interpreter.call("agree", args, { seconds: 20 });
    expect(agreements.map(({ agreed, strict }) => [agreed, strict])).toEqual([
      [2, false],
      [2, true],
      [0, false],
    ]);
    expect(agreements[0]).toMatchObject({ inputs: 2, contested: 1 });
  });

  it("shows the first input with another answer, or with none", async () => {
    const program = "def f(x):\n    if x == 5: raise ValueError\n    return 3\n";
    expect(await agree(program, "[[3], [5], [10]]")).toEqual({
      ...{ inputs: 3, agreed: 1, contested: 0, strict: false },
      first: { call: "f(5)", expected: "2", actual: "no answer" },
    });
    const changed = await agree("def f(x):\n    return 3\n", "[[3], [10]]");
    expect(changed?.first).toEqual({ call: "f(10)", expected: "1", actual: "3" });
  });

  it("takes numbers with a fraction as equal when they are near, others not", async () => {
    const near = "def f(x):\n    return x / 2 + 1e-9\n";
    expect(await agree(near, "[[1.0]]")).toMatchObject({ agreed: 1 });
    expect(await agree(near, "[[2]]")).toMatchObject({ agreed: 0 });
    const off = "def f(x):\n    return x / 2 + 0.01\n";
    expect(await agree(off, "[[1.0]]")).toMatchObject({ agreed: 0 });
    expect(await agree(off, "[[1.0]]", 0.1)).toMatchObject({ agreed: 1 });
  });

  it("ends a program that does not, and takes what is no program as without answers", async () => {
    const endless = "def f(x):\n    while x == 2: pass\n    return 10 // x\n";
    expect(await agree(endless, "[[1], [2], [3]]", 0, 0.3)).toMatchObject({ inputs: 3, agreed: 1 });
    expect(await agree("def f(x)", "[[1]]")).toMatchObject({ inputs: 1, agreed: 0 });
  });

  it("wants the reference's type where it lets numbers be near", async () => {
    const listed = "def f(x):\n    return [x / 2 + 1e-9]\n";
    expect(await agree(listed, "[[1.0]]")).toMatchObject({ agreed: 0 });
    const exact = "def f(x):\n    return 10 / x\n";
    expect(await agree(exact, "[[5]]")).toMatchObject({ agreed: 1 });
  });

  it("judges several programs, and lets none change another's inputs", async () => {
    const programs = ["def f(x):\n    x.append(1)\n    return 5\n", right, "def f(x): return 9"];
    const own = '"canonical_solution": "    return len(x)\\n", "plus_input": []';
    const given = `{"entry_point": "f", "prompt": "def f(x):\\n", ${own}, "base_input": [[[1, 2]], [[1, 2, 3, 4, 5]]]}`;
    const agreements = await interpreter.call(
      "agree",
      { programs, row: given, own: null, seconds: 5 },
      { seconds: 20 },
    );
    expect(agreements.map(({ inputs, agreed }) => [inputs, agreed])).toEqual([
      [2, 1],
      [2, 0],
      [2, 0],
    ]);
    expect(agreements[2]?.first?.call).toBe("f([1, 2])");
  });

  it("gives arguments the kinds that the row's asserts have, which JSON has not", async () => {
    const asserts =
      "assert f([1], (2, (3, 4)), 1j, {'a': (1,)}) == 0\nassert f([], (), 2j, {}) == 0";
    const shown = "def f(*given): return repr(given)";
    const inputs = '[[[5, [6]], [7, [8, [9, [10]]]], "(1-2j)", {"b": [1]}]]';
    const first = (await agreeBeside(asserts, shown, inputs, "def f(*given): return given"))?.first;
    expect(first?.expected).toBe(`"([5, [6]], (7, (8, (9, (10,)))), (1-2j), {'b': (1,)})"`);
  });

  it("compares as the row's asserts do: as sets, or by truth", async () => {
    const backwards = "def f(xs): return xs[::-1]";
    const same = "def f(xs): return xs";
    const inputs = "[[[1, 2]]]";
    const sets = "assert set(f([1, 2])) == set([2, 1])";
    expect(await agreeBeside(sets, same, inputs, backwards)).toMatchObject({ agreed: 1 });
    expect(await agreeBeside("assert f([1]) == [1]", same, inputs, backwards)).toMatchObject({
      agreed: 0,
    });
    const truths = "assert f([1])\nassert not f([])";
    expect(await agreeBeside(truths, same, inputs, backwards)).toMatchObject({ agreed: 1 });
  });

  it("takes any root for find_zero's answer, as EvalPlus does", async () => {
    const own = '"canonical_solution": "    return 2.0\\n", "plus_input": [], "atol": 1e-4';
    const given = `{"entry_point": "find_zero", "prompt": "def find_zero(xs):\\n", ${own}, "base_input": [[[6, -5, 1]]]}`;
    const programs = ["def find_zero(xs): return 3.0000001", "def find_zero(xs): return 2.5"];
    const args = { programs, row: given, own: null, seconds: 5 };
    const agreements = await interpreter.call("agree", args, { seconds: 20 });
    expect(agreements.map(({ agreed }) => agreed)).toEqual([1, 0]);
  });
});
