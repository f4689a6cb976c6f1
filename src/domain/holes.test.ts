import { describe, expect, it } from "vitest";
import { hasHoles, holesIn } from "./holes";

describe("holes", () => {
  it("are where the program has two question marks", () => {
    expect(holesIn("if a ?? b:\n    x ??= 1\n    ??")).toEqual([5, 17, 27]);
  });

  it("are none in strings and comments", () => {
    const program = `a = "??"  # ??\nb = '\\'??'\nc = """\n"??\n"""\nd = f"{'??'}"\ne = ''??''`;
    expect(holesIn(program)).toEqual([program.lastIndexOf("??")]);
  });

  it("are found behind a string that is never closed, from the next line on", () => {
    expect(holesIn('a = "open ??\nb = ??')).toEqual([17]);
  });

  it("are none where there are more question marks or fewer", () => {
    expect(hasHoles("a = ???\nb = ????\nc = ?")).toBe(false);
  });
});
