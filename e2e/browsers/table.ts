import type { Row } from "./scenario";

/** One browser's column: what its steps showed, or why it could not be started. */
export type Column = {
  name: string;
  version: string;
  rows: readonly Row[];
  missing: string | null;
};

const cell = (text: string) => text.replaceAll("|", "\\|");

/** Whether the steps say the same but for their figures. */
function isSame(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => text.replaceAll(/[\d.,]+/g, "#"))).size <= 1;
}

/** The columns as a table in markdown; the last column marks what differs in words, not figures. */
export function markdownTable(columns: readonly Column[]): string {
  const ran = columns.filter(({ missing }) => missing === null);
  const names = [...new Set(ran.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const head = ["", ...ran.map(({ name, version }) => `${name} ${version}`), "differs"];
  const body = names.map((name) => {
    const texts = ran.map(({ rows }) => rows.find((row) => row.name === name)?.text ?? "");
    return line([name, ...texts, isSame(texts) ? "" : "yes"]);
  });
  const absent = columns
    .filter(({ missing }) => missing !== null)
    .map(({ name, missing }) => `${name} was not tested: ${missing ?? ""}.`);
  return [line(head), line(head.map(() => "---")), ...body, "", ...absent].join("\n").trimEnd();
}
