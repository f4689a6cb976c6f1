import type { PyodideAPI } from "pyodide";
import { realNow } from "./realTime";

/** Milliseconds that a stopped clock's counters go on at each look, so that a waiting loop ends. */
const tick = 0.001;

/** Something that a run is shown in place of the real one: a property of some object. */
class Prop {
  private readonly real: unknown;
  private stand: unknown = null;

  constructor(
    private readonly owner: object,
    private readonly name: string,
  ) {
    this.real = Reflect.get(owner, name);
  }

  /** What `show` puts in place; null for the real one. */
  set(stand: unknown): void {
    this.stand = stand;
  }

  show(): void {
    if (this.stand !== null) Reflect.set(this.owner, this.name, this.stand);
  }

  hide(): void {
    if (this.stand !== null) Reflect.set(this.owner, this.name, this.real);
  }
}

/** Where Pyodide gets its random bytes: the name of a function that fills a view, and whose it is. */
export type Entropy = { owner: object; name: string };

/** The clocks that a run sees: the time of day stands still but for sleeping, counters tick. */
class StoppedClock {
  private passed = 0;
  private counted = 0;

  constructor(private readonly start: number) {}

  readonly timeOfDay = (): number => this.start + this.passed;

  readonly counter = (): number => {
    this.counted += tick;
    return this.passed + this.counted;
  };

  sleep(milliseconds: number): void {
    this.passed += milliseconds;
  }
}

/** `Date` as on a machine in UTC where it is `now`: what Python's time functions are made of. */
function dateAt(now: () => number): object {
  return class extends Date {
    static override now = now;
    constructor(...given: number[]) {
      const [first] = given;
      if (first === undefined) super(now());
      else if (given.length === 1) super(first);
      else super(Date.UTC(first, ...given.slice(1)));
    }
    override getTimezoneOffset = () => 0;
    override getFullYear = () => this.getUTCFullYear();
    override getMonth = () => this.getUTCMonth();
    override getDate = () => this.getUTCDate();
    override getDay = () => this.getUTCDay();
    override getHours = () => this.getUTCHours();
    override getMinutes = () => this.getUTCMinutes();
    override getSeconds = () => this.getUTCSeconds();
  };
}

/** Fills views with the same bytes for the same seed; Tommy Ettinger's Mulberry32. */
function bytesFrom(seed: number): (view: ArrayBufferView) => ArrayBufferView {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return (view) => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = next();
    return view;
  };
}

/**
 * What of the machine a run is shown: its own clock and random bytes, where it asks for such, in place
 * of the real ones. Python calls it (`surroundings/staging.py`); `hide` must follow every `show` before
 * anything else of this thread runs.
 */
export class Stage {
  private clock: StoppedClock | null = null;
  private readonly date = new Prop(globalThis, "Date");
  private readonly counter = new Prop(performance, "now");
  private readonly random: Prop;
  private readonly props: readonly Prop[];

  constructor(
    private readonly fs: PyodideAPI["FS"],
    { owner, name }: Entropy,
  ) {
    this.random = new Prop(owner, name);
    this.props = [this.date, this.counter, this.random];
  }

  /** Whether the run would find itself in `folder`, and nothing in there. */
  isTidy(folder: string): boolean {
    if (this.fs.cwd() !== folder) return false;
    // "." and ".." are always there.
    return this.fs.readdir(folder).length === 2;
  }

  /** Of the real clock, for our own bounds. */
  seconds(): number {
    return realNow() / 1000;
  }

  /** What the next run is shown: milliseconds since 1970 or null, and a seed or null. */
  set(clock: number | null | undefined, seed: number | null | undefined): void {
    this.hide();
    this.clock = typeof clock === "number" ? new StoppedClock(clock) : null;
    this.date.set(this.clock && dateAt(this.clock.timeOfDay));
    this.counter.set(this.clock && this.clock.counter);
    this.random.set(typeof seed === "number" ? bytesFrom(seed) : null);
  }

  show(): void {
    for (const prop of this.props) prop.show();
  }

  hide(): void {
    for (const prop of this.props) prop.hide();
  }

  /** Lets time pass without waiting. */
  sleep(seconds: number): void {
    this.clock?.sleep(seconds * 1000);
  }
}
