import { describe, expect, it } from "vitest";
import type { Confidence } from "../../domain/engine";
import { proposalOf } from "../../testing/fakeEngine";
import { sample } from "../../testing/fakeRepair";
import { confidenceWords } from "./confidenceWords";
import { fixNumber, fixOrder } from "./fixOrder";
import { answerWords, questionsOf } from "./questions/question";
import type { ProvenFix } from "./repairState";

const confidence = (grade: Confidence["grade"], probability = 0.5): Confidence => {
  return { grade, probability, doubts: [] };
};
const fixOf = (program: string, grade?: Confidence["grade"]): ProvenFix => {
  const { verdict, versions } = sample;
  const change = grade === undefined ? {} : { confidence: confidence(grade) };
  return { id: program, proposal: proposalOf(program, change), verdict, versions };
};

describe("how likely a fix is what was meant", () => {
  it("is said in words that follow the grade, and never as certain", () => {
    const words = (grade: Confidence["grade"], probability: number, tests: number) =>
      confidenceWords(confidence(grade, probability), tests).replace("\u00a0", " ");
    expect(words("confident", 0.912, 3)).toBe(
      "Passes your 3 tests; probably what you meant (91 %).",
    );
    expect(words("possible", 0.5, 1)).toBe("Passes your test; may be what you meant (50 %).");
    expect(words("unlikely", 0.001, 2)).toBe(
      "Passes your 2 tests; probably not what you meant (1 %).",
    );
    expect(words("confident", 1, 2)).toContain("99 %");
  });

  it("puts the unlikely fixes behind, and keeps the order otherwise", () => {
    const order = fixOrder([fixOf("a", "unlikely"), fixOf("b"), fixOf("c", "possible")]);
    expect(order).toEqual({ front: [1, 2], behind: [0] });
    expect(fixNumber(order, 0)).toBe(3);
    expect(fixOrder([fixOf("a", "unlikely"), fixOf("b", "unlikely")])).toEqual({
      ...{ front: [0], behind: [1] },
    });
  });
});

describe("what fixes on show disagree on", () => {
  const fixes = [fixOf("a"), fixOf("b"), fixOf("c")];
  const answers = (...given: [fix: string, answer: string][]) =>
    given.map(([fix, answer]) => ({ fix, answer }));

  it("names each answer once, with the fixes that give it", () => {
    const given = answers(["c", "0"], ["a", "0"], ["b\n", "raises IndexError"], ["gone", "9"]);
    expect(questionsOf([{ call: "f([])", answers: given }], fixes)).toEqual([
      {
        call: "f([])",
        answers: [
          { answer: "0", fixes: [1, 3], isLiteral: true },
          { answer: "raises IndexError", fixes: [2], isLiteral: false },
        ],
      },
    ]);
  });

  it("asks nothing where those on show agree, or the call cannot be written", () => {
    const alike = answers(["a", "0"], ["b", "0"], ["gone", "1"]);
    const differing = answers(["a", "0"], ["b", "1"]);
    const calls = [
      { call: "f([])", answers: alike },
      { call: "f(Stack())", answers: differing },
    ];
    expect(questionsOf(calls, fixes)).toEqual([]);
  });

  it("says who gives what", () => {
    expect(answerWords([2], "0")).toEqual({ words: "fix 2 gives ", code: "0" });
    expect(answerWords([1, 2, 3], "0").words).toBe("fixes 1, 2 and 3 give ");
    expect(answerWords([1, 2], "raises KeyError").words).toBe("fixes 1 and 2 raise KeyError");
    expect(answerWords([1], "does not end")).toEqual({ words: "fix 1 does not end", code: null });
  });
});
