import { StepPacker, type WireStep } from "../packedSteps";
import type { TraceEvent } from "../protocol";
import { realNow } from "../realTime";
import { KeptSteps, type Counts } from "./keeping";

export type WireCall = TraceEvent["calls"][number];

/** So many steps go out one by one: most programs make no more, and lose none. */
const singly = 30;
/** Later ones wait until there are so many and it is time, or until there are at most so many. */
const fewSteps = 16;
const mostSteps = 8_000;
/** Milliseconds between two pieces: a part of those since the first, within these bounds. */
const leastWait = 1;
const longestWait = 20;
const waitShare = 0.5;
/** Milliseconds between two totals. */
const betweenTotals = 250;
/** Totals take at most such a part of the time. */
const totalsShare = 0.05;
/** Calls that late steps may refer to are remembered; now and then the others are dropped. */
const callsSweptAt = 20_000;

/** What the sender asks of the recorder. */
export type Recorded = {
  /** What was printed since this was last asked. */
  output: () => string;
  /** How often each line ran. */
  hits: () => Counts;
  /** Numbers of the calls that may make further steps. */
  living: () => Iterable<number>;
};

/** Sends a trace in pieces while it is made, so that what was sent outlives the interpreter. */
export class Sender {
  private readonly kept: KeptSteps;
  private readonly steps = new StepPacker();
  private calls: WireCall[] = [];
  private sent = 0;
  /** Steps that may wait. */
  private room = 1;
  private readonly began = realNow();
  private nextPiece = 0;
  private lateCalls = new Map<number, WireCall>();
  private isLate = false;
  private nextTotals = 0;

  constructor(
    private readonly emit: (event: TraceEvent) => void,
    limit: number,
    private readonly recorded: Recorded,
  ) {
    this.kept = new KeptSteps(limit);
  }

  /** Tell of a call, before its first step. */
  tell(call: WireCall): void {
    if (this.isLate) this.remember(call);
    else this.calls.push(call);
  }

  add(step: WireStep): void {
    if (!this.kept.add(step)) {
      this.beLate();
      return;
    }
    this.steps.add(step);
    if (this.steps.count >= this.room) this.sendIfDue();
  }

  /** Send what is due at this time, in milliseconds. */
  poll(now: number): void {
    this.sendSteps();
    if (now < this.nextTotals) return;
    if (this.nextTotals > 0) this.finish();
    const took = realNow() - now;
    this.nextTotals = now + Math.max(betweenTotals, took / totalsShare);
  }

  /** Send what is left, and the totals. */
  finish(): void {
    this.sendSteps();
    const late = this.kept.late();
    const used = new Set(late.map(({ step }) => step.call));
    const packer = new StepPacker();
    for (const { step } of late) packer.add(step);
    this.emit({
      kind: "totals",
      stepCount: this.kept.count,
      counts: this.kept.counts(),
      hits: this.recorded.hits(),
      ordinals: late.map(({ ordinal }) => ordinal),
      late: packer.take(),
      calls: [...this.lateCalls.values()].filter(([call]) => used.has(call)),
    });
  }

  private sendIfDue(): void {
    const now = realNow();
    if (this.sent < singly || now >= this.nextPiece || this.room >= mostSteps) {
      this.sendSteps();
      const wait = (now - this.began) * waitShare;
      this.nextPiece = now + Math.min(Math.max(wait, leastWait), longestWait);
    } else {
      this.room += fewSteps;
    }
  }

  private sendSteps(): void {
    const output = this.recorded.output();
    const { count } = this.steps;
    if (count > 0 || output !== "") {
      const { sent: first, calls } = this;
      this.calls = [];
      this.sent += count;
      this.emit({ kind: "steps", first, steps: this.steps.take(), calls, output });
    }
    this.room = this.sent < singly ? 1 : fewSteps;
  }

  /** The limit is passed: calls that steps do not take along go with the totals. */
  private beLate(): void {
    if (this.isLate) return;
    this.isLate = true;
    for (const call of this.calls) this.remember(call);
    if (this.steps.count === 0) this.calls = [];
  }

  private remember(call: WireCall): void {
    this.lateCalls.set(call[0], call);
    if (this.lateCalls.size <= callsSweptAt) return;
    const used = new Set(this.recorded.living());
    for (const { step } of this.kept.late()) used.add(step.call);
    for (const number of this.lateCalls.keys())
      if (!used.has(number)) this.lateCalls.delete(number);
  }
}
