import { describe, expect, it } from "vitest";
import type { Test } from "../../../domain/test";
import { takesAnswers, withAnswer } from "./addedTest";

function unit(kind: Test["kind"], line: number, endLine = line): Test {
  const place = kind === "doctest" ? "program" : "tests";
  return {
    ...{ id: `t${line}`, kind, name: "", place, line, endLine, text: "" },
    judging: { kind: "apart" },
  };
}
const answer = { call: "f([])", answer: "0" };

describe("an answer as a test", () => {
  it("is an assert among asserts, and where there is nothing but doctests", () => {
    expect(withAnswer("assert f([1]) == 1\n\n", [unit("assert", 1)], answer)).toBe(
      "assert f([1]) == 1\nassert f([]) == 0\n",
    );
    expect(withAnswer("", [unit("doctest", 2)], answer)).toBe("assert f([]) == 0\n");
  });

  it("is an assert of the candidate in HumanEval's check", () => {
    const box = "def check(candidate):\n    assert candidate([1]) == 1\n\ncheck(f)\n";
    expect(withAnswer(box, [unit("check", 2)], answer)).toBe(
      "def check(candidate):\n    assert candidate([1]) == 1\n    assert candidate([]) == 0\n\ncheck(f)\n",
    );
  });

  it("is a test function with a name of its own", () => {
    const box = "def test_answer_1():\n    assert f([1]) == 1\n";
    expect(withAnswer(box, [unit("function", 1, 2)], answer)).toBe(
      `${box}\n\ndef test_answer_2():\n    assert f([]) == 0\n`,
    );
  });

  it("is a method of the last unittest class", () => {
    const method = "    def test_one(self):\n        self.assertEqual(f([1]), 1)\n";
    const box = `class Tests(unittest.TestCase):\n${method}\nunittest.main()\n`;
    expect(withAnswer(box, [unit("unittest", 2, 3)], answer)).toBe(
      `class Tests(unittest.TestCase):\n${method}\n    def test_answer_1(self):\n        self.assertEqual(f([]), 0)\n\nunittest.main()\n`,
    );
  });

  it("has no place among inputs and outputs, nor where there is no test", () => {
    expect(takesAnswers([unit("assert", 1), unit("doctest", 2)])).toBe(true);
    for (const kind of ["stdio", "program"] as const) {
      expect(takesAnswers([unit(kind, 1)])).toBe(false);
    }
    expect(takesAnswers([])).toBe(false);
  });
});
