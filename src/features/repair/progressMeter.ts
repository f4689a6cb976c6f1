import type { EngineEvent } from "../../domain/engine";
import type { Progress } from "./repairState";

/** Milliseconds between two readings that are let through: a search reports thousands a second. */
const interval = 100;

export type ProgressMeter = {
  /** The reading to show, or null when the last one is too recent to be replaced. */
  read(event: Extract<EngineEvent, { type: "progress" }>): Progress | null;
};

/** Thins out an engine's progress and estimates the time left from its pace so far. */
export function createProgressMeter(now: () => number): ProgressMeter {
  const begun = now();
  let lastShown = Number.NEGATIVE_INFINITY;
  return {
    read({ tried, total, note, best = null }) {
      const time = now();
      const isLast = tried === total;
      if (time - lastShown < interval && !isLast) return null;
      lastShown = time;
      const known = total !== null && tried > 0 && time > begun;
      const secondsLeft = known ? ((time - begun) / tried / 1000) * (total - tried) : null;
      return { tried, total, note, secondsLeft, secondsGone: (time - begun) / 1000, best };
    },
  };
}
