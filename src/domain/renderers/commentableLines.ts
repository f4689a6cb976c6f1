/** A string literal that is open: its quotes, and whether `{` in it opens code (f- and t-strings). */
type OpenString = { quotes: string; holdsCode: boolean; raw: boolean };

/** Code inside braces of an f-string, or the program's own level, with its nesting of braces. */
type OpenCode = { braces: number };

type Open = { string: OpenString } | { code: OpenCode };

const stringStart = /(?:(?<!\w)([rRbBuUfFtT]{1,2}))?("""|'''|"|')/y;

/**
 * For each line of a Python text, whether an end-of-line comment can be added without changing what
 * the program means: not inside a string literal, and not after a backslash that joins lines.
 * Follows the lexical rules of Python 3.12 and later, where f-strings nest (PEP 701).
 */
export function commentableLines(lines: readonly string[]): boolean[] {
  const scanner = new Scanner();
  return lines.map((line) => scanner.endOf(line));
}

class Scanner {
  private readonly open: Open[] = [{ code: { braces: 0 } }];

  /** Reads one line, without its line break; says whether a comment can stand at its end. */
  endOf(line: string): boolean {
    let at = 0;
    let joined = false;
    while (at < line.length) {
      const top = this.top();
      if ("string" in top) {
        joined = line.endsWith("\\");
        at = this.inString(line, at, top.string);
      } else {
        joined = false;
        if (line[at] === "#") break;
        if (line[at] === "\\" && at === line.length - 1) joined = true;
        at = this.inCode(line, at, top.code);
      }
    }
    if (!joined) this.closeUnfinished();
    return !joined && this.open.length === 1;
  }

  private top(): Open {
    return this.open.at(-1) ?? { code: { braces: 0 } };
  }

  private inCode(line: string, at: number, code: OpenCode): number {
    stringStart.lastIndex = at;
    const start = stringStart.exec(line);
    if (start) {
      const prefix = (start[1] ?? "").toLowerCase();
      this.open.push({
        string: {
          quotes: start[2] ?? "",
          holdsCode: /[ft]/.test(prefix),
          raw: prefix.includes("r"),
        },
      });
      return at + start[0].length;
    }
    if (line[at] === "{") code.braces += 1;
    if (line[at] === "}") {
      if (code.braces === 0 && this.open.length > 1) this.open.pop();
      else code.braces -= 1;
    }
    return at + 1;
  }

  private inString(line: string, at: number, string: OpenString): number {
    if (line.startsWith(string.quotes, at)) {
      this.open.pop();
      return at + string.quotes.length;
    }
    if (line[at] === "\\") return at + 2;
    if (string.holdsCode && line[at] === "{") {
      if (line[at + 1] === "{") return at + 2;
      this.open.push({ code: { braces: 0 } });
    }
    return at + 1;
  }

  /** A quote that its line does not close is an error, unless three quotes or a backslash go on. */
  private closeUnfinished(): void {
    const first = this.open.findIndex((one) => "string" in one && one.string.quotes.length === 1);
    const outer = this.open.findIndex((one) => "string" in one);
    if (first > 0 && first === outer) this.open.length = first;
  }
}
