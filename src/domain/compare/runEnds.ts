import type { RunEnd } from "../trace";
import type { Divergence } from "./comparison";
import type { RunCursor } from "./runCursor";

type Same = { kind: "same"; complete: boolean };

/**
 * What the ends of two runs tell whose steps are the same until one of them, or both, has no more.
 * A run that was stopped or of which not every step was kept proves nothing about what came after.
 */
export function compareEnds(before: RunCursor, after: RunCursor): Same | Divergence {
  const isOver = (cursor: RunCursor) => cursor.step === undefined;
  const isUnknown = (cursor: RunCursor) =>
    isOver(cursor) && (cursor.isPartial || cursor.trace.end.kind === "stopped");
  if (isUnknown(before) || isUnknown(after)) return { kind: "same", complete: false };
  const [old, fresh] = [before.trace.end, after.trace.end];
  if (sameEnd(old, fresh)) {
    if (old.kind === "timedOut") return { kind: "same", complete: false };
    if (isOver(before) && isOver(after)) return compareOutputs(before, after);
  }
  return {
    before: isOver(before) ? null : before.position,
    after: isOver(after) ? null : after.position,
    reason: {
      kind: "end",
      before: isOver(before) ? old : null,
      after: isOver(after) ? fresh : null,
    },
  };
}

function sameEnd(one: RunEnd, other: RunEnd): boolean {
  if (one.kind === "raised" && other.kind === "raised") {
    return one.type === other.type && one.message === other.message;
  }
  return one.kind === other.kind;
}

function compareOutputs(before: RunCursor, after: RunCursor): Same | Divergence {
  const [old, fresh] = [before.trace.output, after.trace.output];
  if (old === fresh) return { kind: "same", complete: true };
  let common = 0;
  while (common < old.length && old[common] === fresh[common]) common += 1;
  const lineStart = startOfLine(old, fresh, common);
  const printing = ({ trace }: RunCursor) => {
    const position = trace.steps.findIndex(({ printed }) => printed > common);
    return position < 0 ? null : position;
  };
  return {
    before: printing(before),
    after: printing(after),
    reason: {
      kind: "output",
      before: lineFrom(old, lineStart),
      after: lineFrom(fresh, lineStart),
    },
  };
}

/** Where the line begins that differs first; where one text only goes on, it is the next line. */
function startOfLine(old: string, fresh: string, common: number): number {
  const goesOn = common === old.length ? fresh[common] : common === fresh.length && old[common];
  if (goesOn === "\n") return common + 1;
  return common === 0 ? 0 : old.lastIndexOf("\n", common - 1) + 1;
}

/** The line that begins at `start`; null where the text is over. */
function lineFrom(text: string, start: number): string | null {
  if (start >= text.length) return null;
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
}
