import type { Cpython, Pointer } from "./cpython";
import { plainLength, type Text, type Values } from "./values";

/** Of longer lists only the first and last items are shown, which Python tells apart. */
const mostInts = 335;

/**
 * What was seen of a variable: the text of a value that cannot change; else a `Mark`; undefined where
 * it had no value. No value that can change is kept alive.
 */
export type Seen = Text | Mark | undefined;

/** The text of a value that can change, and what tells cheaply whether it did. */
export class Mark {
  constructor(
    readonly text: string,
    /** The items of a list of ints. */
    readonly ints: readonly number[] | null,
    /** Else what `look` of `variables.py` gave: a reference of ours. */
    readonly record: Pointer,
  ) {}
}

export const textOf = (seen: Text | Mark): Text => (seen instanceof Mark ? seen.text : seen);

/** Whether two things seen have one text: what counts as different is the text. */
export function isSame(before: Seen, now: Text | Mark): boolean {
  if (before === undefined) return false;
  const [one, other] = [textOf(before), textOf(now)];
  return typeof one === typeof other ? one === other : String(one) === String(other);
}

/** Whether values of a frame can change, as far as looking at them showed. */
export type Watch = {
  /** Some value can change without a store to its variable. */
  isWatched: boolean;
  /** Some value can change even on a line that looks as if it could not. */
  isStrange: boolean;
};

/** Looks at values. */
export class Eye {
  constructor(
    private readonly python: Cpython,
    readonly values: Values,
    /** `look` of `variables.py`. */
    private readonly askLook: Pointer,
  ) {}

  /**
   * What is seen of a value now, under a name, and what was before: the same object where nothing
   * changed.
   * @throws `raised` when the program's time is over.
   */
  look(value: Pointer, name: Pointer, before: Seen, watch: Watch): Text | Mark {
    const scalar = this.values.scalar(value);
    if (scalar !== null) return scalar;
    watch.isWatched = true;
    const isList = this.python.typeOf(value) === this.python.api._PyList_Type;
    const mark = before instanceof Mark ? before : null;
    if (isList) {
      if (mark?.ints && this.values.hasInts(value, mark.ints)) return mark;
      const ints = this.values.ints(value, mostInts);
      if (ints) return new Mark(this.listText(value, ints), ints, 0);
    }
    return this.ask(value, name, mark, watch);
  }

  /** Give up what was kept of a value. */
  drop(seen: Seen): void {
    if (seen instanceof Mark && seen.record !== 0) this.values.release(seen.record);
  }

  private listText(list: Pointer, ints: readonly number[]): string {
    const text = `[${ints.join(", ")}]`;
    return text.length <= plainLength ? text : this.values.shown(list);
  }

  private ask(value: Pointer, name: Pointer, mark: Mark | null, watch: Watch): Mark {
    const { python, values } = this;
    const before = mark?.record ?? 0;
    const record = python.call(this.askLook, 3, value, name, before === 0 ? python.none : before);
    if (mark && record === before) {
      values.release(record);
      return mark;
    }
    const items = record + python.layout.tupleItems;
    if (python.word(items + 8) === python.api.__Py_TrueStruct) watch.isStrange = true;
    return new Mark(values.letters(python.word(items)), null, record);
  }
}
