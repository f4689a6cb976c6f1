import type { Pointer } from "./api";
import { Container, type Sight } from "./container";
import type { Text, Values } from "./values";

/**
 * What was seen of a variable: the text of a value that cannot change; else a `Mark`; undefined where
 * it had no value. No value that can change is kept alive.
 */
export type Seen = Text | Mark | undefined;

/** The text of a value that can change, and what tells cheaply whether it did. */
export class Mark {
  constructor(
    readonly text: string,
    /** A container of plain scalars; a later mark of it may have taken it over. */
    readonly container: Container | null,
    readonly type: Pointer,
    /** Else what `look` of `variables.py` gave: a reference of ours. */
    readonly record: Pointer,
  ) {}
}

export const textOf = (seen: Text | Mark): Text => (seen instanceof Mark ? seen.text : seen);

/** Whether two things seen have one text: what counts as different is the text. */
export function isSame(before: Seen, now: Text | Mark): boolean {
  if (before === undefined) return false;
  const one = textOf(before);
  const other = textOf(now);
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
  readonly values: Values;

  constructor(
    private readonly sight: Sight,
    /** `look` of `variables.py`. */
    private readonly askLook: Pointer,
  ) {
    this.values = sight.values;
  }

  /**
   * What is seen of a value now, under a name, and what was before: the same object where nothing
   * changed. Whoever takes it gives what was before to `drop`.
   * @throws `raised` when the program's time is over.
   */
  look(value: Pointer, name: Pointer, before: Seen, watch: Watch): Text | Mark {
    const scalar = this.values.scalar(value);
    if (scalar !== null) return scalar;
    watch.isWatched = true;
    const mark = before instanceof Mark ? before : null;
    const type = this.sight.python.typeOf(value);
    return this.contain(value, type, mark) ?? this.ask(value, type, name, mark, watch);
  }

  /** Give up what was kept of a value, as far as it is not kept now. */
  drop(before: Seen, now?: Seen): void {
    if (!(before instanceof Mark) || before === now) return;
    if (before.record !== 0) this.values.release(before.record);
    if (before.container !== null && !(now instanceof Mark && now.container === before.container)) {
      before.container.drop();
    }
  }

  /** The mark of a container; null where only Python can show it. */
  private contain(value: Pointer, type: Pointer, mark: Mark | null): Mark | null {
    // What had to be asked of Python once is mostly so again.
    if (mark !== null && mark.record !== 0 && mark.type === type) return null;
    const known = mark?.container?.isFor(type) ? mark.container : null;
    const container = known ?? Container.of(type, this.sight);
    if (container === null) return null;
    const isChanged = container.look(value);
    if (isChanged === null) {
      if (known === null) container.drop();
      return null;
    }
    if (!isChanged && mark !== null) return mark;
    const text = container.text ?? (container.text = this.values.shown(value));
    return new Mark(text, container, type, 0);
  }

  private ask(value: Pointer, type: Pointer, name: Pointer, mark: Mark | null, watch: Watch): Mark {
    const { values, sight } = this;
    const { python } = sight;
    const before = mark?.record ?? 0;
    const record = python.call(this.askLook, 3, value, name, before === 0 ? python.none : before);
    if (mark !== null && record === before) {
      values.release(record);
      return mark;
    }
    // No answer: the tracer is at its limits.
    if (record === python.none) return mark ?? new Mark("…", null, 0, 0);
    const items = record + python.layout.tupleItems;
    if (python.word(items + 8) === python.api.true) watch.isStrange = true;
    return new Mark(values.letters(python.word(items)), null, type, record);
  }
}
