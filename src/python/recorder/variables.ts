import type { Pointer } from "./api";
import type { Cpython } from "./cpython";
import { isOwnName, type Code, type Line } from "./facts";
import { isSame, textOf, type Eye, type Seen, type Watch } from "./seen";
import type { Text } from "./values";

/** Names and texts in turn: taken again for every line. */
export class Changes {
  readonly items: Text[] = [];
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(name: string, text: Text): void {
    this.items[this.count] = name;
    this.items[this.count + 1] = text;
    this.count += 2;
  }

  /** The items alone. To shorten an array takes its time. */
  taken(): readonly Text[] {
    if (this.items.length !== this.count) this.items.length = this.count;
    return this.items;
  }
}

/** The variables of one frame: which changed since they were last looked at. */
export interface Variables extends Watch {
  /** Adds what the stores of a line changed; false: look at all. */
  stored(line: Line, changes: Changes): boolean;
  /** Adds what changed of all variables, but those that the line defines. */
  all(line: Line, changes: Changes): void;
  /** Keep nothing of the frame any more. */
  close(): void;
}

/** The variables of a function's frame: its own, those of outer functions, and globals that it uses. */
export class FunctionVariables implements Variables {
  isWatched: boolean;
  isStrange = false;
  private readonly seen: Seen[];
  private readonly globals: Pointer;

  constructor(
    private readonly python: Cpython,
    private readonly eye: Eye,
    private readonly code: Code,
    private readonly frame: Pointer,
  ) {
    this.isWatched = code.facts.isWatched;
    this.seen = new Array<Seen>(code.names.length).fill(undefined);
    this.globals = code.facts.globals.length > 0 ? python.api.globals() : 0;
  }

  stored({ stores, isSilent, isUpdated }: Line, changes: Changes): boolean {
    for (let index = 0; index < stores.length; index += 1) {
      const at = stores[index] ?? -1;
      const value = this.value(at);
      if (value === 0) {
        this.forget(at);
        continue;
      }
      if (isUpdated[index] && this.eye.values.scalar(value) === null) return false;
      const text = this.note(at, value);
      if (text !== null && !isSilent[index]) changes.add(this.code.names[at] ?? "", text);
    }
    return true;
  }

  all(line: Line, changes: Changes): void {
    const { names, isOwn } = this.code;
    for (let at = 0; at < names.length; at += 1) {
      if (isOwn[at]) continue;
      const value = this.value(at);
      if (value === 0) {
        this.forget(at);
        continue;
      }
      const text = this.note(at, value);
      const name = names[at] ?? "";
      if (text !== null && !line.defines(name)) changes.add(name, text);
    }
  }

  close(): void {
    for (const seen of this.seen) this.eye.drop(seen);
  }

  private value(at: number): Pointer {
    const { python, code } = this;
    if (at < code.slotCount) {
      const value = python.local(this.frame, at);
      return code.isCell[at] ? python.cellContent(value) : value;
    }
    return python.api.item(this.globals, code.namesAt[at] ?? 0);
  }

  private forget(at: number): void {
    this.eye.drop(this.seen[at]);
    this.seen[at] = undefined;
  }

  /** Look at a value; its text if that changed, else null. */
  private note(at: number, value: Pointer): Text | null {
    const before = this.seen[at];
    const now = this.eye.look(value, this.code.namesAt[at] ?? 0, before, this);
    if (now === before) return null;
    this.seen[at] = now;
    const text = isSame(before, now) ? null : textOf(now);
    this.eye.drop(before, now);
    return text;
  }
}

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
    this.seen = hidesDict || !this.isPlain ? new Map(before) : new Map();
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
