import type { Pointer } from "./api";
import type { Classes } from "./classes";
import type { Cpython } from "./cpython";
import { joinTexts, Patch, wholeLength } from "./cutting";
import { plainLength, type Values } from "./values";

/** Of more items only the first and the last are shown. */
const mostItems = 335;
const lastItems = 2;
/** Longer letters among the items are left to Python. */
const longestItem = 250;
/** So deep in each other are containers looked at here. */
const deepest = 4;
/** A longer key may be cut to leave room for its value, unless the whole is well within its room. */
const shortKey = 12;
const ample = 500;

/** What containers are looked at with. */
export type Sight = {
  python: Cpython;
  values: Values;
  classes: Classes;
  /** Room for three words. */
  room: Pointer;
};

/**
 * What was seen of a list, tuple or dict, or of an object that is its attributes. It holds references
 * to items that are scalars: these cannot change and end without a trace, so the same address means
 * the same text. Containers in it are looked at again each time, and not kept alive.
 */
export class Container {
  /** The text of it all, or null: it must be asked of Python. */
  text: string | null = null;
  private size = -1;
  private readonly items: Pointer[] = [];
  private readonly texts: string[] = [];
  private readonly inner: (Container | null)[] = [];
  private hasInner = false;
  private hasLongKey = false;
  /** Whether the text has those of all items. */
  private isWhole = false;

  private constructor(
    private readonly sight: Sight,
    private readonly type: Pointer,
    private readonly depth: number,
    /** The name of an object's class. */
    private readonly name: string | null,
  ) {}

  /** For values of a type; null where only Python can show them. */
  static of(type: Pointer, sight: Sight, depth = 0): Container | null {
    const { list, tuple, dict } = sight.python.api;
    const isBuiltIn = type === list || type === tuple || type === dict;
    const name = isBuiltIn ? null : sight.classes.nameOf(type);
    return isBuiltIn || name !== null ? new Container(sight, type, depth, name) : null;
  }

  /** Look at a value of this type: whether it changed; null where only Python can show it. */
  look(value: Pointer): boolean | null {
    const { api } = this.sight.python;
    if (this.name !== null) return this.lookAtObject(value);
    return this.type === api.dict ? this.lookAtDict(value) : this.lookAtSequence(value);
  }

  /** Whether this can look at values of the type. */
  isFor(type: Pointer): boolean {
    if (type !== this.type) return false;
    return this.name === null || this.sight.classes.nameOf(type) === this.name;
  }

  /** Give the items up. */
  drop(): void {
    this.cut(0);
  }

  private lookAtSequence(value: Pointer): boolean | null {
    const { python } = this.sight;
    const { layout, api } = python;
    const isList = this.type === api.list;
    const size = python.word(value + (isList ? layout.listSize : layout.tupleSize));
    const first =
      (isList ? python.word(value + layout.listItems) : value + layout.tupleItems) >>> 2;
    const shown = Math.min(size, mostItems + lastItems);
    let isSame = this.text !== null && size === this.size;
    const patch = isSame && this.isWhole ? new Patch(this.text ?? "") : null;
    for (
      let at = this.sameFrom(0, first, shown);
      at < shown;
      at = this.sameFrom(at + 1, first, shown)
    ) {
      const item = python.u32[first + (at < mostItems ? at : at + size - shown)] ?? 0;
      if (item === this.items[at] && this.inner[at] === null) continue;
      const before = this.texts[at] ?? "";
      const isItemSame = this.put(at, item);
      if (isItemSame === null) return null;
      if (isItemSame) continue;
      isSame = false;
      patch?.replace(this.texts, at, before);
    }
    this.cut(shown);
    this.size = size;
    if (isSame) return false;
    if (patch !== null && patch.text.length <= plainLength) return this.write(patch.text);
    const brackets = isList ? "[]" : size === 1 ? ["(", ",)"] : "()";
    const text = joinTexts(this.texts, size, brackets, !this.hasInner);
    this.isWhole = text !== null && text.length === wholeLength(this.texts, brackets);
    return this.write(text);
  }

  /** From `at` on, the first place whose item may have changed: most looks at a list find nothing. */
  private sameFrom(at: number, first: number, shown: number): number {
    if (this.hasInner || at >= mostItems) return at;
    const { items } = this;
    const { u32 } = this.sight.python;
    const end = Math.min(shown, mostItems, items.length);
    let same = at;
    while (same < end && u32[first + same] === items[same]) same += 1;
    return same;
  }

  private lookAtObject(value: Pointer): boolean | null {
    const { python } = this.sight;
    const dict = python.api.attributes(value, 0);
    python.look();
    if (dict === 0) return null;
    const isChanged = this.lookAtDict(dict);
    this.sight.values.release(dict);
    return isChanged;
  }

  private lookAtDict(dict: Pointer): boolean | null {
    const { python, room } = this.sight;
    const size = python.api.size(dict);
    let at = 0;
    let isSame = this.text !== null && size === this.size;
    let position = 0;
    for (;;) {
      // The last two of the entries are not before this place among them all.
      if (at === 2 * mostItems && size > mostItems + lastItems) position = size - lastItems;
      python.u32[room >>> 2] = position;
      if (python.api.next(dict, room, room + 4, room + 8) === 0) break;
      if (at >= 2 * (mostItems + lastItems)) return null;
      // What is inside is looked at in the same room.
      position = python.word(room);
      const value = python.word(room + 8);
      for (const item of [python.word(room + 4), value]) {
        if (item !== this.items[at] || this.inner[at] !== null) {
          const isItemSame = this.put(at, item);
          if (isItemSame === null) return null;
          isSame &&= isItemSame;
        }
        at += 1;
      }
    }
    this.cut(at);
    this.size = size;
    if (isSame) return false;
    return this.write(this.name === null ? this.dictText() : this.objectText(this.name));
  }

  private dictText(): string | null {
    const { texts } = this;
    const found: string[] = [];
    for (let at = 0; at < texts.length; at += 2) {
      this.hasLongKey ||= (texts[at]?.length ?? 0) > shortKey;
      found.push(`${texts[at]}: ${texts[at + 1]}`);
    }
    return joinTexts(found, this.size, "{}", !this.hasInner);
  }

  private objectText(name: string): string | null {
    const { texts } = this;
    const found: string[] = [];
    for (let at = 0; at < texts.length; at += 2) {
      const attribute = texts[at]?.slice(1, -1) ?? "";
      const isHidden = attribute.startsWith("__") && attribute.endsWith("__");
      if (!isHidden) found.push(`${attribute}=${texts[at + 1]}`);
    }
    return joinTexts(found, found.length, [`${name}(`, ")"], false);
  }

  /** Take the text; inside of others there is no other way to it. */
  private write(text: string | null): true | null {
    const isSure = text !== null && !(this.hasLongKey && text.length > ample);
    this.text = isSure ? text : null;
    return isSure || !(this.depth > 0 || this.hasInner || this.name !== null) ? true : null;
  }

  /** Take an item: whether it has the text of the one before; null where only Python can show it. */
  private put(at: number, item: Pointer): boolean | null {
    const { python, values } = this.sight;
    const inner = this.innerOf(at, python.typeOf(item));
    if (inner !== null) {
      const isChanged = inner.look(item);
      if (isChanged === null) {
        if (inner !== this.inner[at]) inner.drop();
        return null;
      }
      const text = inner.text ?? "";
      const isSame = this.texts[at] === text;
      this.set(at, item, text, inner);
      return isSame;
    }
    const isText = python.typeOf(item) === python.api.text;
    if (isText && values.lengthOf(item) > longestItem) return null;
    const scalar = values.scalar(item);
    if (scalar === null) return null;
    const text = String(scalar);
    python.api.take(item);
    const isSame = this.texts[at] === text;
    this.set(at, item, text, null);
    return isSame;
  }

  private innerOf(at: number, type: Pointer): Container | null {
    const known = this.inner[at];
    if (known?.isFor(type)) return known;
    return this.depth < deepest ? Container.of(type, this.sight, this.depth + 1) : null;
  }

  private set(at: number, item: Pointer, text: string, inner: Container | null): void {
    if (at < this.items.length) this.giveUp(at, inner);
    this.items[at] = item;
    this.texts[at] = text;
    this.inner[at] = inner;
    if (inner === null) return;
    this.hasInner = true;
    this.hasLongKey ||= inner.hasLongKey;
  }

  private giveUp(at: number, kept: Container | null): void {
    const inner = this.inner[at] ?? null;
    if (inner === null) this.sight.values.release(this.items[at] ?? 0);
    else if (inner !== kept) inner.drop();
  }

  private cut(size: number): void {
    for (let at = size; at < this.items.length; at += 1) this.giveUp(at, null);
    if (this.items.length > size) {
      this.items.length = this.texts.length = this.inner.length = size;
      if (size === 0) this.hasInner = this.hasLongKey = false;
    }
  }
}
