import { readdirSync, readFileSync } from "node:fs";

function fieldOf(pid: number, field: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
  } catch {
    // It ended in the meantime, or this is no Linux.
    return 0;
  }
}

/** The processes that `pid` started, and those that they started. Linux only; none elsewhere. */
export function processesBelow(pid: number): number[] {
  let all: number[];
  try {
    all = readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
  const parents = new Map(all.map((one) => [one, fieldOf(one, "PPid")]));
  const isBelow = (one: number): boolean => {
    const parent = parents.get(one);
    return parent === pid || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return all.filter(isBelow);
}

/** The largest peak of resident memory among the processes, in megabytes. */
export function peakMegabytes(pids: readonly number[]): number {
  return Math.round(Math.max(0, ...pids.map((pid) => fieldOf(pid, "VmHWM"))) / 1024);
}

/** Megabytes that the processes hold, what they share counted once. */
export function heldMegabytes(pids: readonly number[]): number {
  const kilobytes = (pid: number) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      return 0;
    }
  };
  return pids.reduce((sum, pid) => sum + kilobytes(pid), 0) / 1024;
}
