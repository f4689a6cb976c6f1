import { expect, it } from "vitest";
import { shortCount } from "./gutter";

it.each([
  [7, "7"],
  [999, "999"],
  [1_000, "1k"],
  [1_999, "1.9k"],
  [12_345, "12k"],
  [999_999, "999k"],
  [10_000_000, "10M"],
])("writes %i as %s", (count, text) => {
  expect(shortCount(count)).toBe(text);
});
