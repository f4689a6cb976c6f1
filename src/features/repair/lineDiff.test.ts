import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineDiff, type DiffLine } from "./lineDiff";

const text = (line: DiffLine) => line.parts.map((part) => part.text).join("");
const changed = (line: DiffLine | undefined) =>
  line?.parts.filter((part) => part.changed).map((part) => part.text);

describe("lineDiff", () => {
  it("marks the words that differ inside lines that replace each other", () => {
    const [hunk] = lineDiff("def f(xs):\n    best = 0\n", "def f(xs):\n    best = xs[0]\n");
    const removed = hunk?.lines.find((line) => line.kind === "removed");
    const added = hunk?.lines.find((line) => line.kind === "added");
    expect(removed).toMatchObject({ before: 2, after: null });
    expect(added).toMatchObject({ before: null, after: 2 });
    expect(changed(removed)).toEqual([]);
    expect(changed(added)).toEqual(["xs[", "]"]);
  });

  it("marks nothing inside lines that have little in common", () => {
    const [hunk] = lineDiff("import os\n", "class Stack:\n");
    expect(hunk?.lines.flatMap((line) => changed(line))).toEqual([]);
  });

  it("finds no difference in a missing last newline", () => {
    expect(lineDiff("x = 1", "x = 1\n\n")).toEqual([]);
  });

  it("loses no line of either text", () => {
    const program = fc.array(fc.constantFrom("a = 1", "b = a + 1", "    c", "return a"), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(program, program, (before, after) => {
        const lines = lineDiff(before.join("\n"), after.join("\n"), 100).flatMap((h) => h.lines);
        fc.pre(lines.length > 0);
        const old = lines.filter((line) => line.kind !== "added").map(text);
        const fresh = lines.filter((line) => line.kind !== "removed").map(text);
        expect(old).toEqual(before);
        expect(fresh).toEqual(after);
      }),
    );
  });
});
