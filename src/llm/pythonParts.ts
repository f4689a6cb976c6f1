/** A top-level statement of a Python text; `start` and `end` are line indexes, `end` exclusive. */
export type Part = {
  kind: "definition" | "import" | "statement";
  /** The function's or class's name, empty for the others. */
  name: string;
  start: number;
  end: number;
};

/** Where a line begins: inside a string (its closing quotes), in how many brackets, after a `\`. */
type Position = { quotes: string; depth: number; joined: boolean };

const definition = /^(?:async\s+)?(?:def|class)\s+(\w+)/;
const importing = /^(?:import|from)\s/;
const clause = /^(?:else|finally|elif\b.*|except\b.*)\s*:/;

function openedQuotes(line: string, index: number): string {
  const character = line[index] ?? "";
  if (character !== '"' && character !== "'") return "";
  return line.startsWith(character.repeat(3), index) ? character.repeat(3) : character;
}

/** Follows strings, comments and brackets through one line. */
function afterLine(line: string, before: Position): Position {
  let { quotes, depth } = before;
  let index = 0;
  while (index < line.length) {
    const character = line[index] ?? "";
    if (quotes !== "") {
      if (character === "\\") index += 2;
      else if (line.startsWith(quotes, index)) {
        index += quotes.length;
        quotes = "";
      } else index += 1;
      continue;
    }
    if (character === "#") return { quotes, depth, joined: false };
    quotes = openedQuotes(line, index);
    if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
    index += Math.max(1, quotes.length);
  }
  const joined = line.endsWith("\\");
  // Only triple quotes, or a backslash, carry a string over to the next line.
  return { quotes: quotes.length === 3 || joined ? quotes : "", depth, joined };
}

function partAt(line: string, start: number): Part {
  const name = definition.exec(line)?.[1] ?? "";
  if (name !== "" || line.startsWith("@"))
    return { kind: "definition", name, start, end: start + 1 };
  return { kind: importing.test(line) ? "import" : "statement", name, start, end: start + 1 };
}

/** Whether a line at column 0 belongs to the statement before it. */
function isContinued(part: Part | undefined, line: string): boolean {
  if (part === undefined) return false;
  if (part.kind === "definition" && part.name === "") return true;
  return clause.test(line) || /^[)\]}]/.test(line);
}

/**
 * Takes a Python text apart into its top-level statements, without parsing it: by indentation, with
 * an eye on strings and brackets. Comments and blank lines between statements belong to none.
 */
export function topLevelParts(text: string): Part[] {
  const parts: Part[] = [];
  let position: Position = { quotes: "", depth: 0, joined: false };
  text.split("\n").forEach((line, index) => {
    const part = parts.at(-1);
    const inside = position.quotes !== "" || position.depth > 0 || position.joined;
    const blank = line.trim() === "" || line.startsWith("#");
    position = afterLine(line, position);
    if (part !== undefined && (inside || (!blank && /^\s/.test(line)))) part.end = index + 1;
    else if (blank) return;
    else if (part !== undefined && isContinued(part, line)) {
      part.end = index + 1;
      if (part.kind === "definition" && part.name === "") part.name = partAt(line, index).name;
    } else parts.push(partAt(line, index));
  });
  return parts;
}

/** The names of the functions and classes at the top level. */
export function definedNames(parts: readonly Part[]): string[] {
  return parts.flatMap((part) =>
    part.kind === "definition" && part.name !== "" ? [part.name] : [],
  );
}
