import { describe, expect, it } from "vitest";
import { topLevelParts } from "./pythonParts";

function summary(text: string): string[] {
  return topLevelParts(text).map(({ kind, name, start, end }) =>
    `${kind} ${name} ${String(start)}-${String(end)}`.replace("  ", " "),
  );
}

describe("topLevelParts", () => {
  it("tells definitions, imports and statements apart, with the blank lines between in none", () => {
    const text = [
      '"""About this."""',
      "import re",
      "",
      "# a comment",
      "@cache",
      "def f(x):",
      "    return x",
      "",
      "",
      "class A(B):",
      "    pass",
      "async def g(): pass",
      "print(f(1))",
      "",
    ].join("\n");
    expect(summary(text)).toEqual([
      "statement 0-1",
      "import 1-2",
      "definition f 4-7",
      "definition A 9-11",
      "definition g 11-12",
      "statement 12-13",
    ]);
  });

  it.each([
    [
      "a triple-quoted string",
      'def f():\n    """\ndef g():\n    """\n    return 1',
      "definition f 0-5",
    ],
    ["brackets", "x = [\n1,\n2,\n]", "statement 0-4"],
    ["a backslash", "x = 1 + \\\n2", "statement 0-2"],
    ["the clauses of a statement", "if x:\n    y()\nelse:\n    z()", "statement 0-4"],
    [
      "a parenthesis that closes at column 0",
      "def f(\n    a,\n):\n    return a",
      "definition f 0-4",
    ],
  ])("keeps together what %s holds together", (_what, text, part) => {
    expect(summary(text)).toEqual([part]);
  });

  it.each([
    ["an apostrophe in a comment", "x = 1  # it's ( open\ny = 2"],
    ["quotes in quotes", "x = \"it's\"\ny = '\"'"],
    ["escapes", "x = '\\'('\ny = 2"],
    ["brackets in strings", 'x = "([{"\ny = 2'],
  ])("is not misled by %s", (_what, text) => {
    expect(summary(text)).toEqual(["statement 0-1", "statement 1-2"]);
  });
});
