import type { Frame, LineCounts, Place, RunEnd, Step, Trace } from "../domain/trace";
import type { TraceEvent, WireStep } from "./protocol";

type Totals = Extract<TraceEvent, { kind: "totals" }>;
type WireCall = Totals["calls"][number];

/** Place, line, call, iteration and printed stand before a step's names and values. */
const headLength = 5;
const places: readonly Place[] = ["program", "tests"];
const highSurrogate = /[\ud800-\udbff]/;

/**
 * Puts the pieces of a trace together, those of the `trace` method. The pieces come from an untrusted
 * interpreter: what does not fit together is refused with an Error, "out of form".
 *
 * Steps of one call share one frame object. `printed` counts code points on the wire, as Python
 * does, and becomes a position in `output`, so that `output.slice(0, printed)` is what was printed.
 */
export class TraceAssembly {
  private readonly steps: Step[] = [];
  private readonly frames = new Map<number, Frame>();
  private readonly output = new Output();
  private totals: Totals | null = null;

  /**
   * Takes the next piece.
   * @throws Error when it is out of form; the assembly is of no use after that.
   */
  add(event: TraceEvent): void {
    for (const call of event.calls) this.addCall(call);
    if (event.kind === "steps") this.addSteps(event);
    else this.setTotals(event);
  }

  /** The trace of what came so far. `end` says how the run ended that it belongs to. */
  finish(testId: string | null, end: RunEnd): Trace {
    const late = (this.totals?.late ?? []).map(({ ordinal, step }) => this.stepOf(ordinal, step));
    const { counts, hits } = this.lineCounts();
    return {
      version: 2,
      testId,
      end,
      steps: [...this.steps, ...late],
      stepCount: Math.max(this.steps.length, this.totals?.stepCount ?? 0),
      counts,
      hits,
      output: this.output.text,
    };
  }

  private addCall([call, name, depth, caller]: WireCall): void {
    const known = this.frames.get(call);
    if (known === undefined) {
      // A caller began before; without this, whoever walks from caller to caller might not end.
      if (caller !== null && caller >= call) outOfForm(`call ${call} is made by call ${caller}`);
      this.frames.set(call, { call, function: name, depth, caller });
    } else if (known.function !== name || known.depth !== depth || known.caller !== caller) {
      outOfForm(`call ${call} is told in two ways`);
    }
  }

  private addSteps({ first, steps, output }: Extract<TraceEvent, { kind: "steps" }>): void {
    if (first !== this.steps.length) {
      outOfForm(`a piece starts at step ${first}, not ${this.steps.length}`);
    }
    // Totals may overtake steps that wait to be sent, but those past the limit follow them all.
    if (first + steps.length > (this.totals?.late[0]?.ordinal ?? Infinity)) {
      outOfForm("every step is kept again after some were not");
    }
    this.output.add(output);
    for (const step of steps) this.steps.push(this.stepOf(this.steps.length, step));
  }

  private setTotals(totals: Totals): void {
    let next = this.steps.length;
    for (const { ordinal, step } of totals.late) {
      if (ordinal < next) outOfForm(`step ${ordinal} comes where ${next} or a later one should`);
      next = ordinal + 1;
      this.stepOf(ordinal, step);
    }
    if (totals.stepCount < next) outOfForm(`${totals.stepCount} steps are fewer than ${next}`);
    this.totals = totals;
  }

  private stepOf(ordinal: number, wire: WireStep): Step {
    const [place, line, call, iteration, printed] = wire;
    const placeName = typeof place === "number" ? places[place] : undefined;
    const frame = typeof call === "number" ? this.frames.get(call) : undefined;
    if (
      placeName === undefined ||
      frame === undefined ||
      typeof line !== "number" ||
      line < 1 ||
      typeof iteration !== "number" ||
      typeof printed !== "number" ||
      printed < 0
    ) {
      return outOfForm(`step ${ordinal} is at no known place or call`);
    }
    return {
      ordinal,
      place: placeName,
      line,
      frame,
      changes: changesOf(ordinal, wire),
      ...(iteration > 0 && { iteration }),
      printed: this.output.position(printed),
    };
  }

  /** The last totals, and the steps that came after them; a run ended by force sends no last ones. */
  private lineCounts(): { counts: LineCounts; hits: LineCounts } {
    const counts = copyOf(this.totals?.counts);
    const hits = copyOf(this.totals?.hits);
    for (let index = this.totals?.stepCount ?? 0; index < this.steps.length; index += 1) {
      const step = this.steps[index];
      if (step === undefined) break;
      for (const lines of [counts[step.place], hits[step.place]]) {
        lines[step.line] = (lines[step.line] ?? 0) + 1;
      }
    }
    return { counts, hits };
  }
}

function changesOf(ordinal: number, wire: WireStep): Step["changes"] {
  if (wire.length <= headLength || (wire.length - headLength) % 2 !== 0) {
    outOfForm(`step ${ordinal} has not a value for each name`);
  }
  const changes: Step["changes"] = [];
  for (let index = headLength; index < wire.length; index += 2) {
    const name = wire[index];
    const value = wire[index + 1];
    if (typeof name !== "string" || value === undefined) {
      return outOfForm(`step ${ordinal} has a name that is not a text`);
    }
    changes.push({ name, value: String(value) });
  }
  return changes;
}

const copyOf = (counts: LineCounts | undefined): LineCounts => ({
  program: { ...counts?.program },
  tests: { ...counts?.tests },
});

function outOfForm(what: string): never {
  throw new Error(`a trace out of form: ${what}`);
}

/** What was printed, and where in it a count of code points ends. */
class Output {
  text = "";
  /** Whether some code points take two places of `text`. */
  private isWide = false;
  /** A place found before: positions are mostly asked for in ascending order. */
  private points = 0;
  private at = 0;

  add(piece: string): void {
    this.text += piece;
    this.isWide ||= highSurrogate.test(piece);
  }

  /** The index in `text` behind the first `points` code points, at most its end. */
  position(points: number): number {
    if (!this.isWide) return Math.min(points, this.text.length);
    if (points < this.points) this.points = this.at = 0;
    while (this.points < points && this.at < this.text.length) {
      this.at += (this.text.codePointAt(this.at) ?? 0) > 0xffff ? 2 : 1;
      this.points += 1;
    }
    return this.at;
  }
}
