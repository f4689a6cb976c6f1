import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonFault } from "./jsonFault";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it("finds no fault in JSON", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom("", " ", "\n\t"), (json, space) => {
      expect(jsonFault(space + json + space)).toBeNull();
    }),
  );
});

it("finds a fault wherever the engine does", () => {
  const piece = fc.constantFrom(
    ...'{}[],:"\\ \n-01.e'.split(""),
    "true",
    "null",
    '"a"',
    '"\\u00e9"',
    "1.5e3",
    "tru",
    "\u0001",
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (pieces) => {
      expect(jsonFault(pieces) === null).toBe(isJson(pieces));
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ["", 0],
  ["hello", 0],
  ['{"a": tru}', 6],
  ['{"a": 1,}', 8],
  ["[1 2]", 3],
  ["[1, 2", 5],
  ["{} x", 3],
  ["[".repeat(9), 9],
])("says where: %j", (text, at) => {
  expect(jsonFault(text)).toBe(at);
});
