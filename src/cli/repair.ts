import type { Confidence } from "../domain/engine";
import { passedCount } from "../domain/verdict";
import type { RepairCommand } from "./arguments";
import { findFixes, type Found, type FoundFix, type RepairRuntime } from "./findFixes";
import { byGrade, patchesOf, rankedDisagreements, type Patch } from "./patches";
import { readTask } from "./verify";

/** What a repair gave, with what its patches are patches of. */
export type Repaired = { found: Found; file: string; program: string };

/** How many patches people are shown; JSON has all. */
const shownPatches = 3;

/** @throws BadUsage for a file that cannot be read. */
export async function repairProgram(
  command: RepairCommand,
  runtime: RepairRuntime,
): Promise<Repaired> {
  const source = readTask(command);
  const provenance = { source: "user" as const, reference: "" };
  const problem = {
    ...{ id: command.program, title: command.program, instruction: "", heldOut: "", provenance },
    ...source,
  };
  const { budget, limits } = command;
  const found = await findFixes(runtime, problem, { budget, limits });
  return { found, file: command.program, program: source.program };
}

/** Whether a fix was proven, or none was needed. */
export function isRepaired({ found }: Repaired): boolean {
  return found.kind === "passing" || found.fixes.length > 0;
}

const patchesIn = ({ found, file, program }: Repaired) => patchesOf(found, file, program);

/** For programs. */
export function repairedJson(repaired: Repaired): string {
  const { found } = repaired;
  const patches = patchesIn(repaired);
  const { candidates, seconds, note } = found;
  return JSON.stringify({
    repaired: found.fixes.length > 0,
    ...byGrade(patches.map((patch, index) => ({ ...patch, ...judgedPart(found.fixes[index]) }))),
    disagreements: rankedDisagreements(found.disagreements, patches),
    ...{ candidates, seconds, note },
  });
}

function judgedPart(fix: FoundFix | undefined) {
  return {
    rationale: fix?.proposal.rationale ?? "",
    doubts: fix?.proposal.confidence?.doubts ?? [],
    passed: fix ? passedCount(fix.verdict.outcomes) : 0,
  };
}

/** For people: each patch with why, what it changes and how far to trust it; then how the search ended. */
export function repairedWords(repaired: Repaired): string {
  const { found } = repaired;
  const patches = patchesIn(repaired);
  const shown = patches.slice(0, shownPatches);
  const parts = shown.map((patch, index) => patchWords(patch, patches.length, found.fixes[index]));
  const more = patches.length - shown.length;
  if (more > 0)
    parts.push(`${more} more ${more === 1 ? "patch passes" : "patches pass"}: see --json.`);
  for (const { call, answers } of rankedDisagreements(found.disagreements, shown)) {
    const told = answers.map(({ rank, answer }) => `patch ${rank} gives ${answer}`);
    parts.push(
      `They disagree on ${call}: ${told.join(", ")}. Add a test that says which is right.`,
    );
  }
  return `${[...parts, found.note].join("\n\n")}\n`;
}

function patchWords({ rank, diff }: Patch, of: number, fix: FoundFix | undefined): string {
  if (fix === undefined) return "";
  const { outcomes, hardCoding = [] } = fix.verdict;
  const { confidence, rationale } = fix.proposal;
  const isApart = outcomes.every(({ judging }) => judging.kind === "apart");
  return [
    `Patch ${rank} of ${of}`,
    `${rationale.trim()}\n`,
    `${diff.trimEnd()}\n`,
    verdictWords(passedCount(outcomes), isApart),
    ...(confidence ? confidenceWords(confidence) : []),
    ...hardCoding.map(({ line, words }) => `On line ${line} it ${words}.`),
  ].join("\n");
}

function verdictWords(passed: number, isApart: boolean): string {
  const tests = passed === 1 ? "It passes the test" : `It passes all ${passed} tests`;
  return `${tests}, ${isApart ? "judged apart from the program" : "not all judged apart from the program"}.`;
}

const gradeWords: Readonly<Record<Confidence["grade"], string>> = {
  confident: "Probably what you meant",
  possible: "Possibly what you meant",
  unlikely: "Probably not what you meant",
};

function confidenceWords({ probability, grade, doubts }: Confidence): string[] {
  const share = `${Math.round(probability * 100)}%`;
  return [`${gradeWords[grade]} (${share}).`, ...doubts.map((doubt) => `Against it: ${doubt}.`)];
}
