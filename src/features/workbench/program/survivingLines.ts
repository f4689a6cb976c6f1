import { diffArrays } from "diff";

/**
 * Which lines of `before` are still there in `after`: old line number to new one, both 1-based.
 * An edited line is not there any more, so that a comment about it can be dropped.
 */
export function survivingLines(before: string, after: string): ReadonlyMap<number, number> {
  const survivors = new Map<number, number>();
  let oldLine = 1;
  let newLine = 1;
  for (const part of diffArrays(before.split("\n"), after.split("\n"))) {
    if (part.removed) oldLine += part.value.length;
    else if (part.added) newLine += part.value.length;
    else part.value.forEach(() => survivors.set(oldLine++, newLine++));
  }
  return survivors;
}
