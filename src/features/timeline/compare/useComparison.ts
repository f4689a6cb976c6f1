import { useEffect, useState } from "react";
import { startComparing } from "../../../domain/compare/compareTraces";
import type { Comparison, TracedRun } from "../../../domain/compare/comparison";

/** So many milliseconds are compared before the page gets its turn again. */
const slice = 12;
/** Steps between looks at the clock. */
const stride = 1_000;

type Done = { before: TracedRun["trace"]; after: TracedRun["trace"]; comparison: Comparison };

/** What two runs have in common; null while that is being found out. Short runs take one slice. */
export function useComparison(before: TracedRun, after: TracedRun): Comparison | null {
  const { trace: oldTrace, source: oldSource } = before;
  const { trace: newTrace, source: newSource } = after;
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    const comparing = startComparing(
      { trace: oldTrace, source: oldSource },
      { trace: newTrace, source: newSource },
    );
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const work = (): void => {
      const until = performance.now() + slice;
      do {
        const comparison = comparing.goOn(stride);
        if (comparison === null) continue;
        setDone({ before: oldTrace, after: newTrace, comparison });
        return;
      } while (performance.now() < until);
      waiting = setTimeout(work);
    };
    work();
    return () => {
      clearTimeout(waiting);
    };
  }, [oldTrace, oldSource, newTrace, newSource]);
  return done?.before === oldTrace && done.after === newTrace ? done.comparison : null;
}
