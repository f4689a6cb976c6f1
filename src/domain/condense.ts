import type { Place, Step, Trace } from "./trace";

/**
 * Which steps past a limit are kept: of each line those among its `first` ones overall, and its `last`
 * ones; and the run's `recent` ones.
 */
export const keeping = { first: 10, last: 3, recent: 1_000 };

/**
 * The trace with every step up to the first `steps`, and of the later ones only what the keeping rule
 * keeps. A small limit keeps fewer recent ones, no more than `steps`. Counts stay exact.
 */
export function condense(trace: Trace, steps: number): Trace {
  if (trace.steps.length <= steps) return trace;
  const recent = trace.stepCount - Math.min(keeping.recent, steps);
  const total = new LineCounter();
  for (const step of trace.steps) total.add(step);
  const soFar = new LineCounter();
  const kept = trace.steps.filter((step) => {
    const nth = soFar.add(step);
    return (
      step.ordinal < steps ||
      step.ordinal >= recent ||
      nth <= keeping.first ||
      nth > total.of(step) - keeping.last
    );
  });
  return { ...trace, steps: kept };
}

/** Whether some steps of the run are not in its trace. */
export function leavesOutSteps({ steps, stepCount }: Pick<Trace, "steps" | "stepCount">): boolean {
  return steps.length < stepCount;
}

/** How many of the first steps are there without a gap: all of them up to the limit. */
export function wholeSteps({ steps }: Pick<Trace, "steps">): number {
  const gap = steps.findIndex(({ ordinal }, index) => ordinal !== index);
  return gap === -1 ? steps.length : gap;
}

class LineCounter {
  private readonly counts: Record<Place, Map<number, number>> = {
    program: new Map(),
    tests: new Map(),
  };

  of({ place, line }: Step): number {
    return this.counts[place].get(line) ?? 0;
  }

  /** Counts one more; gives how many there are now. */
  add(step: Step): number {
    const count = this.of(step) + 1;
    this.counts[step.place].set(step.line, count);
    return count;
  }
}
