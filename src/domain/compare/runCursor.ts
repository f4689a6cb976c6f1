import { leavesOutSteps, wholeSteps } from "../condense";
import { markNames } from "../renderers/tracedStates";
import type { Frame, Step, Trace } from "../trace";

/** A value that a variable got, and the position of the step that set it. */
export type Written = { value: string; position: number };

/** A variable that changed lines have set since the runs last agreed. */
export type Touched = { frame: Frame; name: string };

/** Whether control leaves the step's call, or is thrown, at its end. */
export const isLeaving = (step: Step): boolean =>
  step.changes.some(({ name }) => markNames.has(name));

/** Whether two steps are in the same function, as deep. Call numbers may differ. */
export const sameFrame = (one: Frame, other: Frame): boolean =>
  one.depth === other.depth && one.function === other.function;

/** Walks through one run, and knows the variables of its calls. */
export class RunCursor {
  position = 0;
  /** Steps that were passed since the runs last agreed. */
  readonly passed: number[] = [];
  /** What changed lines have set since the runs last agreed. */
  readonly touched = new Map<string, Touched>();
  /** Past this position steps are missing: the trace kept only some of each line's. */
  readonly known: number;
  /** For each open call, the position at which each of its variables was last set. */
  private readonly variables = new Map<number, Map<string, number>>();
  private readonly latest = new Map<string, number>();
  private readonly over: number[] = [];
  private current: number | null = null;

  constructor(
    readonly trace: Trace,
    /** Whether the change left the step's line as it was. */
    readonly isKept: (step: Step) => boolean,
  ) {
    this.known = wholeSteps(trace);
  }

  /** The step to look at next; undefined where the known ones are over. */
  get step(): Step | undefined {
    return this.position < this.known ? this.trace.steps[this.position] : undefined;
  }

  /** Whether steps are missing behind the known ones. */
  get isPartial(): boolean {
    return leavesOutSteps(this.trace);
  }

  /** Passes the steps of changed lines, up to one that leaves its call; false when `most` were not all. */
  passChangedLines(most: number): boolean {
    for (let count = 0; count < most; count += 1) {
      const { step } = this;
      if (step === undefined || this.isKept(step) || isLeaving(step)) return true;
      this.touch(step);
      this.pass(step);
    }
    return false;
  }

  /** Notes what a changed line's step sets; marks are not variables. */
  private touch({ frame, changes }: Step): void {
    for (const { name } of changes) {
      if (!markNames.has(name)) this.touched.set(`${frame.call} ${name}`, { frame, name });
    }
  }

  /** Goes on to the next step. */
  pass({ frame, changes }: Step): void {
    const { call } = frame;
    if (call !== this.current) this.latest.set(`${frame.depth} ${frame.function}`, call);
    this.current = call;
    let known = this.variables.get(call);
    if (known === undefined) this.variables.set(call, (known = new Map<string, number>()));
    for (const { name } of changes) {
      known.set(name, this.position);
      if (name === "__return__") this.over.push(call);
    }
    this.passed.push(this.position);
    this.position += 1;
  }

  /** What a call's variable holds; undefined where it was not set yet. */
  read(call: number, name: string): Written | undefined {
    const position = this.variables.get(call)?.get(name);
    if (position === undefined) return undefined;
    const change = this.trace.steps[position]?.changes.findLast((one) => one.name === name);
    return change && { value: change.value, position };
  }

  /** How many steps after the runs last agreed a position is; infinite where it was before that. */
  sinceAgreed(position: number | null): number {
    const first = this.passed[0];
    const isRecent = position !== null && first !== undefined && position >= first;
    return isRecent ? position - first : Infinity;
  }

  /** The last call of the frame's function at its depth. */
  latestCall(frame: Frame): number | undefined {
    return this.latest.get(`${frame.depth} ${frame.function}`);
  }

  /** The runs agree here: what was passed needs no more looking at. */
  settle(): void {
    this.passed.length = 0;
    if (this.touched.size > 0) this.touched.clear();
    for (const call of this.over) this.variables.delete(call);
    if (this.over.length > 0) this.over.length = 0;
  }
}
