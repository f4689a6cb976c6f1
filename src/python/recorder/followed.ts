import type { Pointer } from "./api";
import type { Code, Line } from "./facts";
import type { WireCall } from "./sending";
import type { Variables } from "./variables";

/** No exception was shown before the first line. */
export const notStarted = 0;

/** What the recorder keeps of one frame of the user's, from its call to its end. */
export class Followed {
  isTold = false;
  /** The line that runs. */
  line: Line;
  /** The recorder's count of entries when the variables were last looked at. */
  looked = -1;
  /** The exception that was last shown on this line, or null. */
  marked: Pointer | null = notStarted;
  /** Whether something is to be put back when a line follows. */
  isOdd = true;
  /** The iteration that a tight loop began since the last event; 0 for none. */
  began = 0;
  /** The head of the tight loop whose next iteration may follow, or -1. */
  turning = -1;
  /** Iterations by header line, and by the complement of the offset of a tight loop's head. */
  private iterations: Map<number, number> | null = null;

  constructor(
    readonly code: Code,
    readonly frame: Pointer,
    readonly call: WireCall,
    readonly variables: Variables,
  ) {
    this.line = code.before;
  }

  iteration(key: number): number {
    return this.iterations?.get(key) ?? 0;
  }

  /** Begin an iteration, the first or the next. */
  iterate(key: number, isNext: boolean): number {
    const count = isNext ? this.iteration(key) + 1 : 1;
    this.iterations ??= new Map();
    this.iterations.set(key, count);
    return count;
  }
}
