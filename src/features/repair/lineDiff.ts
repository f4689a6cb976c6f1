import { diffWordsWithSpace, structuredPatch } from "diff";

/** A piece of a line; `changed` marks what differs from the line it is paired with. */
export type DiffPart = { text: string; changed: boolean };

/** One line of a diff, with its 1-based number in each text that has it. */
export type DiffLine = {
  kind: "same" | "removed" | "added";
  before: number | null;
  after: number | null;
  parts: readonly DiffPart[];
};

/** Neighbouring changes with `context` unchanged lines around them. */
export type DiffHunk = { lines: readonly DiffLine[] };

/** Of two paired lines, the share of text that must agree for a word-level marking to help. */
const similarEnough = 0.4;

/** Compares two programs line by line, and word by word inside lines that replace each other. */
export function lineDiff(before: string, after: string, context = 3): DiffHunk[] {
  const patch = structuredPatch("", "", withNewline(before), withNewline(after), "", "", {
    context,
  });
  return patch.hunks.map((hunk) => ({
    lines: markWords(numbered(hunk.lines, hunk.oldStart, hunk.newStart)),
  }));
}

/** A missing last newline is no difference between programs. */
function withNewline(text: string): string {
  return `${text.trimEnd()}\n`;
}

function numbered(lines: readonly string[], oldStart: number, newStart: number): DiffLine[] {
  let before = oldStart;
  let after = newStart;
  return lines.map((line) => {
    const parts = [{ text: line.slice(1), changed: false }];
    if (line.startsWith("-")) return { kind: "removed", before: before++, after: null, parts };
    if (line.startsWith("+")) return { kind: "added", before: null, after: after++, parts };
    return { kind: "same", before: before++, after: after++, parts };
  });
}

/** Pairs the lines of each run of removals with those of the additions that follow it. */
function markWords(lines: readonly DiffLine[]): DiffLine[] {
  const marked = [...lines];
  let start = 0;
  while (start < lines.length) {
    const removed = runLength(lines, start, "removed");
    const added = runLength(lines, start + removed, "added");
    for (let pair = 0; pair < Math.min(removed, added); pair += 1) {
      const old = lines[start + pair];
      const fresh = lines[start + removed + pair];
      if (old === undefined || fresh === undefined) continue;
      const [oldParts, newParts] = compareWords(textOf(old), textOf(fresh));
      marked[start + pair] = { ...old, parts: oldParts };
      marked[start + removed + pair] = { ...fresh, parts: newParts };
    }
    start += Math.max(1, removed + added);
  }
  return marked;
}

function runLength(lines: readonly DiffLine[], start: number, kind: DiffLine["kind"]): number {
  let end = start;
  while (lines[end]?.kind === kind) end += 1;
  return end - start;
}

function compareWords(before: string, after: string): [DiffPart[], DiffPart[]] {
  const changes = diffWordsWithSpace(before, after);
  const common = changes
    .filter((change) => !change.added && !change.removed)
    .reduce((length, change) => length + change.value.length, 0);
  const worthMarking = common >= similarEnough * Math.max(before.length, after.length);
  if (!worthMarking) {
    return [[{ text: before, changed: false }], [{ text: after, changed: false }]];
  }
  const side = (other: "added" | "removed"): DiffPart[] =>
    changes
      .filter((change) => !change[other])
      .map((change) => ({ text: change.value, changed: change.added || change.removed }));
  return [side("added"), side("removed")];
}

function textOf(line: DiffLine): string {
  return line.parts.map((part) => part.text).join("");
}
