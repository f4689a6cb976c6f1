import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Explanation } from "../domain/explanation";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../cases/explanations");

/** A program that ends with an error, and its name. */
export type ExplanationCase = { name: string; program: string };

/** The case files: where each is, and its programs. */
export function readExplanationCases(): { path: string; cases: ExplanationCase[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      return {
        path,
        cases: readFileSync(path, "utf8")
          .split(/^#: case /m)
          .slice(1)
          .map(parse),
      };
    });
}

function parse(part: string): ExplanationCase {
  const [name = "", ...lines] = part.trimEnd().split("\n");
  const program = lines.filter((line) => !/^#: \w+ /.test(line));
  return { name, program: `${program.join("\n").trimEnd()}\n` };
}

/** A case as its file has it: the program, and what is to be explained. */
export function writeExplanationCase(
  { name, program }: ExplanationCase,
  explanation: Explanation | null,
): string {
  const said =
    explanation === null ? ["#: silent yes"] : described(explanation, program.split("\n"));
  return `#: case ${name}\n${program}${said.join("\n")}\n`;
}

function described({ title, happened, hint, at }: Explanation, lines: readonly string[]): string[] {
  const end = at !== null && at.endLine === at.line ? at.endColumn : undefined;
  const marked = at === null ? null : Array.from(lines[at.line - 1] ?? "").slice(at.column, end);
  return [
    at === null ? "#: at nowhere" : `#: at ${at.line}:${at.column} ${marked?.join("") ?? ""}`,
    `#: title ${title}`,
    ...(happened === "" ? [] : [`#: happened ${happened}`]),
    ...(hint === null ? [] : [`#: hint ${hint}`]),
  ];
}
