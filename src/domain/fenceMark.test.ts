import { describe, expect, it } from "vitest";
import { fenceMark } from "./fenceMark";

describe("fenceMark", () => {
  it("is longer than any run of backticks inside", () => {
    expect(fenceMark("a `b`")).toBe("```");
    expect(fenceMark("```\n````")).toBe("`````");
  });
});
