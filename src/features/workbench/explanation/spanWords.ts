import type { Span } from "../../../domain/explanation";
import { placeWords } from "../words";

/** Where a part of a text is, in words; columns as editors count them, from 1. */
export function spanWords({ place, line, column, endLine, endColumn }: Span): string {
  if (endLine > line) return `lines ${line} to ${endLine} of the ${place}`;
  const columns =
    endColumn - column > 1 ? `columns ${column + 1} to ${endColumn}` : `column ${column + 1}`;
  return `${placeWords(place, line)}, ${columns}`;
}
