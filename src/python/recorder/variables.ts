import type { Line } from "./facts";
import type { Watch } from "./seen";
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

  /** Keep those of these names only. */
  keep(names: ReadonlySet<string>): void {
    let kept = 0;
    for (let at = 0; at < this.count; at += 2) {
      const name = this.items[at] ?? "";
      if (!names.has(String(name))) continue;
      this.items[kept] = name;
      this.items[kept + 1] = this.items[at + 1] ?? "";
      kept += 2;
    }
    this.count = kept;
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
