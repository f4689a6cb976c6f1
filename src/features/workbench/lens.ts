import type { StoreApi } from "zustand/vanilla";
import type { Reading, TracedLine } from "../../domain/timeline/reading";

/** Where a reader is in the trace, for the editors to show, and what they may ask of it there. */
export type TraceLens = {
  readonly store: Pick<StoreApi<Reading>, "getState" | "getInitialState" | "subscribe">;
  /** Shows a step in passing, by its position; null goes back. */
  readonly setPreview: (position: number | null) => void;
  readonly goTo: (position: number) => void;
  readonly showHistory: (line: TracedLine) => void;
};
