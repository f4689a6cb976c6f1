import type { Problem } from "./problem";

/** An example problem, with the kind of mistake that it shows. */
export type Example = { problem: Problem; kind: string };

const separator = "# --- tests";
const fields = ["title", "kind", "instruction"] as const;
type Header = Record<(typeof fields)[number], string>;

/** The id of the example in a file such as `01-largest-of-a-list.py`: its name without number and ending. */
export function exampleId(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/^\d+-/, "").replace(/\.py$/, "");
}

/**
 * Reads an example file: header lines `# title: …`, `# kind: …` and `# instruction: …`, the program, a
 * line `# --- tests`, and the tests.
 *
 * @throws Error naming the path and what is missing.
 */
export function parseExampleFile(path: string, text: string): Example {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const split = lines.indexOf(separator);
  if (split < 0) throw new Error(`${path}: a line "${separator}" must stand before the tests`);
  const { header, length } = readHeader(path, lines);
  const { title, kind, instruction } = header;
  const id = exampleId(path);
  return {
    kind,
    problem: {
      id: `example-${id}`,
      title,
      instruction,
      program: block(lines.slice(length, split)),
      tests: block(lines.slice(split + 1)),
      heldOut: "",
      provenance: { source: "example", reference: id },
    },
  };
}

function readHeader(path: string, lines: readonly string[]): { header: Header; length: number } {
  const found = new Map<string, string>();
  let length = 0;
  for (const line of lines) {
    const entry = /^# (\w+): (.+)$/.exec(line);
    if (!entry) break;
    found.set(entry[1] ?? "", (entry[2] ?? "").trim());
    length += 1;
  }
  const field = (name: (typeof fields)[number]): string => {
    const value = found.get(name);
    if (value === undefined) throw new Error(`${path}: the header has no line "# ${name}: …"`);
    return value;
  };
  const unknown = [...found.keys()].find((name) => !fields.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`${path}: unknown header "# ${unknown}: …"`);
  return {
    header: { title: field("title"), kind: field("kind"), instruction: field("instruction") },
    length,
  };
}

/** Lines as a text without empty lines around it and with one line break at its end. */
function block(lines: readonly string[]): string {
  const text = lines
    .join("\n")
    .replace(/^\s*\n/, "")
    .trimEnd();
  return text === "" ? "" : `${text}\n`;
}
