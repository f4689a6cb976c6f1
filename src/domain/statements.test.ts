import { describe, expect, it } from "vitest";
import { neverRan } from "./neverRan";
import { statements } from "./statements";

describe("statements", () => {
  it("joins what brackets, strings and backslashes hold together", () => {
    const program =
      'x = [1,\n  "](", 2]\n\n# no ( here\ny = """a\n(b"""\nz = 1 + \\\n  2\nw = "#("';
    expect(statements(program).map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [5, 6],
      [7, 8],
      [9, 9],
    ]);
  });
});

describe("neverRan", () => {
  const program = [
    "def f(x):",
    '    """Doc."""',
    "    if x:",
    "        return g(",
    "            x,",
    "        )",
    "    else:",
    "        # nothing",
    "        return 0",
  ].join("\n");

  it("names whole statements, and neither heads nor comments nor documentation", () => {
    expect([...neverRan(program, { 1: 1, 3: 1, 9: 1 })]).toEqual([4, 5, 6]);
    expect([...neverRan(program, { 1: 1, 3: 1, 5: 1 })]).toEqual([9]);
  });

  it("names nothing when nothing ran", () => {
    expect(neverRan(program, {}).size).toBe(0);
  });
});
