import { expect, it } from "vitest";
import { addFiles, fileOf, sizeWords } from "./surroundingFiles";
import { noSurroundings, surroundingsBounds } from "./surroundings";

const named = (name: string, text = "") => ({ name, text });

it("a file is text where it is some, else bytes", () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  expect(fileOf("a", new TextEncoder().encode("\ufeffé\r\n"))).toEqual(named("a", "\ufeffé\r\n"));
  expect(fileOf("a", bytes(0, 1, 2, 255))).toEqual({ name: "a", base64: "AAEC/w==" });
  expect(fileOf("a", bytes(104, 0))).toEqual({ name: "a", base64: "aAA=" });
});

it("files are added, or replace the ones of their names", () => {
  const before = { ...noSurroundings, files: [named("a", "old"), named("b")] };
  const { surroundings, added, refused } = addFiles(before, [named("a", "new"), named("c")]);
  expect(surroundings.files).toEqual([named("b"), named("a", "new"), named("c")]);
  expect(added).toHaveLength(2);
  expect(refused).toEqual([]);
});

it("files that cannot be are refused with the reason, and the others added", () => {
  const large = "x".repeat(surroundingsBounds.bytes);
  const given = ["../a", "random.py", "data", "data/a.csv"].map((name) => named(name));
  const { added, refused } = addFiles(noSurroundings, [...given, named("large", `${large}x`)]);
  expect(added.map(({ name }) => name)).toEqual(["data"]);
  expect(refused.map(({ why }) => why)).toEqual([
    expect.stringContaining("lead out by"),
    expect.stringContaining("has a module random of its own"),
    expect.stringContaining("cannot be beside data"),
    expect.stringContaining("may have 1 MB"),
  ]);
});

it("sizes are said in words", () => {
  expect([1, 820, 12_345, 1_000_000].map(sizeWords)).toEqual([
    "1 byte",
    "820 bytes",
    "12 kB",
    "1 MB",
  ]);
});
