import type { Step, Trace } from "../trace";
import { sourceLines, type TracedSource } from "./inline";

/** A variable's name and the repr of its value. */
export type Binding = readonly [name: string, value: string];

/** One step with the whole state around it; a trace itself records changes only. */
export type TracedState = {
  step: Step;
  /** The step's source line, without its line break. */
  line: string;
  /** How many steps before it were not kept, since the one that comes before it here. */
  left: number;
  /** Whether the step binds the arguments of a call: the first of its frame, on its `def` line. */
  entersCall: boolean;
  /** The frame's variables before the step, in the order in which they first appeared. */
  before: readonly Binding[];
  /** The same after it. */
  after: readonly Binding[];
  /** The variables that the step changed, without the marks below. */
  changed: readonly Binding[];
  /** `__return__`, `__yield__` and `__exception__`: they belong to this step alone. */
  marks: readonly Binding[];
};

/** What a step records beside variables: it belongs to that step alone. */
export const markNames: ReadonlySet<string> = new Set(["__return__", "__yield__", "__exception__"]);
/** The first line of a function. */
export const callHeader = /^\s*(?:@|(?:async\s+)?def\b)/;

/**
 * A trace's steps, each with its frame's variables before and after it. A variable that was deleted
 * keeps its last value, since no step records a deletion. Steps that were not kept may have changed
 * any variable, so that a state after them has only what was set since.
 */
export function* tracedStates(trace: Trace, source: TracedSource): Generator<TracedState> {
  const lines = { program: sourceLines(source.program), tests: sourceLines(source.tests) };
  const frames = new Map<number, Map<string, string>>();
  const entered = new Set<number>();
  let next = 0;
  for (const step of trace.steps) {
    const left = step.ordinal - next;
    next = step.ordinal + 1;
    if (left > 0) frames.clear();
    const variables = frames.get(step.frame.call) ?? new Map<string, string>();
    frames.set(step.frame.call, variables);
    const isFirst = !entered.has(step.frame.call);
    entered.add(step.frame.call);
    const bindings = step.changes.map(({ name, value }): Binding => [name, value]);
    const changed = bindings.filter(([name]) => !markNames.has(name));
    const before = [...variables];
    for (const [name, value] of changed) variables.set(name, value);
    const line = lines[step.place][step.line - 1] ?? "";
    const isFunction = callHeader.test(line) || step.frame.function.endsWith("<lambda>");
    yield {
      step,
      line,
      left,
      entersCall: isFirst && changed.length === step.changes.length && isFunction,
      before,
      after: [...variables],
      changed,
      marks: bindings.filter(([name]) => markNames.has(name)),
    };
  }
}

/** `{"x": 1, "s": 'a'}`: names as JSON, values as their reprs, each on one line. */
export function stateText(bindings: readonly Binding[]): string {
  return `{${bindings.map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(", ")}}`;
}
