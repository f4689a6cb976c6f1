/** A step on the wire: `value` as a number stands for its digits. `iteration` 0 is none. */
export type WireStep = {
  /** 0 for the program, 1 for the tests. */
  place: number;
  line: number;
  call: number;
  iteration: number;
  /** Code points that were printed before. */
  printed: number;
  /** Names and values in turn. */
  changes: readonly (number | string)[];
};

/**
 * Steps in a row, several times smaller and faster to write and read than objects. Of each step: its
 * head, then its call, output, iteration and count of changes as far as the head says so, then names
 * and values. The head is `line * 32 + place * 16 + flags`. A name stands there when it comes first,
 * later its place among the names.
 */
export type PackedSteps = readonly (number | string)[];

const flagBase = 16;
const flags = {
  /** The call is another one than that of the step before; without a step before it is 0. */
  call: 1,
  /** The same of `printed`. */
  printed: 2,
  iteration: 4,
  /** There is not exactly one change. */
  count: 8,
};

/** Packs steps one after the other. */
export class StepPacker {
  count = 0;
  private parts: (number | string)[] = [];
  private names = new Map<string, number>();
  private call = 0;
  private printed = 0;

  add({ place, line, call, iteration, printed, changes }: WireStep): void {
    const { parts } = this;
    const hasCall = call !== this.call;
    const hasPrinted = printed !== this.printed;
    const hasCount = changes.length !== 2;
    let head = line * 2 * flagBase + place * flagBase;
    if (hasCall) head += flags.call;
    if (hasPrinted) head += flags.printed;
    if (iteration > 0) head += flags.iteration;
    if (hasCount) head += flags.count;
    parts.push(head);
    if (hasCall) parts.push((this.call = call));
    if (hasPrinted) parts.push((this.printed = printed));
    if (iteration > 0) parts.push(iteration);
    if (hasCount) parts.push(changes.length / 2);
    for (let at = 0; at < changes.length; at += 2) {
      parts.push(this.nameOf(String(changes[at])), changes[at + 1] ?? "");
    }
    this.count += 1;
  }

  /** The steps since this was last called. */
  take(): PackedSteps {
    const { parts } = this;
    this.parts = [];
    this.names = new Map();
    this.call = this.printed = this.count = 0;
    return parts;
  }

  private nameOf(name: string): number | string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    this.names.set(name, this.names.size);
    return name;
  }
}

/**
 * Gives each of the steps to `take`.
 * @throws Error when they are out of form: they come from an untrusted interpreter.
 */
export function unpackSteps(packed: PackedSteps, take: (step: WireStep) => void): void {
  const names: string[] = [];
  let at = 0;
  let call = 0;
  let printed = 0;
  const next = () => packed[at++];
  const natural = (): number => {
    const part = next();
    if (typeof part === "number" && Number.isSafeInteger(part) && part >= 0) return part;
    throw new Error(`a trace out of form: ${JSON.stringify(part)} where a number should be`);
  };
  const name = (): string => {
    const part = next();
    if (typeof part === "string") names.push(part);
    const found = typeof part === "string" ? part : names[part ?? -1];
    if (found === undefined) throw new Error("a trace out of form: a change has no name");
    return found;
  };
  while (at < packed.length) {
    const head = natural();
    const line = Math.floor(head / (2 * flagBase));
    const place = Math.floor(head / flagBase) % 2;
    if (head & flags.call) call = natural();
    if (head & flags.printed) printed = natural();
    const iteration = head & flags.iteration ? natural() : 0;
    const count = head & flags.count ? natural() : 1;
    const changes: (number | string)[] = [];
    for (let index = 0; index < count; index += 1) {
      const changed = name();
      const value = next();
      const isValue = typeof value === "string" || Number.isSafeInteger(value);
      if (value === undefined || !isValue) {
        throw new Error("a trace out of form: a change has no value");
      }
      changes.push(changed, value);
    }
    take({ place, line, call, iteration, printed, changes });
  }
}
