import fc from "fast-check";
import { expect, it } from "vitest";
import { fitted } from "./fitting";

it("leaves what fits as it is", () => {
  expect(fitted(["ab", "cde"], 5)).toEqual(["ab", "cde"]);
});

it("cuts the longest, so that every text still shows how it begins", () => {
  const long = "x".repeat(200);
  expect(fitted(["(0) n=1;", long, "(9) n=2;"], 60)).toEqual([
    "(0) n=1;",
    `${"x".repeat(43)}…`,
    "(9) n=2;",
  ]);
});

it("never needs more room than there is, unless for the least of each, and keeps every beginning", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 100 }), { maxLength: 8 }), (texts) => {
      const cut = fitted(texts, 120);
      expect(cut.join("").length).toBeLessThanOrEqual(Math.max(120, 12 * texts.length));
      cut.forEach((text, index) => {
        const whole = texts[index] ?? "";
        if (text !== whole) expect(whole.startsWith(text.slice(0, -1))).toBe(true);
      });
    }),
  );
});
