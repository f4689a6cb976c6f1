import { markNames } from "../renderers/tracedStates";
import type { Step } from "../trace";
import { mapLines, type LineMap } from "./lineMap";
import type { Comparison, Divergence, Reason, Row, TracedRun } from "./comparison";
import { isLeaving, RunCursor, sameFrame, type Touched } from "./runCursor";
import { compareEnds } from "./runEnds";
import { firstDifference } from "./values";

/** How many rows are told before and after a difference. */
const context = 4;
/** So many steps of changed lines are passed before others may have their turn. */
const portion = 5_000;
/** The rows before are thinned out to those now and then, not at each step. */
const longestLead = 100;

/**
 * Aligns two runs of the same test, before and after a change of the program, and finds the first
 * step at which they differ.
 *
 * Lines that the change left alone must make the same steps with the same values. The steps of
 * changed lines are compared by what they leave behind: once both runs are back on common lines, the
 * variables that changed lines have set must hold the same; one that only one run knows is a helper
 * and no difference. Time is linear in the number of steps.
 */
export function compareTraces(before: TracedRun, after: TracedRun): Comparison {
  const comparing = startComparing(before, after);
  for (;;) {
    const found = comparing.goOn(Infinity);
    if (found !== null) return found;
  }
}

/** A comparison under way. `goOn` compares about so many more steps; null while there are others. */
export type Comparing = { goOn(steps: number): Comparison | null };

/** The same as `compareTraces`, in portions. */
export function startComparing(before: TracedRun, after: TracedRun): Comparing {
  return new Alignment(before, after);
}

type Side = keyof Row;
type VariableDifference = Row & { reason: Extract<Reason, { kind: "value" }> };

class Alignment implements Comparing {
  private readonly before: RunCursor;
  private readonly after: RunCursor;
  private readonly lines: Record<Step["place"], LineMap>;
  /** The calls of the run after that belong to those of the run before, and the other way round. */
  private readonly callAfter = new Map<number, number>();
  private readonly callBefore = new Map<number, number>();
  private shared = 0;
  private readonly lead: Row[] = [];

  constructor(before: TracedRun, after: TracedRun) {
    this.lines = {
      program: mapLines(before.source.program, after.source.program),
      tests: mapLines(before.source.tests, after.source.tests),
    };
    const { lines } = this;
    this.before = new RunCursor(before.trace, (s) => lines[s.place].inAfter(s.line) !== null);
    this.after = new RunCursor(after.trace, (s) => lines[s.place].inBefore(s.line) !== null);
  }

  goOn(steps: number): Comparison | null {
    const end = this.position + steps;
    while (this.position < end) {
      const found = this.compareNext();
      if (found !== null) return found;
    }
    return null;
  }

  /** How far both runs together have been followed, in steps. */
  private get position(): number {
    return this.before.position + this.after.position;
  }

  /** Looks at the next common steps, or passes others; null when the runs may go on alike. */
  private compareNext(): Comparison | null {
    if (!this.before.passChangedLines(portion)) return null;
    if (!this.after.passChangedLines(portion)) return null;
    const { step: old } = this.before;
    const { step: fresh } = this.after;
    if (old === undefined || fresh === undefined) return this.compareEnds();
    const paired = this.correspond(old, fresh);
    if (!paired && this.passInnerCall(old, fresh)) return null;
    const divergence = paired ? this.differingPair(old, fresh) : this.parting(old, fresh);
    if (divergence !== null) return this.diverges(divergence);
    this.agree(old, fresh);
    return null;
  }

  private compareEnds(): Comparison {
    const divergence = this.differentVariable() ?? compareEnds(this.before, this.after);
    if ("reason" in divergence) return this.diverges(divergence);
    return { ...divergence, shared: this.shared + pairsIn(this.passedBefore()) };
  }

  /** Whether two steps are of the same line, or both leave the same call from a changed one. */
  private correspond(old: Step, fresh: Step): boolean {
    if (!sameFrame(old.frame, fresh.frame)) return false;
    if (this.before.isKept(old) && this.after.isKept(fresh)) {
      return old.place === fresh.place && this.lines[old.place].inAfter(old.line) === fresh.line;
    }
    return isLeaving(old) && isLeaving(fresh);
  }

  /**
   * A changed line may call what it did not before: then the call's steps have no counterpart, and
   * the step after them belongs to the changed line, or the other run has just passed one.
   */
  private passInnerCall(old: Step, fresh: Step): boolean {
    const inner = old.frame.depth > fresh.frame.depth ? this.before : this.after;
    const outer = inner === this.before ? this.after : this.before;
    const depth = Math.min(old.frame.depth, fresh.frame.depth);
    if (old.frame.depth === fresh.frame.depth) return false;
    let end = inner.position;
    const { steps } = inner.trace;
    while (end < inner.known && (steps[end]?.frame.depth ?? 0) > depth) end += 1;
    const next = end < inner.known ? steps[end] : undefined;
    const causedHere = next !== undefined && next.frame.depth === depth && !inner.isKept(next);
    const passedThere = () =>
      [...outer.touched.values()].some(({ frame }) => frame.depth === depth);
    if (!causedHere && !passedThere()) return false;
    for (let step = inner.step; step !== undefined && inner.position < end; step = inner.step) {
      inner.pass(step);
    }
    return true;
  }

  private differingPair(old: Step, fresh: Step): Divergence | null {
    const isCommon = this.before.isKept(old) && this.after.isKept(fresh);
    const difference = isCommon
      ? firstDifference(old.changes, fresh.changes)
      : firstDifference(marksOf(old), marksOf(fresh));
    const earlier = this.differentVariable();
    if (earlier !== null || difference === null) return earlier;
    return { ...this.here(), reason: { kind: "value", ...difference } };
  }

  /** Why control goes elsewhere: one run raised, or left from a changed line, or just went on. */
  private parting(old: Step, fresh: Step): Divergence {
    const earlier = this.differentVariable();
    if (earlier !== null) return earlier;
    const tellingMarks = ({ changes }: Step, isKept: boolean) =>
      changes
        .map(({ name }) => name)
        .filter((name) => name === "__exception__" || (markNames.has(name) && !isKept));
    // By name: an exception before a return, and the same one whichever run comes first.
    const [name] = [
      ...tellingMarks(old, this.before.isKept(old)),
      ...tellingMarks(fresh, this.after.isKept(fresh)),
    ].sort();
    if (name === undefined) {
      const reason = { kind: "path", beforeLine: old.line, afterLine: fresh.line } as const;
      return { ...this.here(), reason };
    }
    const of = (step: Step) => step.changes.find((change) => change.name === name)?.value ?? null;
    return { ...this.here(), reason: { kind: "value", name, before: of(old), after: of(fresh) } };
  }

  private here(): Row {
    return { before: this.before.position, after: this.after.position };
  }

  /** The first variable set by changed lines that both runs know and that holds something else. */
  private differentVariable(): Divergence | null {
    if (this.before.touched.size + this.after.touched.size === 0) return null;
    const found = [
      ...[...this.before.touched.values()].map((t) => this.differenceIn(t, "before")),
      ...[...this.after.touched.values()].map((t) => this.differenceIn(t, "after")),
    ].filter((difference) => difference !== null);
    const order = ({ before, after }: VariableDifference) =>
      Math.min(this.before.sinceAgreed(before), this.after.sinceAgreed(after));
    found.sort(
      (one, other) => order(one) - order(other) || (one.reason.name < other.reason.name ? -1 : 1),
    );
    return found[0] ?? null;
  }

  private differenceIn({ frame, name }: Touched, side: Side): VariableDifference | null {
    const partner = this.partnerCall(frame, side);
    if (partner === undefined) return null;
    const [oldCall, freshCall] = side === "before" ? [frame.call, partner] : [partner, frame.call];
    const old = this.before.read(oldCall, name);
    const fresh = this.after.read(freshCall, name);
    if (old === undefined || fresh === undefined || old.value === fresh.value) return null;
    return {
      // A run that did not touch the variable here has no step to show for it.
      before: this.before.sinceAgreed(old.position) < Infinity ? old.position : null,
      after: this.after.sinceAgreed(fresh.position) < Infinity ? fresh.position : null,
      reason: { kind: "value", name, before: old.value, after: fresh.value },
    };
  }

  /** The other run's call that belongs to `frame`: the paired one, or the latest that has no pair. */
  private partnerCall(frame: Touched["frame"], side: Side): number | undefined {
    const [own, others, cursor] =
      side === "before"
        ? [this.callAfter, this.callBefore, this.after]
        : [this.callBefore, this.callAfter, this.before];
    const paired = own.get(frame.call);
    if (paired !== undefined) return paired;
    const latest = cursor.latestCall(frame);
    return latest === undefined || others.has(latest) ? undefined : latest;
  }

  private agree(old: Step, fresh: Step): void {
    if (!this.callAfter.has(old.frame.call) && !this.callBefore.has(fresh.frame.call)) {
      this.callAfter.set(old.frame.call, fresh.frame.call);
      this.callBefore.set(fresh.frame.call, old.frame.call);
    }
    const { before, after, lead } = this;
    if (before.passed.length + after.passed.length > 0) {
      const rows = this.passedBefore();
      lead.push(...rows.slice(-context));
      this.shared += pairsIn(rows);
    }
    lead.push(this.here());
    if (lead.length > longestLead) lead.splice(0, lead.length - context);
    before.pass(old);
    after.pass(fresh);
    before.settle();
    after.settle();
    this.shared += 1;
  }

  private diverges(divergence: Divergence): Comparison {
    const { before, after, reason } = divergence;
    const next = (position: number | null, cursor: RunCursor) =>
      positions(position === null ? cursor.position : position + 1, context, cursor.known);
    return {
      kind: "diverges",
      ...divergence,
      shared: this.shared + pairsIn(this.passedBefore(divergence)),
      lead: reason.kind === "output" ? this.leadTo(divergence) : this.leadHere(divergence),
      following: zip(next(before, this.before), next(after, this.after)),
    };
  }

  /** The rows before a difference that was found where the cursors stand. */
  private leadHere(divergence: Row): Row[] {
    return [...this.lead, ...this.passedBefore(divergence)].slice(-context);
  }

  /** The steps of changed lines since the runs last agreed, up to a difference. */
  private passedBefore({ before, after }: Row = { before: null, after: null }): Row[] {
    return zip(
      this.before.passed.filter((position) => before === null || position < before),
      this.after.passed.filter((position) => after === null || position < after),
    );
  }

  /** The steps before a difference that lies behind the cursors, among steps that are the same. */
  private leadTo({ before, after }: Row): Row[] {
    const [old, fresh] = [before ?? this.before.known, after ?? this.after.known];
    const count = Math.min(context, old, fresh);
    return zip(positions(old - count, count, old), positions(fresh - count, count, fresh));
  }
}

function marksOf({ changes }: Step): Step["changes"] {
  return changes.filter(({ name }) => markNames.has(name));
}

/** Up to `count` positions from `from` on, below `end`. */
function positions(from: number, count: number, end: number): number[] {
  return Array.from({ length: Math.min(count, end - from) }, (_, index) => from + index);
}

/** How many rows have a step of both runs. */
function pairsIn(rows: readonly Row[]): number {
  return rows.filter(({ before, after }) => before !== null && after !== null).length;
}

function zip(before: readonly number[], after: readonly number[]): Row[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    before: before[index] ?? null,
    after: after[index] ?? null,
  }));
}
