import { createStore, type StoreApi } from "zustand/vanilla";

/** What stands beside a line's number, and at its end. */
export type MarginMark = {
  line: number;
  look: "open" | "said" | "agreed" | "missed" | "falseAlarm" | "otherTimes";
  /** What the mark means, in words. */
  hover: string;
  /** Written behind the line; null for nothing. */
  text: string | null;
};

/** What a forecast shows beside the program, and what a click there does; null for nothing. */
export type Margin = {
  marks: readonly MarginMark[];
  onLine: ((line: number) => void) | null;
};

export const emptyMargin: Margin = { marks: [], onLine: null };

export function createMargin(): StoreApi<Margin> {
  return createStore<Margin>(() => emptyMargin);
}
