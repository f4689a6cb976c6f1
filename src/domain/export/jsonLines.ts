// JSON leaves these as they are, and some readers (Python's `str.splitlines`) end a line at them.
const lineEnders = /[\u0085\u2028\u2029]/g;

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * One JSON object a line, each line ended by a newline; empty text for no rows. No other character
 * in it ends a line, and a half of a surrogate pair is written as an escape, so the text is valid
 * UTF-8.
 */
export function toJsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row).replace(lineEnders, escapeUnit)}\n`).join("");
}

/** The text with each half of a broken surrogate pair replaced by U+FFFD: readers in C refuse those. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
