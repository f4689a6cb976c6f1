import { describe, expect, it } from "vitest";
import { exampleId, parseExampleFile } from "./exampleFile";

const file = `# title: Double a number
# kind: wrong operator
# instruction: Return twice x.

# A comment of the program's own.
def double(x):
    return x + x + x

# --- tests
assert double(2) == 4
`;

describe("an example file", () => {
  it("holds header, program and tests", () => {
    expect(parseExampleFile("./examples/03-double-a-number.py", file)).toEqual({
      kind: "wrong operator",
      problem: {
        id: "example-double-a-number",
        title: "Double a number",
        instruction: "Return twice x.",
        program: "# A comment of the program's own.\ndef double(x):\n    return x + x + x\n",
        tests: "assert double(2) == 4\n",
        heldOut: "",
        provenance: { source: "example", reference: "double-a-number" },
      },
    });
  });

  it("may have no tests of its own, for programs with doctests", () => {
    const text = file.slice(0, file.indexOf("assert"));
    expect(parseExampleFile("a.py", text).problem.tests).toBe("");
  });

  it("is read alike with Windows line breaks", () => {
    const windows = parseExampleFile("a.py", file.replaceAll("\n", "\r\n"));
    expect(windows).toEqual(parseExampleFile("a.py", file));
  });

  it.each([
    ["the separator", file.replace("# --- tests\n", ""), 'a line "# --- tests"'],
    ["a header line", file.replace("# kind: wrong operator\n", ""), '"# kind: …"'],
    ["a known header", file.replace("# kind", "# sort: x\n# kind"), 'unknown header "# sort: …"'],
  ])("must have %s", (_, text, message) => {
    expect(() => parseExampleFile("a.py", text)).toThrow(message);
  });

  it("is named by its file without the number that orders it", () => {
    expect(exampleId("/x/12-power-by-squaring.py")).toBe("power-by-squaring");
  });
});
