/**
 * A position is an index into `trace.steps`. Lists of them ascend, so that where a moment lies among
 * them is found in O(log n).
 */
export type Positions = readonly number[];

/** How many of `positions` are at `position` or before it. */
export function countUpTo(positions: Positions, position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of `positions` at `position` or before it; null when there is none. */
export function lastUpTo(positions: Positions, position: number): number | null {
  return positions[countUpTo(positions, position) - 1] ?? null;
}

/** The first of `positions` after `position`; null when there is none. */
export function nextAfter(positions: Positions, position: number): number | null {
  return positions[countUpTo(positions, position)] ?? null;
}

/** The last of `positions` before `position`; null when there is none. */
export function previousBefore(positions: Positions, position: number): number | null {
  return lastUpTo(positions, position - 1);
}
