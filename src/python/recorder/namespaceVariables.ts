import type { Pointer } from "./api";
import type { Cpython } from "./cpython";
import { isOwnName, type Code, type Line } from "./facts";
import { isSame, textOf, type Eye, type Seen } from "./seen";
import type { Text } from "./values";
import type { Changes, Variables } from "./variables";

type Entry = readonly [name: string, at: Pointer, value: Pointer];

/** The variables of a module or of a class's body, which are in a dict. */
export class NamespaceVariables implements Variables {
  readonly isWatched = true;
  isStrange = false;
  private seen = new Map<string, Seen>();
  /** 0 for a mapping of the program's own making, which is not looked at. */
  private readonly dict: Pointer;
  private readonly isPlain: boolean;

  constructor(
    private readonly python: Cpython,
    private readonly eye: Eye,
    private readonly code: Code,
    private readonly frame: Pointer,
    /** Texts of names by where they are, of names that stay. */
    private readonly known: ReadonlyMap<Pointer, string>,
    private readonly iterating: Pointer,
  ) {
    const locals = python.api.locals();
    python.look();
    // The frame keeps it alive.
    eye.values.release(locals);
    this.dict = python.isDict(locals) ? locals : 0;
    this.isPlain = python.typeOf(locals) === python.api.dict;
  }

  stored({ stores, isSilent, isUpdated }: Line, changes: Changes): boolean {
    // A module's comprehension stores to variables of its own; and the order of a dict is its own.
    const [name, at] = this.code.facts.names[stores[0] ?? -1] ?? [];
    if (stores.length !== 1 || name === undefined || at === undefined || !this.isPlain)
      return false;
    const value = this.python.api.item(this.dict, at);
    if (value === 0) {
      this.forget(name);
      return true;
    }
    if (isUpdated[0] && this.eye.values.scalar(value) === null) return false;
    this.python.api.take(value);
    const text = this.note(name, at, value);
    this.eye.values.release(value);
    if (text !== null && !isSilent[0]) changes.add(name, text);
    return true;
  }

  all(line: Line, changes: Changes): void {
    const before = this.seen;
    const own = this.ownVariables();
    const hidesDict = own.length > 0 && !this.code.facts.isModule;
    const entries = hidesDict ? own : this.entries(own);
    this.seen = hidesDict || !this.isPlain ? new Map(before) : new Map<string, Seen>();
    for (const [name, at, value] of entries) {
      if (!isOwnName(name)) {
        this.seen.set(name, before.get(name));
        const text = this.note(name, at, value);
        if (text !== null && !line.defines(name)) changes.add(name, text);
      }
      this.eye.values.release(value);
    }
    for (const [name, seen] of before) if (!this.seen.has(name)) this.eye.drop(seen);
  }

  close(): void {
    for (const seen of this.seen.values()) this.eye.drop(seen);
  }

  /** The frame's own variables while a comprehension is at work, with references to the values. */
  private ownVariables(): Entry[] {
    const { python, code } = this;
    const found: Entry[] = [];
    if (!code.facts.hidden.some((at) => python.local(this.frame, at) !== 0)) return found;
    for (const [at, [name, nameAt]] of code.facts.slots.entries()) {
      const value = python.cellContent(python.local(this.frame, at));
      if (value === 0 || isOwnName(name)) continue;
      python.api.take(value);
      found.push([name, nameAt, value]);
    }
    return found;
  }

  /** All variables in the dict's order, those of comprehensions instead of others of their names. */
  private entries(own: readonly Entry[]): Entry[] {
    const { python } = this;
    const { api } = python;
    const found = new Map<string, Entry>();
    const at = this.iterating;
    python.u32[at >>> 2] = 0;
    while (this.dict !== 0 && api.next(this.dict, at, at + 4, at + 8) !== 0) {
      const key = python.word(at + 4);
      const name = this.nameOf(key);
      const value = python.word(at + 8);
      if (name === null) continue;
      api.take(value);
      found.set(name, [name, key, value]);
    }
    for (const entry of own) {
      const hidden = found.get(entry[0]);
      if (hidden) this.eye.values.release(hidden[2]);
      found.set(entry[0], entry);
    }
    return [...found.values()];
  }

  private nameOf(key: Pointer): string | null {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const isText = this.python.typeOf(key) === this.python.api.text;
    return isText ? this.eye.values.letters(key) : null;
  }

  private forget(name: string): void {
    this.eye.drop(this.seen.get(name));
    this.seen.delete(name);
  }

  private note(name: string, at: Pointer, value: Pointer): Text | null {
    const before = this.seen.get(name);
    const now = this.eye.look(value, at, before, this);
    if (now === before) return null;
    this.seen.set(name, now);
    const text = isSame(before, now) ? null : textOf(now);
    this.eye.drop(before, now);
    return text;
  }
}
