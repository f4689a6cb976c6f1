import { wholeSteps } from "../condense";
import { timesRun } from "../neverRan";
import type { Step, Trace } from "../trace";
import type { Block } from "./blocks";
import { Flow, type From } from "./flow";
import { forecastable } from "./forecast";

/** One run of a statement. */
type Visit = {
  /** Its first line. */
  line: number;
  /** Of the step that shows it; null where it made none. */
  position: number | null;
};

/** The way of a run through the program. */
export type RealPath = {
  /** In the order in which they ran. */
  visits: readonly Visit[];
  /** Whether every run of every statement is there, as often as Python counted it. */
  isWhole: boolean;
};

/** Where a call is: after which statement, and how long the path was then. */
type Place = From & { length: number };

/**
 * The way of a run through the program: what its steps show, and between them the lines that changed
 * nothing wherever the text leaves no other way (tests of `if` and `while`, calls of `print`).
 */
export function realPath(trace: Trace, program: string): RealPath {
  const path = new GrowingPath(trace, program);
  const steps = trace.steps.slice(0, wholeSteps(trace));
  steps.forEach((step, position) => {
    if (step.place === "program") path.take(step, position);
  });
  return path.finish();
}

/** An iteration that begins goes on into the loop's body. */
function howLeft({ changes, iteration }: Step): From["by"] {
  if (changes.some(({ name }) => name === "__exception__")) return "raising";
  return iteration === undefined ? "ending" : "entering";
}

class GrowingPath {
  private readonly visits: Visit[] = [];
  private readonly flow: Flow;
  private readonly calls = new Map<number, Place>();
  private readonly functions: string[] = [];

  constructor(
    private readonly trace: Trace,
    private readonly program: string,
  ) {
    this.flow = new Flow(program);
  }

  take(step: Step, position: number): void {
    const { line, frame } = step;
    const block = this.flow.at(line);
    if (block === null) return;
    if (frame.caller !== null) this.placeOf(frame.caller);
    const place = this.placeOf(frame.call);
    const isArguments = this.isHeadOf(block, frame.function);
    if (!isArguments && !/^<(?!module)/.test(frame.function)) this.fill(place, block);
    if (!this.isSameRun(place, block)) this.add({ line: block.first, position }, frame.function);
    place.block = isArguments ? null : block;
    place.by = howLeft(step);
    place.length = this.visits.length;
  }

  finish(): RealPath {
    const { visits } = this;
    const times = new Map<number, number>();
    for (const { line } of visits) times.set(line, (times.get(line) ?? 0) + 1);
    const isWhole = forecastable(this.program).every(
      (statement) =>
        timesRun(statement, this.trace.hits.program) === (times.get(statement.first) ?? 0),
    );
    return { visits, isWhole };
  }

  private placeOf(call: number): Place {
    const known = this.calls.get(call);
    if (known !== undefined) return known;
    const place = { block: null, by: "ending" as const, length: this.visits.length };
    this.calls.set(call, place);
    return place;
  }

  /** The arguments of a call are shown on its function's head, which then does not run. */
  private isHeadOf({ text }: Block, name: string): boolean {
    return new RegExp(`\\bdef\\s+${name.replace(/\W/g, "")}\\b`).test(text);
  }

  /** Several steps of one statement in a row may be one run of it: then it did not run so often. */
  private isSameRun({ block, length }: Place, next: Block): boolean {
    if (block !== next || length !== this.visits.length) return false;
    return this.times(next) < this.steps(next);
  }

  private times(block: Block): number {
    return timesRun(block, this.trace.hits.program);
  }

  private steps({ first, last }: Block): number {
    let steps = 0;
    for (let line = first; line <= last; line += 1)
      steps += this.trace.counts.program[String(line)] ?? 0;
    return steps;
  }

  /** Puts in what must have run since the call's last step without changing anything. */
  private fill(place: Place, next: Block): void {
    const isSilent = (block: Block): boolean => this.times(block) > this.steps(block);
    const silent = this.flow.between(place, next, isSilent);
    // What was called in between came after the line that names it, and before the lines after that.
    const called = this.functions[place.length];
    const caller = silent.findIndex(
      ({ text }) =>
        called !== undefined && called !== "" && new RegExp(`\\b${called}\\b`).test(text),
    );
    const made = silent.map(({ first }) => ({ line: first, position: null }));
    const before = made.slice(0, caller + 1);
    this.visits.splice(place.length, 0, ...before);
    this.functions.splice(place.length, 0, ...before.map(() => ""));
    for (const visit of made.slice(caller + 1)) this.add(visit, "");
  }

  private add(visit: Visit, name: string): void {
    this.visits.push(visit);
    this.functions.push(name.replace(/\W/g, ""));
  }
}
