import type { Pointer } from "./api";
import type { Followed } from "./followed";

/** The frames of the user's that run, the innermost last, and those of generators that wait. */
export class Calls {
  /** The innermost frame, and its code object; -1 for none. */
  top: Followed | null = null;
  code: Pointer = -1;
  private readonly stack: Followed[] = [];
  private readonly suspended = new Map<Pointer, Followed>();

  get depth(): number {
    return this.stack.length;
  }

  *all(): Generator<Followed> {
    yield* this.stack;
    yield* this.suspended.values();
  }

  /** A frame begins, where there may have been one of a generator that ended unseen. */
  enter(followed: Followed): void {
    if (this.suspended.size > 0) this.forget(followed.frame);
    this.stack.push(followed);
    this.focus(followed);
  }

  /** The innermost frame waits. */
  suspend(followed: Followed): void {
    this.suspended.set(followed.frame, followed);
    this.leave();
  }

  /** The generator's frame at this place goes on; null where it is not known. */
  resume(frame: Pointer, code: Pointer): Followed | null {
    const followed = this.suspended.get(frame);
    if (followed === undefined || followed.code.facts.code !== code) return null;
    this.suspended.delete(frame);
    this.stack.push(followed);
    this.focus(followed);
    return followed;
  }

  /** The innermost frame ends. */
  end(followed: Followed): void {
    this.leave();
    followed.variables.close();
  }

  /** Keep nothing of them. */
  drop(): void {
    for (const followed of this.all()) followed.variables.close();
    this.top = null;
    this.code = -1;
  }

  private forget(frame: Pointer): void {
    this.suspended.get(frame)?.variables.close();
    this.suspended.delete(frame);
  }

  private leave(): void {
    this.stack.pop();
    this.focus(this.stack.at(-1) ?? null);
  }

  private focus(top: Followed | null): void {
    this.top = top;
    this.code = top === null ? -1 : top.code.facts.code;
    if (top !== null) top.isOdd = true;
  }
}
