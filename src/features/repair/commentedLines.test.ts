import { describe, expect, it } from "vitest";
import { renderInline } from "../../domain/renderers/inline";
import { exampleSample } from "../../testing/samples";
import { commentedLines } from "./commentedLines";

describe("taking an inline trace apart", () => {
  it("gives back the program's own lines, whatever breaks them", () => {
    const { fix, trace } = exampleSample();
    const first = trace.steps[0]?.changes[0];
    for (const program of [fix, fix.replaceAll("\n", "\r\n")]) {
      const lines = commentedLines(program, renderInline(program, trace));
      expect(lines.map(({ code }) => code).join("\n")).toBe(fix.trimEnd());
      expect(lines[0]?.comment).toBe(`  # (0) ${first?.name ?? ""}=${first?.value ?? ""};`);
    }
  });

  it("keeps a hash that is part of the program", () => {
    const program = 'x = "# no comment"  # a remark';
    expect(commentedLines(program, `${program}  # (0) x='';`)).toEqual([
      { code: program, comment: "  # (0) x='';" },
    ]);
  });
});
