import { plainLength } from "./values";

const cutMark = "…";
/** Items with longer texts may have to be cut themselves. */
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
  if (texts.some((text) => text.length > longestItem)) return null;
  const last = texts.slice(-tailItems);
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
