import { describe, expect, it } from "vitest";
import type { BenchedBug } from "./benchBug";
import { taskWords, totalsOf, totalsWords } from "./benchReport";
import { calibrationOf, calibrationSvg, calibrationTable } from "./calibration";

type BenchedPatch = BenchedBug["patches"][number];

const patch = (change: Partial<BenchedPatch>): BenchedPatch => ({
  ...{ rank: 1, diff: "", program: "", confidence: null, grade: null, hidden: null },
  ...change,
});
const hidden = (right: boolean) => ({
  ...{ right, strict: false, agreed: right ? 2 : 1, inputs: 2, contested: 1, first: null },
});
const task = (id: string, ...patches: BenchedPatch[]): BenchedBug => ({
  ...{
    id,
    plausible: patches.length > 0,
    patches,
    unlikely: [],
    candidates: 100,
    seconds: 2,
    note: "Done.",
  },
});

const tasks = [
  task("a", patch({ grade: "confident", hidden: hidden(true) })),
  task("b", patch({ grade: "confident", hidden: hidden(false) }), patch({ hidden: hidden(true) })),
  task("c", patch({ grade: "confident" })),
  task("d"),
  task(
    "e",
    ...[1, 2, 3].map(() => patch({ hidden: hidden(false) })),
    patch({ hidden: hidden(true) }),
  ),
];

describe("a report of bench-repair", () => {
  it("counts the first patch, the first three, and those graded confident", () => {
    expect(totalsOf(tasks, (id) => id !== "c")).toEqual({
      tasks: 5,
      plausible: 4,
      hidden: 4,
      firstRight: 1,
      firstStrict: 0,
      anyOfThreeRight: 2,
      confident: 2,
      confidentRight: 1,
      candidates: 500,
      seconds: 10,
      candidatesPerSecond: 50,
    });
    expect(totalsOf([], () => true).candidatesPerSecond).toBe(0);
  });

  it("says each task and the sums in a line", () => {
    expect(tasks.slice(0, 4).map(taskWords)).toEqual([
      "a: right/confident; 100 tried in 2.0 s. Done.",
      "b: wrong/confident right; 100 tried in 2.0 s. Done.",
      "c: plausible/confident; 100 tried in 2.0 s. Done.",
      "d: nothing; 100 tried in 2.0 s. Done.",
    ]);
    expect(totalsWords(totalsOf(tasks, (id) => id !== "c"))).toBe(
      "5 tasks: 4 plausible; of 4 with hidden inputs: first patch right 1 (0 by the mended reference), one of three right 2; patches shown as confident 2, of them right 1; 50 candidates a second, 10 s",
    );
    expect(totalsWords(totalsOf(tasks, () => false))).not.toContain("hidden");
  });
});

describe("a calibration curve", () => {
  const bins = calibrationOf([
    { confidence: 0.92, hidden: { right: true } },
    { confidence: 1, hidden: { right: false } },
    { confidence: 0.2, hidden: { right: false } },
    { confidence: 0.5, hidden: null },
    { confidence: null, hidden: { right: true } },
  ]);

  it("has each judged patch in the bin of its probability", () => {
    const filled = bins.filter(({ patches }) => patches > 0);
    expect(bins).toHaveLength(10);
    expect(filled).toEqual([
      { from: 0.2, to: 0.3, patches: 1, right: 0, predicted: 0.2 },
      { from: 0.9, to: 1, patches: 2, right: 1, predicted: 0.96 },
    ]);
    expect(calibrationTable(bins).split("\n")).toEqual([
      "      bin  predicted      right    patches",
      "  20%–30%        20%         0%          1",
      " 90%–100%        96%        50%          2",
    ]);
  });

  it("is drawn as a dot a bin, from the lower left to the upper right", () => {
    const svg = calibrationSvg(bins);
    expect(svg.match(/<circle [^>]*>/g)).toHaveLength(2);
    expect(svg).toContain('points="104.0,344.0 332.0,194.0"');
    expect(svg).toContain("<title>1 of 2 right</title>");
  });
});
