import { statements } from "./statements";

/** Heads that Python never reports as a line of their own, declarations, and bare strings. */
const unreported = /^(else\s*:|try\s*:|finally\s*:|global\s|nonlocal\s|[rRbBuU]{0,2}["'])/;

/**
 * The lines of code that did not run, from the times each line ran (`trace.hits.program`). All lines
 * of a statement ran when one of them did. Empty when nothing ran at all, as after a syntax error.
 */
export function neverRan(
  program: string,
  hits: Readonly<Record<string, number>>,
): ReadonlySet<number> {
  const lines = new Set<number>();
  if (Object.keys(hits).length === 0) return lines;
  for (const { first, last, text } of statements(program)) {
    const own = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    if (unreported.test(text) || own.some((line) => hits[String(line)] !== undefined)) continue;
    own.forEach((line) => lines.add(line));
  }
  return lines;
}
