import type { Frame, LineCounts, Place, RunEnd, Step, Trace } from "../domain/trace";
import { unpackSteps, type WireStep } from "./packedSteps";
import type { TraceEvent } from "./protocol";

type Totals = Extract<TraceEvent, { kind: "totals" }>;
type WireCall = Totals["calls"][number];

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
  private pieces: TraceEvent[] = [];
  private totals: Totals | null = null;
  private late: Step[] = [];

  /** Takes the next piece. It is unfolded at the end, for the run goes on and wants the processor. */
  add(event: TraceEvent): void {
    // Totals replace those before.
    if (event.kind === "totals") this.pieces = this.pieces.filter(({ kind }) => kind === "steps");
    this.pieces.push(event);
  }

  /**
   * The trace of what came. `end` says how the run ended that it belongs to; `stderr`, in code points,
   * which parts of the output went to standard error.
   * @throws Error when a piece is out of form.
   */
  finish(
    testId: string | null,
    end: RunEnd,
    stderr: readonly (readonly [number, number])[] = [],
  ): Trace {
    for (const piece of this.pieces) {
      for (const call of piece.calls) this.addCall(call);
      if (piece.kind === "steps") this.addSteps(piece);
      else this.setTotals(piece);
    }
    this.pieces = [];
    const late = this.late;
    const { counts, hits } = this.lineCounts();
    const parts = stderr.map(([from, to]): [number, number] => [
      this.output.position(from),
      this.output.position(to),
    ]);
    return {
      version: 2,
      testId,
      end,
      steps: [...this.steps, ...late],
      stepCount: Math.max(this.steps.length, this.totals?.stepCount ?? 0),
      counts,
      hits,
      output: this.output.text,
      ...(parts.length > 0 && { stderr: parts }),
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
    if (steps.length > 0 && this.late.length > 0) {
      outOfForm("every step is kept again after some were not");
    }
    this.output.add(output);
    unpackSteps(steps, (step) => this.steps.push(this.stepOf(this.steps.length, step)));
  }

  private setTotals(totals: Totals): void {
    const { ordinals, stepCount } = totals;
    const late: Step[] = [];
    let next = this.steps.length;
    unpackSteps(totals.late, (step) => {
      const ordinal = ordinals[late.length] ?? -1;
      if (ordinal < next) outOfForm(`step ${ordinal} comes where ${next} or a later one should`);
      next = ordinal + 1;
      late.push(this.stepOf(ordinal, step));
    });
    if (stepCount < next) outOfForm(`${stepCount} steps are fewer than ${next}`);
    this.totals = totals;
    this.late = late;
  }

  private stepOf(ordinal: number, wire: WireStep): Step {
    const { line, iteration } = wire;
    const place = places[wire.place];
    const frame = this.frames.get(wire.call);
    if (place === undefined || frame === undefined || line < 1) {
      return outOfForm(`step ${ordinal} is at no known place or call`);
    }
    const printed = this.output.position(wire.printed);
    const changes = changesOf(ordinal, wire);
    const step = { ordinal, place, line, frame, changes, printed };
    return iteration > 0 ? { ...step, iteration } : step;
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
  const changes: Step["changes"] = [];
  for (let index = 0; index < wire.changes.length; index += 2) {
    changes.push({ name: String(wire.changes[index]), value: String(wire.changes[index + 1]) });
  }
  return changes.length > 0 ? changes : outOfForm(`step ${ordinal} changes nothing`);
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
