import type { Pointer } from "./api";
import type { Cpython } from "./cpython";
import type { Code, Line } from "./facts";
import { isSame, textOf, type Eye, type Seen } from "./seen";
import type { Text } from "./values";
import type { Changes, Variables } from "./variables";

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
