/** The beginning of a text that is too long to be drawn whole. */
export type Excerpt = { text: string; isWhole: boolean };

/** What a browser lays out without a pause. */
const mostCharacters = 100_000;

/** A text's first characters, to the end of a line where one ends in the later half of them. */
export function excerptOf(text: string, most = mostCharacters): Excerpt {
  if (text.length <= most) return { text, isWhole: true };
  const lineEnd = text.lastIndexOf("\n", most - 1) + 1;
  return { text: text.slice(0, lineEnd > most / 2 ? lineEnd : most), isWhole: false };
}
