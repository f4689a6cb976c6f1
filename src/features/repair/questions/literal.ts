/**
 * Python values as they are written: numbers, strings, True, False, None, and lists, tuples, sets and
 * dicts of them. Everything else, and whatever was cut off with "…", is no literal here.
 */

const ws = String.raw`\s*`;
const atom = new RegExp(
  [
    String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])`,
    String.raw`(?:True|False|None)\b`,
    String.raw`set\(\)`,
    String.raw`b?'(?:[^'\\\n]|\\.)*'`,
    String.raw`b?"(?:[^"\\\n]|\\.)*"`,
  ].join("|"),
  "y",
);
const space = new RegExp(ws, "y");
const keyword = /[A-Za-z_]\w*\s*=(?!=)/y;
const callee = /[A-Za-z_]\w*(?=\()/y;
/** How deep containers may lie in each other. */
const deepest = 40;

/** Reads a text from its start; each method says whether what it stands for was there. */
class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  isAtEnd(): boolean {
    this.take(space);
    return this.#at === this.text.length;
  }

  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found !== null;
  }

  value(depth = 0): boolean {
    if (depth > deepest) return false;
    this.take(space);
    if (this.take(/\(/y)) return this.items(")", depth, false);
    if (this.take(/\[/y)) return this.items("]", depth, false);
    if (this.take(/\{/y)) return this.items("}", depth, true);
    return this.take(atom);
  }

  /** Values up to `close`, with commas between and perhaps after them. */
  items(close: string, depth: number, mayBePairs: boolean, mayBeNamed = false): boolean {
    let pairs: boolean | null = null;
    for (;;) {
      this.take(space);
      if (this.#takeText(close)) return true;
      if (mayBeNamed) this.take(keyword);
      if (!this.value(depth + 1)) return false;
      this.take(space);
      const isPair = mayBePairs && this.#takeText(":");
      if (isPair !== (pairs ?? isPair)) return false;
      pairs = isPair;
      if (isPair && !this.value(depth + 1)) return false;
      this.take(space);
      if (!this.#takeText(",")) return this.#takeText(close);
    }
  }

  #takeText(text: string): boolean {
    const isThere = this.text.startsWith(text, this.#at);
    if (isThere) this.#at += text.length;
    return isThere;
  }
}

/** Whether a text is a Python literal, by a check that rather says no. */
export function isLiteral(text: string): boolean {
  if (text.includes("…")) return false;
  const reader = new Reader(text);
  return reader.value() && reader.isAtEnd();
}

/** Whether a text calls a function by its bare name with literals: `"f([1], key='a')"`. */
export function isCallOfLiterals(text: string): boolean {
  if (text.includes("…")) return false;
  const reader = new Reader(text);
  return (
    reader.take(callee) &&
    reader.take(/\(/y) &&
    reader.items(")", 0, false, true) &&
    reader.isAtEnd()
  );
}
