import type { Span } from "../../../domain/explanation";

/** A part of one line, in characters from 0; `to` is null where it goes to the line's end. */
export type Columns = { from: number; to: number | null };

/** More lines of one part than this are not marked. */
const mostLines = 200;

/** The part of each line that a span covers, by line. */
export function columnsByLine({ line, column, endLine, endColumn }: Span): [number, Columns][] {
  const last = Math.min(endLine, line + mostLines);
  return Array.from({ length: Math.max(last - line, 0) + 1 }, (_, index) => {
    const at = line + index;
    return [at, { from: at === line ? column : 0, to: at === endLine ? endColumn : null }];
  });
}

/**
 * The same columns counted in UTF-16 units of the line, as editors do, and within it; without the
 * blanks at the line's beginning where the part comes from the line before.
 */
export function inCodeUnits(text: string, { from, to }: Columns): { from: number; to: number } {
  const characters = Array.from(text);
  const units = (column: number): number => characters.slice(0, column).join("").length;
  const indented = text.length - text.trimStart().length;
  const end = to === null ? text.trimEnd().length : units(to);
  return { from: from === 0 && to !== 0 && end > indented ? indented : units(from), to: end };
}
