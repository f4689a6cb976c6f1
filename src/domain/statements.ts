/** The lines of one logical line of Python: a statement, or the head of a compound one. */
export type Statement = {
  first: number;
  last: number;
  text: string;
  /** Columns before its first character, a tab reaching to the next multiple of 8. */
  indent: number;
};

type Scan = { depth: number; quote: string | null };

const opening = "([{";
const closing = ")]}";

/** Takes one physical line into account; says whether the statement goes on after it. */
function scanLine(line: string, scan: Scan): boolean {
  let at = 0;
  while (at < line.length) {
    const rest = line.slice(at);
    if (scan.quote !== null) {
      if (rest.startsWith("\\")) at += 2;
      else if (rest.startsWith(scan.quote)) {
        at += scan.quote.length;
        scan.quote = null;
      } else at += 1;
      continue;
    }
    if (rest.startsWith("#")) break;
    const quote = /^("""|'''|"|')/.exec(rest)?.[0];
    if (quote !== undefined) {
      scan.quote = quote;
      at += quote.length;
      continue;
    }
    const character = rest.charAt(0);
    if (opening.includes(character)) scan.depth += 1;
    else if (closing.includes(character)) scan.depth = Math.max(0, scan.depth - 1);
    at += 1;
  }
  const continued = line.endsWith("\\");
  // A string in single quotes ends with its line unless a backslash carries it over.
  if (scan.quote !== null && scan.quote.length === 1 && !continued) scan.quote = null;
  return scan.quote !== null || scan.depth > 0 || continued;
}

/** As Python counts it. */
function indentOf(line: string): number {
  let column = 0;
  for (const character of /^\s*/.exec(line)?.[0] ?? "") {
    column = character === "\t" ? column - (column % 8) + 8 : column + 1;
  }
  return column;
}

/** Splits a program into its statements by brackets, strings and backslashes; blank and comment lines belong to none. */
export function statements(program: string): Statement[] {
  const found: Statement[] = [];
  const scan: Scan = { depth: 0, quote: null };
  let goesOn = false;
  program.split("\n").forEach((line, index) => {
    const number = index + 1;
    const last = found.at(-1);
    if (goesOn && last !== undefined) {
      last.last = number;
      last.text += `\n${line}`;
    } else if (/^\s*(#.*)?$/.test(line)) return;
    else found.push({ first: number, last: number, text: line.trim(), indent: indentOf(line) });
    goesOn = scanLine(line, scan);
  });
  return found;
}
