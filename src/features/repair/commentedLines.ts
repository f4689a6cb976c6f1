/** A line of a program, and the trace comment behind it with the spaces before it, or nothing. */
export type CommentedLine = { code: string; comment: string };

const lineBreak = /\r\n|\r|\n/;

/**
 * Takes an inline trace apart again, so that its comments can be shown in a hue of their own: the
 * inline form only ever appends to a program's lines.
 */
export function commentedLines(program: string, inline: string): CommentedLine[] {
  const codeLines = program.trimEnd().split(lineBreak);
  const inlineLines = inline.split(lineBreak);
  return codeLines.map((code, index) => {
    const line = inlineLines[index] ?? code;
    return line.startsWith(code)
      ? { code, comment: line.slice(code.length) }
      : { code: line, comment: "" };
  });
}
