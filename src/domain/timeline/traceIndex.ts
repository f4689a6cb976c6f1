import { sourceLines, type TracedSource } from "../renderers/inline";
import type { Frame, Place, Step, Trace } from "../trace";
import { nextAfter, previousBefore, type Positions } from "./positions";

/** A call that made steps: where they are, and the calls that it made. */
export type TracedCall = {
  frame: Frame;
  /** Its own steps; not those of the calls that it made. */
  positions: Positions;
  /** The calls whose caller it is, in the order in which they began. */
  children: readonly number[];
};

/** A variable as the source has it: of every call of a function. */
export type Variable = { function: string; name: string };

type GrowingCall = { frame: Frame; positions: number[]; children: number[] };

const none: Positions = [];

const lineKey = (place: Place, line: number): string => `${place} ${line}`;
const variableKey = (variable: Variable): string => `${variable.function} ${variable.name}`;

function pushTo(lists: Map<string, number[]>, key: string, position: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [position]);
  else list.push(position);
}

/**
 * Where in a trace everything is, so that each question of the timeline takes O(log n). Built once,
 * in time proportional to the trace's changes.
 */
export class TraceIndex {
  /** Calls that no known call made, in the order in which they began. */
  readonly roots: readonly number[];
  private readonly lines: Readonly<Record<Place, readonly string[]>>;
  private readonly byCall = new Map<number, GrowingCall>();
  private readonly byLine = new Map<string, number[]>();
  private readonly byVariable = new Map<string, number[]>();
  private readonly tracks = new Map<number, ReadonlyMap<string, Positions>>();

  constructor(
    readonly trace: Trace,
    source: TracedSource,
  ) {
    this.lines = { program: sourceLines(source.program), tests: sourceLines(source.tests) };
    trace.steps.forEach((step, position) => {
      this.addStep(step, position);
    });
    this.roots = this.linkCalls();
  }

  get stepCount(): number {
    return this.trace.steps.length;
  }

  step(position: number): Step | null {
    return this.trace.steps[position] ?? null;
  }

  /** The text of a line as it was run; empty when there is no such line. */
  lineText(place: Place, line: number): string {
    return this.lines[place][line - 1] ?? "";
  }

  /** A call that made a kept step; null for any other. */
  call(call: number): TracedCall | null {
    return this.byCall.get(call) ?? null;
  }

  /** The kept steps of a line. */
  positionsOfLine(place: Place, line: number): Positions {
    return this.byLine.get(lineKey(place, line)) ?? none;
  }

  /** How many steps of a line were not kept. */
  leftOut(place: Place, line: number): number {
    const made = this.trace.counts[place][String(line)] ?? 0;
    return Math.max(0, made - this.positionsOfLine(place, line).length);
  }

  /** Where each name that a call changed was changed, in the order of first changes; built when asked. */
  changesInCall(call: number): ReadonlyMap<string, Positions> {
    const known = this.tracks.get(call);
    if (known !== undefined) return known;
    const track = new Map<string, number[]>();
    for (const position of this.byCall.get(call)?.positions ?? none) {
      for (const { name } of this.step(position)?.changes ?? []) pushTo(track, name, position);
    }
    this.tracks.set(call, track);
    return track;
  }

  /** Where any call of a function changed a variable. */
  positionsOfVariable(variable: Variable): Positions {
    return this.byVariable.get(variableKey(variable)) ?? none;
  }

  nextChange(variable: Variable, position: number): number | null {
    return nextAfter(this.positionsOfVariable(variable), position);
  }

  previousChange(variable: Variable, position: number): number | null {
    return previousBefore(this.positionsOfVariable(variable), position);
  }

  /** The next step of the line that made the step at `position`. */
  nextOfLine(position: number): number | null {
    return nextAfter(this.positionsOfSameLine(position), position);
  }

  previousOfLine(position: number): number | null {
    return previousBefore(this.positionsOfSameLine(position), position);
  }

  /** Whether every step from one position to a later one was kept. */
  isWhole(from: number, to: number): boolean {
    const [first, last] = [this.step(from), this.step(to)];
    return first !== null && last !== null && last.ordinal - first.ordinal === to - from;
  }

  private positionsOfSameLine(position: number): Positions {
    const step = this.step(position);
    return step === null ? none : this.positionsOfLine(step.place, step.line);
  }

  private addStep({ frame, place, line, changes }: Step, position: number): void {
    const call = this.byCall.get(frame.call);
    if (call === undefined) {
      this.byCall.set(frame.call, { frame, positions: [position], children: [] });
    } else call.positions.push(position);
    pushTo(this.byLine, lineKey(place, line), position);
    for (const { name } of changes) {
      pushTo(this.byVariable, variableKey({ function: frame.function, name }), position);
    }
  }

  /** Gives each call its children; the calls that are left are the roots. */
  private linkCalls(): number[] {
    const roots: number[] = [];
    for (const call of [...this.byCall.keys()].sort((one, other) => one - other)) {
      const caller = this.callerOf(call);
      if (caller === null) roots.push(call);
      else this.byCall.get(caller)?.children.push(call);
    }
    return roots;
  }

  /** The call that made another, when both made kept steps. */
  callerOf(call: number): number | null {
    const caller = this.byCall.get(call)?.frame.caller ?? null;
    // A caller began before its callee; a file that says otherwise could send us round for ever.
    if (caller === null || caller >= call || !this.byCall.has(caller)) return null;
    return caller;
  }
}

const indexes = new WeakMap<Trace, TraceIndex>();

/** The index of a trace, built the first time that it is asked for. `source` is what was run. */
export function indexOf(trace: Trace, source: TracedSource): TraceIndex {
  const known = indexes.get(trace);
  if (known !== undefined) return known;
  const built = new TraceIndex(trace, source);
  indexes.set(trace, built);
  return built;
}
