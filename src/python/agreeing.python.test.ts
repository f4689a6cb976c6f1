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

const agree = (program: string, inputs: string, atol?: number, seconds = 5) =>
  interpreter.call("agree", { program, row: row(inputs, atol), seconds }, { seconds: 20 });

const right = "def f(x):\n    return x / 2 if isinstance(x, float) else 10 // x\n";

describe("agreement with a reference on hidden inputs", () => {
  it("counts the inputs that the reference answers, with Python's own numbers", async () => {
    expect(await agree(right, "[[3], [0], [1.0], [123456789012345678901]]")).toEqual({
      inputs: 3,
      agreed: 3,
      first: null,
    });
  });

  it("shows the first input with another answer, or with none", async () => {
    const program = "def f(x):\n    if x == 5: raise ValueError\n    return 3\n";
    expect(await agree(program, "[[3], [5], [10]]")).toEqual({
      inputs: 3,
      agreed: 1,
      first: { call: "f(5)", expected: "2", actual: "no answer" },
    });
    const changed = await agree("def f(x):\n    return 3\n", "[[3], [10]]");
    expect(changed.first).toEqual({ call: "f(10)", expected: "1", actual: "3" });
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
});
