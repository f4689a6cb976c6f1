import type { Test } from "../../../domain/test";

/** An answer to a question: what a call should give, both as source. */
export type Answer = { call: string; answer: string };

/** Whether a box with these tests takes an answer as a further test. */
export function takesAnswers(tests: readonly Test[]): boolean {
  return tests.length > 0 && tests.every(({ kind }) => kind !== "stdio" && kind !== "program");
}

/**
 * The text of the Tests box with one test more, in the form of its last one: an `assert` in HumanEval's
 * `check`, a method of a `unittest` class, a function, or else an `assert` at the end.
 */
export function withAnswer(box: string, tests: readonly Test[], answer: Answer): string {
  const last = tests.filter(({ place }) => place === "tests").at(-1);
  const { call, answer: value } = answer;
  const plain = `assert ${call} == ${value}`;
  switch (last?.kind) {
    case undefined:
    case "assert":
    case "doctest":
    case "program":
    case "stdio":
      return appended(box, [plain]);
    case "check": {
      const candidate = `assert ${call.replace(/^\w+/, "candidate")} == ${value}`;
      return inserted(box, last.endLine, [`${indentation(box, last.line)}${candidate}`]);
    }
    case "unittest": {
      const indent = indentation(box, last.line);
      const method = `${indent}def ${freeName(box)}(self):`;
      return inserted(box, last.endLine, [
        ...["", method, `${indent}    self.assertEqual(${call}, ${value})`],
      ]);
    }
    case "function":
      return appended(box, ["", "", `def ${freeName(box)}():`, `    ${plain}`]);
  }
}

function indentation(box: string, line: number): string {
  return /^[ \t]*/.exec(box.split("\n")[line - 1] ?? "")?.[0] ?? "";
}

/** A name for a test that the box does not have yet. */
function freeName(box: string): string {
  for (let number = 1; ; number += 1) {
    const name = `test_answer_${number}`;
    if (!new RegExp(String.raw`\b${name}\b`).test(box)) return name;
  }
}

/** `added` after a line of the box, counted from 1. */
function inserted(box: string, line: number, added: readonly string[]): string {
  return box
    .split("\n")
    .toSpliced(line, 0, ...added)
    .join("\n");
}

function appended(box: string, added: readonly string[]): string {
  const kept = box.trimEnd();
  const lines = kept === "" ? added.filter((line) => line !== "") : [kept, ...added];
  return `${lines.join("\n")}\n`;
}
