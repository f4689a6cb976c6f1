/** A piece of a Markdown text: prose, or the inside of a code fence. */
export type Piece =
  | { kind: "prose"; text: string }
  | { kind: "code"; text: string; language: string; closed: boolean };

const opening = /^([ \t]*)(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^`]*$/;

function isClosing(line: string, mark: string): boolean {
  const text = line.trim();
  return text.length >= mark.length && text === (mark[0] ?? "").repeat(text.length);
}

/** Takes away the indentation of a fence that stands in a list. */
function outdent(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}

/** Splits a Markdown text at its code fences, as CommonMark reads them (section 4.5). */
export function splitFences(text: string): Piece[] {
  const pieces: Piece[] = [];
  let prose: string[] = [];
  let fence: { indent: string; mark: string; language: string; lines: string[] } | null = null;
  const endProse = (): void => {
    if (prose.length > 0) pieces.push({ kind: "prose", text: prose.join("\n") });
    prose = [];
  };
  const endFence = (closed: boolean): void => {
    if (fence === null) return;
    const { language, lines } = fence;
    pieces.push({ kind: "code", text: lines.join("\n"), language, closed });
    fence = null;
  };
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    if (fence !== null) {
      if (isClosing(line, fence.mark)) endFence(true);
      else fence.lines.push(outdent(line, fence.indent));
      continue;
    }
    const [, indent = "", mark = "", language = ""] = opening.exec(line) ?? [];
    if (mark === "") prose.push(line);
    else {
      endProse();
      fence = { indent, mark, language: language.toLowerCase(), lines: [] };
    }
  }
  endFence(false);
  endProse();
  return pieces;
}

/** The prose of a text, without its fences. */
export function proseOf(pieces: readonly Piece[]): string {
  return pieces
    .flatMap((piece) => (piece.kind === "prose" ? [piece.text.trim()] : []))
    .filter((text) => text !== "")
    .join("\n\n");
}
