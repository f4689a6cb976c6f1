import { keeping } from "../../domain/condense";
import type { WireStep } from "../packedSteps";

type Late = { ordinal: number; step: WireStep };
export type Counts = { program: Record<number, number>; tests: Record<number, number> };

/** The steps of one line. */
class LineSteps {
  count = 0;
  readonly firsts: Late[] = [];
  /** A ring. */
  readonly lasts: Late[] = [];
}

/**
 * Exact counts of all steps, and those that are kept past `limit`, in bounded memory: each line's first
 * and last ones, and the run's last ones, by the rule of `condense`.
 */
export class KeptSteps {
  count = 0;
  private readonly lines: [LineSteps[], LineSteps[]] = [[], []];
  private readonly recent: Late[] = [];

  constructor(private readonly limit: number) {}

  /** Counts a step; whether it is below the limit. The step's changes are not kept below it. */
  add(step: WireStep): boolean {
    const ordinal = this.count;
    this.count += 1;
    const line = this.lineOf(step);
    line.count += 1;
    if (ordinal < this.limit) return true;
    const late = { ordinal, step: { ...step, changes: [...step.changes] } };
    if (line.count <= keeping.first) line.firsts.push(late);
    line.lasts[line.count % keeping.last] = late;
    this.recent[ordinal % keeping.recent] = late;
    return false;
  }

  /** Those kept past the limit, in their order. */
  late(): Late[] {
    const kept = new Map<number, Late>();
    for (const { firsts, lasts } of this.lines.flat()) {
      for (const late of firsts) kept.set(late.ordinal, late);
      // A place of the ring may be empty.
      lasts.forEach((late) => kept.set(late.ordinal, late));
    }
    this.recent.forEach((late) => kept.set(late.ordinal, late));
    return [...kept.values()].sort((one, other) => one.ordinal - other.ordinal);
  }

  /** How many steps each line made. */
  counts(): Counts {
    const [program, tests] = this.lines.map((lines) => {
      const counts: Record<number, number> = {};
      lines.forEach(({ count }, line) => (counts[line] = count));
      return counts;
    });
    return { program: program ?? {}, tests: tests ?? {} };
  }

  private lineOf(step: WireStep): LineSteps {
    const lines = this.lines[step.place === 1 ? 1 : 0];
    return (lines[step.line] ??= new LineSteps());
  }
}
