import { describe, expect, it } from "vitest";
import { splitFences } from "./fences";

describe("splitFences", () => {
  it("splits prose from code and reads the language", () => {
    expect(splitFences("a\n\n```Python title=x\nb\n```\nc")).toEqual([
      { kind: "prose", text: "a\n" },
      { kind: "code", text: "b", language: "python", closed: true },
      { kind: "prose", text: "c" },
    ]);
  });

  it("marks a fence that never closes", () => {
    expect(splitFences("```py\na\n\nb")).toEqual([
      { kind: "code", text: "a\n\nb", language: "py", closed: false },
    ]);
  });

  it("takes the indentation of a list off, and only that", () => {
    expect(splitFences("1. x\n   ```\n   def f():\n       pass\n   ```")[1]).toMatchObject({
      text: "def f():\n    pass",
      closed: true,
    });
  });

  it("closes a fence with its own mark only", () => {
    const [piece] = splitFences("````python\n```\n~~~\n````");
    expect(piece).toMatchObject({ text: "```\n~~~", closed: true });
  });

  it("reads Windows line ends", () => {
    expect(splitFences("```\r\na\r\n```\r\n")[0]).toMatchObject({ text: "a", closed: true });
  });

  it("takes code in a line of prose for prose", () => {
    expect(splitFences("```x``` is not a fence")).toEqual([
      { kind: "prose", text: "```x``` is not a fence" },
    ]);
  });
});
