/** A line of a program, and the trace comment behind it with the spaces before it, or nothing. */
export type CommentedLine = { code: string; comment: string };

/**
 * Takes an inline trace apart again, so that its comments can be shown in a hue of their own: the
 * inline form only ever appends to a program's lines.
 */
export function commentedLines(program: string, inline: string): CommentedLine[] {
  const codeLines = program.trimEnd().split("\n");
  const inlineLines = inline.split("\n");
  return codeLines.map((code, index) => {
    const line = inlineLines[index] ?? code;
    return line.startsWith(code)
      ? { code, comment: line.slice(code.length) }
      : { code: line, comment: "" };
  });
}
