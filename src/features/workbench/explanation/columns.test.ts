import { describe, expect, it } from "vitest";
import type { Span } from "../../../domain/explanation";
import { columnsByLine, inCodeUnits } from "./columns";
import { spanWords } from "./spanWords";

const span = (line: number, column: number, endLine: number, endColumn: number): Span => ({
  place: "program",
  line,
  column,
  endLine,
  endColumn,
});

describe("the part of each line that failed", () => {
  it("is one part on one line", () => {
    expect(columnsByLine(span(3, 4, 3, 9))).toEqual([[3, { from: 4, to: 9 }]]);
  });

  it("goes on to the line's end where the part does", () => {
    expect(columnsByLine(span(1, 2, 3, 5))).toEqual([
      [1, { from: 2, to: null }],
      [2, { from: 0, to: null }],
      [3, { from: 0, to: 5 }],
    ]);
  });

  it("is counted as editors count, and leaves out the indentation", () => {
    expect(inCodeUnits("😀 = xs[9]", { from: 4, to: 9 })).toEqual({ from: 5, to: 10 });
    expect(inCodeUnits("    y = 1  ", { from: 0, to: null })).toEqual({ from: 4, to: 9 });
    expect(inCodeUnits("ab", { from: 1, to: 99 })).toEqual({ from: 1, to: 2 });
  });

  it("has words", () => {
    expect(spanWords(span(3, 4, 3, 9))).toBe("line 3 of the program, columns 5 to 9");
    expect(spanWords(span(3, 4, 3, 5))).toBe("line 3 of the program, column 5");
    expect(spanWords(span(3, 4, 5, 1))).toBe("lines 3 to 5 of the program");
  });
});
