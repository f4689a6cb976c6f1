/**
 * Cuts the longest of `texts` so that all together have at most `room` characters, each visibly with
 * `…`. Short texts stay whole, and every text keeps at least `least` characters.
 */
export function fitted(texts: readonly string[], room: number, least = 12): string[] {
  let left = room;
  let waiting = texts.length;
  let share = Infinity;
  if (texts.reduce((sum, { length }) => sum + length, 0) > room) {
    // The short ones leave what they do not need to the others.
    for (const length of texts.map((text) => text.length).sort((one, other) => one - other)) {
      share = Math.max(least, Math.floor(left / waiting));
      if (length > share) break;
      left -= length;
      waiting -= 1;
    }
  }
  return texts.map((text) => (text.length <= share ? text : `${text.slice(0, share - 1)}…`));
}
