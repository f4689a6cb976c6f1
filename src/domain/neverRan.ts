import { statements, type Statement } from "./statements";

/** Heads that Python never reports as a line of their own, declarations, and bare strings. */
const unreported = /^(else\s*:|try\s*:|finally\s*:|global\s|nonlocal\s|[rRbBuU]{0,2}["'])/;

/** Whether Python tells of it when it runs. */
export function isReported({ text }: Pick<Statement, "text">): boolean {
  return !unreported.test(text);
}

/** How often a statement ran, from the times each line ran: as often as the line of it that ran most. */
export function timesRun(
  { first, last }: Pick<Statement, "first" | "last">,
  hits: Readonly<Record<string, number>>,
): number {
  let most = 0;
  for (let line = first; line <= last; line += 1) most = Math.max(most, hits[String(line)] ?? 0);
  return most;
}

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
  for (const statement of statements(program)) {
    if (!isReported(statement) || timesRun(statement, hits) > 0) continue;
    for (let line = statement.first; line <= statement.last; line += 1) lines.add(line);
  }
  return lines;
}
