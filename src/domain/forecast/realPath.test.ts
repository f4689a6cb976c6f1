import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestProgram, traceOfLargest } from "../../testing/largest";
import { simulatedRun } from "../../testing/simulatedProgram";
import { foldPath, pathWords, unfoldPath } from "./path";
import { realPath } from "./realPath";

function counted(lines: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

describe("realPath", () => {
  it("puts in the lines that changed nothing, with the steps of the others", () => {
    const { visits, isWhole } = realPath(traceOfLargest(), largestProgram("0"));
    expect(visits.map(({ line }) => line)).toEqual([1, 2, 3, 4, 3, 4, 3, 6]);
    expect(visits.map(({ position }) => position)).toEqual([0, 1, 2, null, 3, null, null, 4]);
    expect(isWhole).toBe(true);
  });

  it("never has a line too many, and is the very path where it says that it is whole", () => {
    let whole = 0;
    fc.assert(
      fc.property(simulatedRun, ({ program, trace, path }) => {
        const found = realPath(trace, program);
        const lines = found.visits.map(({ line }) => line);
        const truth = counted(path);
        for (const [line, times] of counted(lines)) {
          expect(times).toBeLessThanOrEqual(truth.get(line) ?? 0);
        }
        if (!found.isWhole) return;
        expect(lines).toEqual(path);
        whole += 1;
      }),
      { numRuns: 150 },
    );
    // Most programs leave no doubt.
    expect(whole).toBeGreaterThan(30);
  });
});

describe("a folded path", () => {
  it("writes a loop once", () => {
    expect(pathWords(foldPath([1, 2, 3, 4, 3, 4, 3, 4, 6]))).toBe("1 2 (3 4)×3 6");
    expect(pathWords(foldPath([1, 2, 3, 3, 2, 3, 3, 4]))).toBe("1 (2 (3)×2)×2 4");
  });

  it("unfolds to what it was, and is never longer", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 200 }), (lines) => {
        const parts = foldPath(lines);
        expect(unfoldPath(parts)).toEqual(lines);
        expect(parts.length).toBeLessThanOrEqual(lines.length);
      }),
    );
  });
});
