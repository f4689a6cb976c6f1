import type { EngineFailure } from "../domain/engine";
import type { Problem } from "../domain/problem";
import { proseOf, splitFences, type Piece } from "./fences";
import {
  asWholeProgram,
  findProgram,
  isSameProgram,
  splice,
  withoutTraceComments,
} from "./program";
import { definedNames, topLevelParts } from "./pythonParts";

export type ParsedAnswer =
  { kind: "fix"; rationale: string; fix: string } | { kind: "malformed"; failure: EngineFailure };

/** `cut`: the answer's end is missing, so nothing that is still open in it may be taken. */
export type AnswerEnd = "complete" | "cut";

const askAgain = "Try again, or use another model or a lower temperature.";

const empty: EngineFailure = {
  what: "The model gave an empty answer.",
  why: "Nothing but blanks arrived. A model that only thinks may have used up its tokens.",
  tryThis: "Try again, or raise the maximum tokens.",
};

const noProgram: EngineFailure = {
  what: "The answer holds no program.",
  why: "There is no Python in it that could replace the program, only prose or other text.",
  tryThis: askAgain,
};

const unchanged: EngineFailure = {
  what: "The model returned the program unchanged.",
  why: "The program in its answer is the buggy one.",
  tryThis: "Try again, with a higher temperature or another model.",
};

function misfit(original: string): EngineFailure {
  const names = definedNames(topLevelParts(original));
  const wanted = names.length === 0 ? "" : ` (${names.slice(0, 5).join(", ")})`;
  return {
    what: "The code in the answer does not fit the program.",
    why: `It is neither the whole program nor one of its functions or classes${wanted}.`,
    tryThis: askAgain,
  };
}

/** The answer without what a reasoning model thinks aloud between <think> and </think>. */
function withoutThinking(text: string): string {
  const end = text.lastIndexOf("</think>");
  if (end !== -1) return text.slice(end + "</think>".length);
  return text.trimStart().startsWith("<think>") ? "" : text;
}

type Code = Extract<Piece, { kind: "code" }>;

const pythonNames = new Set(["python", "py", "python3", "py3"]);

/** The fences that may be the program: those marked as Python, or the unmarked where none is. */
function pythonBlocks(pieces: readonly Piece[], end: AnswerEnd): string[] {
  const codes = pieces.filter(
    (piece): piece is Code => piece.kind === "code" && (piece.closed || end === "complete"),
  );
  const marked = codes.filter(({ language }) => pythonNames.has(language));
  const blocks = marked.length > 0 ? marked : codes.filter(({ language }) => language === "");
  return blocks
    .map((piece) => (piece.closed ? piece.text : (findProgram(piece.text)?.code ?? piece.text)))
    .filter((text) => text.trim() !== "");
}

/**
 * The repaired program that the blocks amount to: the last whole one, or the parts put in place; the
 * original when they only repeat it; null when they have nothing to do with it.
 */
function assemble(blocks: readonly string[], original: string): string | null {
  const codes = blocks.map((block) => withoutTraceComments(block, original));
  const wholes = codes.flatMap((code) => asWholeProgram(code, original) ?? []);
  const changed = wholes.findLast((whole) => !isSameProgram(whole, original));
  if (changed !== undefined) return changed;
  const parts = codes.filter((code) => splice(code, original) !== null);
  if (wholes.length === 0 && parts.length === 0) return null;
  return parts.reduce((program, code) => splice(code, program) ?? program, original);
}

/** A script has no names to know it by: its only fence is taken at its word. */
function loneScript(blocks: readonly string[], original: string): string | null {
  const isScript = definedNames(topLevelParts(original)).length === 0;
  return isScript && blocks.length === 1 ? (blocks[0] ?? null) : null;
}

/** Without blank lines around it, and ending as the original does. */
function tidy(program: string, original: string): string {
  const text = program.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  return original.endsWith("\n") ? `${text}\n` : text;
}

function fixOrFailure(program: string | null, rationale: string, original: string): ParsedAnswer {
  if (program === null) return { kind: "malformed", failure: misfit(original) };
  if (isSameProgram(program, original)) return { kind: "malformed", failure: unchanged };
  return { kind: "fix", rationale, fix: tidy(program, original) };
}

function parseUnfenced(text: string, original: string): ParsedAnswer {
  const found = findProgram(text);
  const program = found === null ? null : assemble([found.code], original);
  if (found === null || program === null) return { kind: "malformed", failure: noProgram };
  const prose = [found.before.trim(), found.after.trim()].filter((part) => part !== "");
  return fixOrFailure(program, prose.join("\n\n"), original);
}

/**
 * Takes a model's answer apart: the prose outside its fences is the rationale (Markdown), its Python
 * fence the fix. A fence with only some of the program's functions or classes is put in their place.
 */
export function parseAnswer(
  text: string,
  problem: Pick<Problem, "program">,
  end: AnswerEnd = "complete",
): ParsedAnswer {
  const answer = withoutThinking(text);
  if (answer.trim() === "") return { kind: "malformed", failure: empty };
  const pieces = splitFences(answer);
  const blocks = pythonBlocks(pieces, end);
  if (blocks.length > 0) {
    const program = assemble(blocks, problem.program) ?? loneScript(blocks, problem.program);
    return fixOrFailure(program, proseOf(pieces), problem.program);
  }
  if (end === "cut" || pieces.some((piece) => piece.kind === "code")) {
    return { kind: "malformed", failure: noProgram };
  }
  return parseUnfenced(answer, problem.program);
}

/** A last line that may yet become a fence. */
const halfFence = /(?:^|\n)[ \t]*(?:`{1,2}|~{1,2})$/;

/**
 * The rationale that a partly received answer shows: its prose so far, without code, thinking, or
 * half a fence. It only grows as the text does (but for a thinking model that omits its `<think>`).
 */
export function rationaleSoFar(text: string): string {
  const start = text.trimStart();
  if (start !== "" && "<think>".startsWith(start)) return "";
  return proseOf(splitFences(withoutThinking(text).replace(halfFence, "")));
}
