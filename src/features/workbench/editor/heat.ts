import { createStore, type StoreApi } from "zustand/vanilla";

/** Lines under suspicion, each with how much, from 0 to 1. */
export type Heat = { lines: readonly (readonly [line: number, score: number])[] };

export function createHeat(): StoreApi<Heat> {
  return createStore<Heat>(() => ({ lines: [] }));
}

/** How strongly a score is drawn: 1 to 4. */
export function heatLevel(score: number): 1 | 2 | 3 | 4 {
  if (score >= 0.75) return 4;
  if (score >= 0.5) return 3;
  return score >= 0.25 ? 2 : 1;
}
