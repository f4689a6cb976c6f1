import { plainLength } from "./values";

const cutMark = "…";
/** A longer item at the end may have to be cut itself. */
const longestItem = 60;
/** The end of what does not fit is kept too, so that an append stays visible. */
const tailItems = 2;

/**
 * The text of a container of `size` items between brackets, as `values.py` writes it. Of longer ones
 * the texts of the first items and of the last two are given. Null where only Python can tell how the
 * items themselves are cut, as it is where they are not `plain`.
 */
export function joinTexts(
  texts: readonly string[],
  size: number,
  [opening = "", closing = ""]: string | readonly string[],
  isPlain: boolean,
): string | null {
  if (texts.length === size) {
    const whole = `${opening}${texts.join(", ")}${closing}`;
    if (whole.length <= plainLength) return whole;
  }
  const room = plainLength - opening.length - closing.length;
  if (!isPlain || size <= tailItems || closing.length > 1) return null;
  const last = texts.slice(-tailItems);
  if (last.some((text) => text.length > longestItem)) return null;
  const left = room - last.join("").length - 2 * tailItems - 1;
  const first: string[] = [];
  let used = 0;
  for (const text of texts) {
    used += text.length + 2;
    if (used > left) break;
    first.push(text);
  }
  if (first.length === 0) return null;
  const hidden = size - first.length;
  const between = hidden > tailItems ? [cutMark] : [];
  const shownLast = last.slice(tailItems - Math.min(hidden, tailItems));
  return `${opening}${[...first, ...between, ...shownLast].join(", ")}${closing}`;
}

/** How long the text is that has the texts of all items. */
export function wholeLength(
  texts: readonly string[],
  [opening = "", closing = ""]: string | readonly string[],
): number {
  const inner = texts.reduce((length, text) => length + text.length + 2, 0);
  return opening.length + Math.max(inner - 2, 0) + closing.length;
}

/** Replaces some items in the text of all, from the first on: quicker than to join all of them anew. */
export class Patch {
  /** The last item that was replaced, and where its text begins, behind one bracket. */
  private last = 0;
  private offset = 1;

  constructor(public text: string) {}

  /** Puts the text at `at` of the texts in the place of `before`. */
  replace(texts: readonly string[], at: number, before: string): void {
    for (; this.last < at; this.last += 1) this.offset += (texts[this.last]?.length ?? 0) + 2;
    const { text, offset } = this;
    this.text = text.slice(0, offset) + (texts[at] ?? "") + text.slice(offset + before.length);
  }
}
