import { describe, expect, it } from "vitest";
import type { Test } from "../../domain/test";
import { differenceOfTests } from "./proof";

function unit(change: Partial<Test>): Test {
  return {
    id: "d1",
    kind: "doctest",
    name: "double(2)",
    place: "program",
    line: 3,
    endLine: 4,
    text: ">>> double(2)\n4",
    judging: { kind: "together", reason: "a doctest" },
    ...change,
  };
}

describe("comparing the tests of a fix with those of the program it repairs", () => {
  it("lets lines and ids move", () => {
    expect(differenceOfTests([unit({})], [unit({ id: "d9", line: 8, endLine: 9 })])).toBeNull();
  });

  it("objects to a rewritten expectation", () => {
    const rewritten = unit({ text: ">>> double(2)\n3" });
    expect(differenceOfTests([unit({})], [rewritten])).toContain("changes the test “double(2)”");
  });

  it("objects to removed and to added tests", () => {
    const other = unit({ id: "d2", text: ">>> double(0)\n0" });
    expect(differenceOfTests([unit({}), other], [unit({})])).toContain("removes tests: 1 of 2");
    expect(differenceOfTests([unit({})], [other, unit({})])).toContain("adds tests");
  });

  it("does not mistake the program itself for a test's text", () => {
    const alone = unit({ kind: "program", text: "x = 1" });
    expect(differenceOfTests([alone], [{ ...alone, text: "x = 2" }])).toBeNull();
  });
});
