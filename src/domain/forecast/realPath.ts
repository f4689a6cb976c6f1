import { wholeSteps } from "../condense";
import { timesRun } from "../neverRan";
import type { Frame, Step, Trace } from "../trace";
import type { Block } from "./blocks";
import { calledBetween, flattened, type Activation, type Visit } from "./activations";
import { Flow, type From } from "./flow";
import { forecastable } from "./forecast";

/** The way of a run through the program. */
export type RealPath = {
  /** In the order in which they ran. */
  visits: readonly Visit[];
  /** Whether every run of every statement is there, as often as Python counted it. */
  isWhole: boolean;
};

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

/** A call as far as it has come, and the calls that it made since its last known statement. */
type Call = From & { activation: Activation; made: Activation[]; isSuspended: boolean };

const has = ({ changes }: Step, mark: string): boolean => changes.some(({ name }) => name === mark);

/** An iteration that begins goes on into the loop's body. */
function howLeft(step: Step): From["by"] {
  if (has(step, "__exception__")) return "raising";
  return step.iteration === undefined ? "ending" : "entering";
}

class GrowingPath {
  private readonly flow: Flow;
  private readonly root: Activation = { name: "", items: [] };
  private readonly calls = new Map<number, Call>();
  private isSure = true;

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
    const call = this.callOf(frame);
    const own: Visit = { line: block.first, position };
    const isArguments = isHeadOf(block, frame.function);
    const isInside = /^<(?!module)/.test(frame.function);
    if (isArguments || isInside) call.activation.items.push(own);
    else if (!this.isSameRun(call, block)) this.goOn(call, block, own);
    call.block = isArguments ? null : block;
    call.by = howLeft(step);
    call.isSuspended = has(step, "__yield__");
  }

  finish(): RealPath {
    for (const { activation, made } of this.calls.values()) activation.items.push(...made);
    const visits = flattened(this.root);
    const times = new Map<number, number>();
    for (const { line } of visits) times.set(line, (times.get(line) ?? 0) + 1);
    const { hits } = this.trace;
    const isCounted = forecastable(this.program).every(
      (statement) => timesRun(statement, hits.program) === (times.get(statement.first) ?? 0),
    );
    return { visits, isWhole: isCounted && this.isSure };
  }

  /** The step's call; one that begins, or goes on after a `yield`, is one that its caller made. */
  private callOf(frame: Frame): Call {
    const known = this.calls.get(frame.call);
    if (known !== undefined && !known.isSuspended) return known;
    const activation: Activation = { name: frame.function, items: [] };
    const caller = frame.caller === null ? null : this.madeBy(frame.caller);
    (caller ?? this.root.items).push(activation);
    if (known !== undefined) {
      known.activation.items.push(...known.made);
      Object.assign(known, { activation, made: [], isSuspended: false });
      return known;
    }
    return this.open(frame.call, activation);
  }

  /** The calls that a call made of late. It may have made no step yet, or none in the program. */
  private madeBy(call: number): Activation[] {
    const known = this.calls.get(call);
    if (known !== undefined) return known.made;
    const activation: Activation = { name: "", items: [] };
    this.root.items.push(activation);
    return this.open(call, activation).made;
  }

  private open(number: number, activation: Activation): Call {
    const call: Call = { block: null, by: "ending", activation, made: [], isSuspended: false };
    this.calls.set(number, call);
    return call;
  }

  /** Several steps of one statement in a row may be one run of it: then it did not run so often. */
  private isSameRun({ block, made }: Call, next: Block): boolean {
    return block === next && made.length === 0 && this.times(next) < this.steps(next);
  }

  private times(block: Block): number {
    return timesRun(block, this.trace.hits.program);
  }

  private steps({ first, last }: Block): number {
    let steps = 0;
    for (let line = first; line <= last; line += 1) {
      steps += this.trace.counts.program[String(line)] ?? 0;
    }
    return steps;
  }

  /** Puts in the statement, and before it what must have run without changing anything. */
  private goOn(call: Call, next: Block, own: Visit): void {
    const isSilent = (block: Block): boolean => this.times(block) > this.steps(block);
    const silent = this.flow.between(call, next, isSilent);
    const texts = [...silent, next].map(({ text }) => text);
    const visits = [...silent.map(({ first }) => ({ line: first, position: null })), own];
    const { items, isSure } = calledBetween(visits, texts, call.made);
    call.activation.items.push(...items);
    call.made = [];
    this.isSure &&= isSure;
  }
}

/** The arguments of a call are shown on its function's head, which then does not run. */
function isHeadOf({ text }: Block, name: string): boolean {
  return text.includes("def ") && new RegExp(`\\bdef\\s+${name.replace(/\W/g, "")}\\b`).test(text);
}
