import type { TraceIndex } from "./traceIndex";

/** A call as a row of the call tree. */
export type CallRow = {
  call: number;
  /** From 1, for the roots. */
  level: number;
  /** Its place among the calls of the same caller, from 1, and how many these are. */
  place: number;
  siblings: number;
  /** Null for a call that made no other. */
  expanded: boolean | null;
};

/** The rows of the call tree from top to bottom, where only the calls in `expanded` show theirs. */
export function callRows(index: TraceIndex, expanded: ReadonlySet<number>): CallRow[] {
  const rows: CallRow[] = [];
  // Not recursive: a tree of calls can be deeper than this machine's own stack.
  const open: { calls: readonly number[]; next: number }[] = [{ calls: index.roots, next: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const call = level.calls[level.next];
    if (call === undefined) {
      open.pop();
      continue;
    }
    level.next += 1;
    const children = index.call(call)?.children ?? [];
    const isExpanded = expanded.has(call);
    rows.push({
      call,
      level: open.length,
      place: level.next,
      siblings: level.calls.length,
      expanded: children.length === 0 ? null : isExpanded,
    });
    if (isExpanded && children.length > 0) open.push({ calls: children, next: 0 });
  }
  return rows;
}

/** The calls around a call, the outermost first. */
export function callersOf(index: TraceIndex, call: number): number[] {
  const callers: number[] = [];
  for (let at = index.callerOf(call); at !== null; at = index.callerOf(at)) callers.push(at);
  return callers.reverse();
}
