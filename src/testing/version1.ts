import type { Trace } from "../domain/trace";
import type { Version1Trace } from "../domain/upgradeTrace";

/** `trace` as Tracemend 0.1 wrote it. */
export function asVersion1({ testId, end, steps, hits, output }: Trace): Version1Trace {
  return {
    version: 1,
    testId,
    end,
    steps: steps.map(({ ordinal, place, line, changes, frame }) => {
      const { call, function: name, depth } = frame;
      return { ordinal, place, line, changes, frame: { call, function: name, depth } };
    }),
    hits,
    output,
  };
}
