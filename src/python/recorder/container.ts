import type { Pointer } from "./api";
import type { Cpython } from "./cpython";
import { joinTexts } from "./cutting";
import type { Text, Values } from "./values";

/** Of more items only the first and the last are shown. */
const mostItems = 335;
const lastItems = 2;
/** Items with longer texts, which may have to be cut themselves, are left to Python. */
const longestItem = 60;

/**
 * What was seen of a list, tuple or dict of plain scalars. It holds references to these: they cannot
 * change and end without a trace of their own, so the same address means the same text.
 */
export class Container {
  /** The text of it all, or null: it must be asked of Python. */
  text: string | null = null;
  private size = 0;
  private items: Pointer[] = [];
  private texts: Text[] = [];

  constructor(
    private readonly python: Cpython,
    private readonly values: Values,
    private readonly type: Pointer,
  ) {}

  /** Look at a value of this type: whether it changed; null when it is not of plain scalars. */
  look(value: Pointer, room: Pointer): boolean | null {
    const isDict = this.type === this.python.api.dict;
    return isDict ? this.lookAtDict(value, room) : this.lookAtSequence(value);
  }

  /** Give the items up. */
  drop(): void {
    for (const item of this.items) this.python.api.drop(item);
    this.items = [];
    this.texts = [];
  }

  private lookAtSequence(value: Pointer): boolean | null {
    const { u32, layout, api } = this.python;
    const isList = this.type === api.list;
    const size = u32[(value + (isList ? layout.listSize : layout.tupleSize)) >>> 2] ?? 0;
    const first = isList
      ? (u32[(value + layout.listItems) >>> 2] ?? 0) >>> 2
      : (value + layout.tupleItems) >>> 2;
    const shown = Math.min(size, mostItems + lastItems);
    const skipped = size - shown;
    let isSame = this.text !== null && size === this.size;
    for (let at = 0; at < shown; at += 1) {
      const item = u32[first + (at < mostItems ? at : at + skipped)] ?? 0;
      if (item === this.items[at]) continue;
      isSame = false;
      if (!this.put(at, item)) return null;
    }
    this.cut(shown);
    if (isSame) return false;
    this.size = size;
    this.text = joinTexts(this.texts, size, isList ? "[]" : size === 1 ? ["(", ",)"] : "()");
    return true;
  }

  private lookAtDict(value: Pointer, room: Pointer): boolean | null {
    const { python } = this;
    python.u32[room >>> 2] = 0;
    let at = 0;
    let isSame = this.text !== null;
    while (python.api.next(value, room, room + 4, room + 8) !== 0) {
      if (at >= 2 * mostItems) return null;
      for (const word of [4, 8]) {
        const item = python.word(room + word);
        if (item !== this.items[at]) {
          isSame = false;
          if (!this.put(at, item)) return null;
        }
        at += 1;
      }
    }
    if (this.items.length > at) isSame = false;
    this.cut(at);
    if (isSame) return false;
    this.size = at / 2;
    this.text = joinTexts(pairs(this.texts), this.size, "{}");
    return true;
  }

  /** Take an item; false for one that is no plain scalar. */
  private put(at: number, item: Pointer): boolean {
    const { python, values } = this;
    const isText = python.typeOf(item) === python.api.text;
    if (isText && values.lengthOf(item) > longestItem) return false;
    python.api.take(item);
    const text = values.scalar(item);
    if (text === null || (typeof text === "string" && text.length > longestItem)) {
      python.api.drop(item);
      return false;
    }
    const before = this.items[at];
    this.items[at] = item;
    this.texts[at] = text;
    if (before !== undefined) python.api.drop(before);
    return true;
  }

  private cut(size: number): void {
    while (this.items.length > size) {
      this.python.api.drop(this.items.pop() ?? 0);
      this.texts.pop();
    }
  }
}

function pairs(texts: readonly Text[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < texts.length; at += 2) found.push(`${texts[at]}: ${texts[at + 1]}`);
  return found;
}
