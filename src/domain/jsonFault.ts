const space = /[\t\n\r ]*/y;
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const closers = { "]": /\]/y, "}": /\}/y };

/**
 * Where a text stops being JSON (RFC 8259): the index of the first thing that cannot stand there, or
 * the text's length where it is cut off; null for JSON. Engines word this differently, or not at all.
 */
export function jsonFault(text: string): number | null {
  const open: (keyof typeof closers)[] = [];
  let at = 0;
  /** `first`: behind an opening bracket; `next`: behind a value. */
  let state: "value" | "first" | "key" | "next" = "value";
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    take(space);
    const closer = open.at(-1);
    if (state === "next" && closer === undefined) return at < text.length ? at : null;
    if ((state === "first" || state === "next") && closer !== undefined && take(closers[closer])) {
      open.pop();
      state = "next";
      continue;
    }
    if (state === "next" && !take(/,/y)) return at;
    if (state === "first" || state === "next") {
      state = closer === "}" ? "key" : "value";
    } else if (state === "key") {
      if (!take(string)) return at;
      take(space);
      if (!take(/:/y)) return at;
      state = "value";
    } else if (take(/\[/y)) {
      open.push("]");
      state = "first";
    } else if (take(/\{/y)) {
      open.push("}");
      state = "first";
    } else {
      if (!take(scalar)) return at;
      state = "next";
    }
  }
}
