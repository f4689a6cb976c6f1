import type { Pointer } from "./api";
import type { Cpython } from "./cpython";
import type { Values } from "./values";

/** The classes whose objects are shown by their attributes alone: the program's own, simple ones. */
export class Classes {
  /** Names of classes, or null: others. References are held, so that addresses stay theirs. */
  private readonly names = new Map<Pointer, string | null>();

  constructor(
    private readonly python: Cpython,
    private readonly values: Values,
    /** `plain_name` of `transparency.py`. */
    private readonly askName: Pointer,
  ) {}

  /** The name of such a class; null for others. */
  nameOf(type: Pointer): string | null {
    const known = this.names.get(type);
    return known === undefined ? this.learn(type) : known;
  }

  /** A class has changed: what was known of it may not be true any more. */
  forget(type: Pointer): void {
    if (this.names.delete(type)) this.python.api.drop(type);
  }

  drop(): void {
    for (const type of this.names.keys()) this.values.release(type);
    this.names.clear();
  }

  private learn(type: Pointer): string | null {
    const { python, values } = this;
    python.watch(type);
    const answer = python.call(this.askName, 1, type);
    const isText = python.typeOf(answer) === python.api.text;
    const name = isText ? values.letters(answer) : null;
    values.release(answer);
    python.api.take(type);
    this.names.set(type, name);
    return name;
  }
}
