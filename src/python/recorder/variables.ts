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
