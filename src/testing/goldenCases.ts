import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultLimits, type Limits } from "../domain/limits";

const casesRoot = join(dirname(fileURLToPath(import.meta.url)), "../../cases");

/** A program and its expected trace; `cases/README.md` describes the files. */
export type GoldenCase = {
  name: string;
  program: string;
  tests: string;
  /** The traced test's id, or null for the program alone. */
  test: string | null;
  limits: Limits;
  expected: {
    /** The two texts with their trace as comments. */
    program: string;
    tests: string;
    /** The kind of the end, and the exception's type where it was raised. */
    ends: string;
    output: string;
  };
};

const comment = / {2}# \(\d+\) .*$/gm;

/** Reads every case below `cases/`, in the order of their names. */
export function readGoldenCases(): GoldenCase[] {
  return readdirSync(casesRoot)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) =>
      parseCase(file.slice(0, -".py".length), readFileSync(join(casesRoot, file), "utf8")),
    );
}

/** @throws Error for a section that is not known. */
function parseCase(name: string, text: string): GoldenCase {
  const sections = new Map<string, string>();
  let tests: string | null = null;
  const [program = "", ...rest] = text.split(/^#: /m);
  for (const section of rest) {
    const [head = "", ...body] = section.split("\n");
    const [word = "", ...value] = head.split(" ");
    if (!["tests", "test", "limits", "prints", "ends"].includes(word)) {
      throw new Error(`The case ${name} has an unknown section "${word}".`);
    }
    if (word === "tests") tests = body.join("\n");
    sections.set(word, value.join(" "));
  }
  const steps = /steps=(\d+)/.exec(sections.get("limits") ?? "")?.[1];
  return {
    name,
    program: program.replaceAll(comment, ""),
    tests: (tests ?? "").replaceAll(comment, ""),
    test: sections.get("test") ?? (tests === null ? null : "t1"),
    limits: steps === undefined ? defaultLimits : { ...defaultLimits, steps: Number(steps) },
    expected: {
      program,
      tests: tests ?? "",
      ends: sections.get("ends") ?? "",
      output: (sections.get("prints") ?? "").replaceAll("\\n", "\n"),
    },
  };
}
