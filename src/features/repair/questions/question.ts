import type { Disagreement } from "../../../domain/engine";
import { fixNumber, fixOrder } from "../fixOrder";
import { sameProgram } from "../repairRun";
import type { ProvenFix } from "../repairState";
import { isCallOfLiterals, isLiteral } from "./literal";

/** What fixes on show answer to one call: each answer with the numbers of the fixes that give it. */
export type Question = {
  call: string;
  answers: readonly { answer: string; fixes: readonly number[]; isLiteral: boolean }[];
};

/** Where the fixes on show disagree, in calls that a test can be made of. */
export function questionsOf(
  disagreements: readonly Disagreement[],
  fixes: readonly ProvenFix[],
): Question[] {
  const order = fixOrder(fixes);
  return disagreements.flatMap(({ call, answers }) => {
    const given = new Map<string, number[]>();
    for (const { fix, answer } of answers) {
      const place = fixes.findIndex(({ proposal }) => sameProgram(proposal.fix, fix));
      if (place >= 0) given.set(answer, [...(given.get(answer) ?? []), fixNumber(order, place)]);
    }
    if (given.size < 2 || !isCallOfLiterals(call)) return [];
    const each = [...given].map(([answer, numbers]) => {
      return { answer, fixes: numbers.toSorted((a, b) => a - b), isLiteral: isLiteral(answer) };
    });
    return [{ call, answers: each.toSorted((a, b) => (a.fixes[0] ?? 0) - (b.fixes[0] ?? 0)) }];
  });
}

/** Who gives an answer, and the value as code; null where it is no value but part of the words. */
export function answerWords(fixes: readonly number[], answer: string) {
  const one = fixes.length === 1;
  const last = fixes.at(-1) ?? 0;
  const who = one ? `fix ${last}` : `fixes ${fixes.slice(0, -1).join(", ")} and ${last}`;
  if (/^raises \w+$/.test(answer)) {
    return { words: `${who} ${one ? answer : answer.replace("raises", "raise")}`, code: null };
  }
  if (answer === "does not end") {
    return { words: `${who} ${one ? "does" : "do"} not end`, code: null };
  }
  return { words: `${who} ${one ? "gives" : "give"} `, code: answer };
}
