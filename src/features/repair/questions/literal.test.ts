import { describe, expect, it } from "vitest";
import { isCallOfLiterals, isLiteral } from "./literal";

describe("literals", () => {
  it.each([
    ...["0", "-1", "2.5", "1e-07", "True", "None", "''", "'it\\'s'", 'b"x"', "[]", "()", "(1,)"],
    ...["[1, -2, [3]]", "{}", "{'a': [1], 2: None}", "{1, 2}", "set()", "('a', {1: (2, 3)})"],
  ])("takes %s", (text) => {
    expect(isLiteral(text)).toBe(true);
  });

  it.each([
    ...["", "x", "-inf", "nan", "raises IndexError", "Stack(items=[1])", "[1, 2…]", "'aaa…'"],
    ...["1; import os", "1 == 1", "[1", "1]", "{1: 2, 3}", "'a' 'b'", "f()", "01", "--1", "1.2.3"],
    ...["deque([1])", "{'a' = 1}", "__import__('os')", "'a\nb'", "[".repeat(99)],
  ])("refuses %s", (text) => {
    expect(isLiteral(text)).toBe(false);
  });

  it("knows a call of a bare function with literals", () => {
    expect(isCallOfLiterals("largest([-3, 1], key='a')")).toBe(true);
    expect(isCallOfLiterals("largest()")).toBe(true);
    for (const call of [
      "largest(xs)",
      "a.b(1)",
      "f(1) or g(2)",
      "f(1",
      "f(Stack(1))",
      "f([1, …])",
    ]) {
      expect(isCallOfLiterals(call), call).toBe(false);
    }
  });
});
