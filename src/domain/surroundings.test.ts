import { describe, expect, it } from "vitest";
import { problemSchema } from "./problem";
import { shadowing } from "./standardModules";
import {
  isNothing,
  moduleName,
  nameFault,
  noSurroundings,
  sameSurroundings,
  sizeOf,
  surroundingsBounds,
  surroundingsSchema,
  withSurroundings,
  type SurroundingFile,
} from "./surroundings";

const withFiles = (...files: readonly SurroundingFile[]) =>
  surroundingsSchema.safeParse({ ...noSurroundings, files }).success;

describe("a file's name", () => {
  it.each(["a.csv", "data/a.csv", "tools/__init__.py", "Übersicht 1.txt", ".hidden", "a..b"])(
    "may be %s",
    (name) => {
      expect(nameFault(name)).toBeNull();
    },
  );

  it.each([
    ...["", " ", "/etc/passwd", "../a", "a/../../b", "a//b", "a/", "./a", "a/.", "C:\\a", "a\\b"],
    ...["a\nb", "a\u0000", "x".repeat(101), "a/b/c/d/e/f"],
  ])("may not be %j", (name) => {
    expect(nameFault(name)).not.toBeNull();
    expect(withFiles({ name, text: "" })).toBe(false);
  });

  it("is the file's alone", () => {
    expect(withFiles({ name: "a", text: "" }, { name: "b", text: "" })).toBe(true);
    expect(withFiles({ name: "a", text: "" }, { name: "a", text: "x" })).toBe(false);
    expect(withFiles({ name: "a", text: "" }, { name: "a/b", text: "x" })).toBe(false);
  });
});

describe("surroundings", () => {
  it("are bounded, counted in bytes", () => {
    expect(sizeOf({ name: "a", text: "é" })).toBe(2);
    expect(sizeOf({ name: "a", base64: "AAEC/w==" })).toBe(4);
    const half = "x".repeat(surroundingsBounds.bytes / 2);
    expect(withFiles({ name: "a", text: half }, { name: "b", text: half })).toBe(true);
    expect(withFiles({ name: "a", text: half }, { name: "b", text: `${half}x` })).toBe(false);
    expect(withFiles({ name: "a", base64: "no base64!" })).toBe(false);
    const many = Array.from({ length: 31 }, (_, index) => ({ name: `f${index}`, text: "" }));
    expect(withFiles(...many)).toBe(false);
  });

  it("hold a whole seed and a moment in UTC", () => {
    const parse = (over: object) =>
      surroundingsSchema.safeParse({ ...noSurroundings, ...over }).success;
    expect(parse({ seed: 0, clock: "2024-02-29T00:00:00Z" })).toBe(true);
    expect(parse({ seed: 1.5 })).toBe(false);
    expect(parse({ seed: -1 })).toBe(false);
    expect(parse({ clock: "yesterday" })).toBe(false);
  });

  it("that are nothing are not said, and are the same as none", () => {
    expect(isNothing(noSurroundings)).toBe(true);
    expect(withSurroundings(noSurroundings)).toEqual({});
    const some = { ...noSurroundings, stdin: "1" };
    expect(withSurroundings(some)).toEqual({ surroundings: some });
    expect(sameSurroundings({}, { surroundings: { ...noSurroundings } })).toBe(true);
    expect(sameSurroundings({}, { surroundings: some })).toBe(false);
  });

  it("are absent in a problem of before, which still loads", () => {
    const provenance = { source: "user", reference: "" };
    const texts = { title: "t", instruction: "", program: "", tests: "" };
    const former = { id: "1", ...texts, provenance };
    expect(problemSchema.parse(former)).toEqual({ ...former, heldOut: "" });
  });
});

describe("a module", () => {
  it("has the name that imports it", () => {
    expect(moduleName("helpers.py")).toBe("helpers");
    expect(moduleName("tools/shapes.py")).toBe("tools.shapes");
    expect(moduleName("tools/__init__.py")).toBe("tools");
    expect(moduleName("notes.txt")).toBeNull();
  });

  it("that is named like one of Python's or ours is told so", () => {
    expect(shadowing("random.py")).toContain("“import random” gives that one");
    expect(shadowing("json/__init__.py")).toContain("json");
    expect(shadowing("tracemend/judging/judge.py")).toContain("is taken");
    expect(shadowing("helpers.py")).toBeNull();
    expect(shadowing("random.csv")).toBeNull();
  });
});
