import { definedNames, topLevelParts, type Part } from "./pythonParts";

const staleComment = /[ \t]+# \(\d+\) \w+=.*;[ \t]*$/gm;

/** Takes out the trace comments that a model copied from its prompt; ours carry none of their own. */
export function withoutTraceComments(code: string, original: string): string {
  staleComment.lastIndex = 0;
  return staleComment.test(original) ? code : code.replace(staleComment, "");
}

function significantLines(program: string): string[] {
  return program
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}

/** Equal but for blank lines and spaces at line ends. */
export function isSameProgram(one: string, other: string): boolean {
  return significantLines(one).join("\n") === significantLines(other).join("\n");
}

/** Whether at least half of the original's lines are in the code. */
function isSimilar(code: string, original: string): boolean {
  const lines = new Set(significantLines(code).map((line) => line.trim()));
  const wanted = significantLines(original).map((line) => line.trim());
  return wanted.filter((line) => lines.has(line)).length * 2 >= wanted.length;
}

function linesOf(text: string, part: Part): string {
  return text.split("\n").slice(part.start, part.end).join("\n");
}

const docstring = /^[rRuU]?["']/;

function hasStatements(parts: readonly Part[], text: string): boolean {
  return parts.some((part) => part.kind === "statement" && !docstring.test(linesOf(text, part)));
}

/** The names that an import statement binds; `*` for a star import. */
function boundNames(statement: string): string[] {
  const list = statement.replace(/^from\s+\S+\s+import|^import/, "").replace(/#.*|[()\\]/g, "");
  return list
    .split(",")
    .map((item) => /(\S+)\s*$/.exec(item)?.[1] ?? "")
    .map((name) => (statement.startsWith("from") ? name : (name.split(".")[0] ?? "")))
    .filter((name) => name !== "");
}

function importsOf(text: string): string[] {
  return topLevelParts(text)
    .filter((part) => part.kind === "import")
    .map((part) => linesOf(text, part));
}

/** Puts back the original's imports that the code uses and left out. */
function withImports(code: string, original: string): string {
  const bound = new Set(importsOf(code).flatMap(boundNames));
  const words = new Set(code.match(/\w+/g) ?? []);
  const missing = importsOf(original).filter((statement) =>
    boundNames(statement).some((name) => !bound.has(name) && (name === "*" || words.has(name))),
  );
  return missing.length === 0 ? code : [...missing, "", code].join("\n");
}

/**
 * Reads `code` as the whole program: it defines everything that the original does at the top level,
 * and has statements when the original has. Null when it is only a part, or something else.
 */
export function asWholeProgram(code: string, original: string): string | null {
  const parts = topLevelParts(code);
  const originalParts = topLevelParts(original);
  const names = new Set(definedNames(parts));
  const wanted = definedNames(originalParts);
  if (parts.length === 0 || !wanted.every((name) => names.has(name))) return null;
  if (hasStatements(originalParts, original) && !hasStatements(parts, code)) return null;
  if (wanted.length === 0 && !isSimilar(code, original)) return null;
  return withImports(code, original);
}

/**
 * Puts the functions and classes of `code` in the place of the original's of the same name; new ones
 * and imports go before the first of them. Null when a name is not there exactly once.
 */
export function splice(code: string, original: string): string | null {
  const parts = topLevelParts(code);
  const originalParts = topLevelParts(original);
  const originalNames = definedNames(originalParts);
  const replacing = parts.filter((part) => originalNames.includes(part.name));
  const isAmbiguous = (part: Part): boolean =>
    originalNames.filter((name) => name === part.name).length > 1 ||
    replacing.filter(({ name }) => name === part.name).length > 1;
  if (replacing.length === 0 || replacing.some(isAmbiguous)) return null;
  const present = new Set(importsOf(original));
  const added = parts
    .filter((part) => part.kind !== "statement" && !replacing.includes(part))
    .map((part) => linesOf(code, part))
    .filter((text) => !present.has(text));
  const lines = original.split("\n");
  const result: string[] = [];
  let copied = 0;
  for (const old of originalParts) {
    const replacement = replacing.find((part) => part.name === old.name);
    if (replacement === undefined) continue;
    result.push(...lines.slice(copied, old.start));
    for (const text of added.splice(0)) result.push(text, ...(text.includes("\n") ? ["", ""] : []));
    result.push(linesOf(code, replacement));
    copied = old.end;
  }
  return [...result, ...lines.slice(copied)].join("\n");
}

const opener =
  /^(?:(?:async )?def \w+\s*[([]|class \w+\s*[:([]|@\w|from [\w.]+ import |import [\w.]+(?: as \w+)?(?:,|\s*(?:#.*)?$))/;
const statement =
  /^(?:(?:if|for|while|with|try|match)\b.*:\s*(?:#.*)?$|(?:raise|assert|del|pass)\b|[\w.[\]"', ()*]+?\s*(?::\s*[\w[\], .|]+)?(?:[-+*/%&|^@]|\/\/|\*\*|<<|>>)?=(?!=)|[\w.]+\(|["'])/;

/** The lines of `text` from its first line of Python to its last in one run; null when there is none. */
export function findProgram(text: string): { before: string; code: string; after: string } | null {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const first = lines.findIndex((line) => opener.test(line) || statement.test(line));
  if (first === -1) return null;
  const rest = lines.slice(first);
  let length = 0;
  for (const part of topLevelParts(rest.join("\n"))) {
    const line = rest[part.start] ?? "";
    if (!opener.test(line) && !statement.test(line)) break;
    length = part.end;
  }
  return {
    before: lines.slice(0, first).join("\n"),
    code: rest.slice(0, length).join("\n"),
    after: rest.slice(length).join("\n"),
  };
}
