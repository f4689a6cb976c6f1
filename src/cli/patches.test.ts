import { describe, expect, it } from "vitest";
import { patchesOf, rankedDisagreements, unifiedDiff } from "./patches";

const engine = { name: "search" as const, detail: "" };
const verdict = { tests: [], outcomes: [], fresh: true };

describe("patches", () => {
  it("are ranked, with the engine's confidence where it has one", () => {
    const proposal = { rationale: "", prompt: null, engine };
    const confidence = { probability: 0.9, grade: "confident" as const, doubts: [] };
    const fixes = [
      { proposal: { ...proposal, fix: "x = 2\n", confidence }, verdict },
      { proposal: { ...proposal, fix: "x = 3\n" }, verdict },
    ];
    const diff = (to: number) => `--- p.py\n+++ p.py\n@@ -1,1 +1,1 @@\n-x = 1\n+x = ${to}\n`;
    expect(patchesOf({ fixes }, "p.py", "x = 1\n")).toEqual([
      { rank: 1, diff: diff(2), program: "x = 2\n", confidence: 0.9, grade: "confident" },
      { rank: 2, diff: diff(3), program: "x = 3\n", confidence: null, grade: null },
    ]);
  });

  it("keep a missing last newline as it is", () => {
    expect(unifiedDiff("p", "a\nb", "a\nc")).toBe(
      "--- p\n+++ p\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
    );
  });

  it("disagree by their ranks, as far as they were proven", () => {
    const patch = { diff: "", confidence: null, grade: null };
    const patches = [
      { ...patch, rank: 1, program: "one" },
      { ...patch, rank: 2, program: "two" },
    ];
    const answers = (...given: [string, string][]) =>
      given.map(([fix, answer]) => ({ fix, answer }));
    const disagreements = [
      { call: "f([])", answers: answers(["two", "0"], ["one", "1"], ["lost", "2"]) },
      { call: "f([1])", answers: answers(["two", "0"], ["one", "0"], ["lost", "2"]) },
    ];
    expect(rankedDisagreements(disagreements, patches)).toEqual([
      {
        call: "f([])",
        answers: [
          { rank: 2, answer: "0" },
          { rank: 1, answer: "1" },
        ],
      },
    ]);
  });
});
