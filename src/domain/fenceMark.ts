/** Marks of a Markdown fence that nothing inside `text` can close: longer than its longest run. */
export function fenceMark(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((length, run) => Math.max(length, run.length), 0);
  return "`".repeat(Math.max(3, longest + 1));
}
