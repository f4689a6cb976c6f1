/** A part of a path: a line, or parts that were run through so often in a row. */
export type PathPart = { line: number } | { parts: readonly PathPart[]; times: number };

/** The longest stretch that is looked for as a loop's round, in lines. */
const longestRound = 60;

/** How often the `length` lines at `from` stand there in a row. */
function roundsAt(lines: readonly number[], from: number, length: number): number {
  let at = from + length;
  while (at < lines.length && lines[at] === lines[at - length]) at += 1;
  return Math.floor((at - from) / length);
}

/** The stretch at `from` whose repetition takes in most lines; of equals the shortest. */
function roundAt(lines: readonly number[], from: number): { length: number; times: number } {
  let best = { length: 1, times: 1 };
  const most = Math.min(longestRound, Math.floor((lines.length - from) / 2));
  for (let length = 1; length <= most; length += 1) {
    const times = roundsAt(lines, from, length);
    if (times > 1 && times * length > best.times * best.length) best = { length, times };
  }
  return best;
}

/** A path with what it runs through several times in a row written once: `1 2 (3 4)×3 6`. */
export function foldPath(lines: readonly number[]): PathPart[] {
  const parts: PathPart[] = [];
  for (let at = 0; at < lines.length;) {
    const { length, times } = roundAt(lines, at);
    const round = lines.slice(at, at + length);
    if (times > 1) parts.push({ parts: foldPath(round), times });
    else parts.push(...round.map((line) => ({ line })));
    at += length * times;
  }
  return parts;
}

/** The lines of a folded path, one by one. */
export function unfoldPath(parts: readonly PathPart[]): number[] {
  return parts.flatMap((part) => {
    if ("line" in part) return [part.line];
    const round = unfoldPath(part.parts);
    return Array.from({ length: part.times }, () => round).flat();
  });
}

/** `1 2 (3 4)×3 6`. */
export function pathWords(parts: readonly PathPart[]): string {
  return parts
    .map((part) =>
      "line" in part ? String(part.line) : `(${pathWords(part.parts)})×${part.times}`,
    )
    .join(" ");
}
