import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf, plainWords } from "./explanation";

describe("the pieces of an explanation's text", () => {
  it.each([
    ["nothing but words", ["words:nothing but words"]],
    ["`x` was `3`.", ["code:x", "words: was ", "code:3", "words:."]],
    ["``a`b`` here", ["code:a`b", "words: here"]],
    ["`` ` `` means nothing", ["code:`", "words: means nothing"]],
    ["one ` alone", ["words:one ` alone"]],
    ["`' '`", ["code:' '"]],
  ])("of %j", (text, pieces) => {
    expect(piecesOf(text).map((piece) => `${piece.kind}:${piece.text}`)).toEqual(pieces);
  });

  it("lose no letter but the marks", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plainWords(text).replaceAll(/[` ]/g, "")).toBe(text.replaceAll(/[` ]/g, ""));
      }),
    );
  });
});
