import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { traceOfLargest } from "../testing/largest";
import { largestRequest } from "../testing/largestRequest";
import { anyTrace } from "../testing/traces";
import { asVersion1 } from "../testing/version1";
import { readTraceFile, traceFileSchema, writeTraceFile, type TraceFileFailure } from "./traceFile";
import type { Trace } from "./trace";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { problem, tests } = largestRequest();
const content = {
  program: problem.program,
  tests: problem.tests,
  test: tests[0] ?? null,
  trace: traceOfLargest(),
};

function failureOf(text: string): TraceFileFailure {
  const read = readTraceFile(text);
  if (read.kind === "read") throw new Error("the file was read");
  return read.failure;
}

describe("a trace file", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyTrace(), fc.string(), (trace, program) => {
        const text = writeTraceFile({ ...content, program, trace });
        const file = { format: "tracemend-trace", version: 2, ...content, program, trace };
        expect(readTraceFile(text)).toEqual({ kind: "read", file });
        expect(readTraceFile(`\ufeff${text}`)).toEqual({ kind: "read", file });
        expect(text.indexOf("\n")).toBe(text.length - 1);
      }),
    );
  });

  it("gives the steps of a call one frame", () => {
    const read = readTraceFile(writeTraceFile(content));
    if (read.kind === "refused") throw new Error(read.failure.why);
    expect(new Set(read.file.trace.steps.map(({ frame }) => frame)).size).toBe(1);
  });

  it("is refused with a reason, never with an exception, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { what, why, tryThis } = failureOf(text);
        expect([what, why, tryThis]).not.toContain("");
      }),
    );
  });
});

describe("a file that is refused says why", () => {
  const text = writeTraceFile(content);
  const over = (fields: object) => JSON.stringify({ ...JSON.parse(text), ...fields });
  const withTrace = (changes: Partial<Trace>) =>
    writeTraceFile({
      ...content,
      trace: { ...content.trace, ...changes },
    });
  const [first, second] = content.trace.steps;
  if (first === undefined || second === undefined) throw new Error("the trace has no steps");

  it.each([
    ["nothing in it", " \n", "It is empty."],
    ["a program", "def f():\n  pass", "It is not JSON: line 1, column 1 cannot be read."],
    ["an error on a later line", '{\n  "a" 1}', "It is not JSON: line 2, column 7 cannot be read."],
    ["cut off", text.slice(0, 40), "It ends at line 1, column 41, before its JSON does."],
    [
      "other JSON",
      '{"format": "har"}',
      'It is JSON, but does not say "format": "tracemend-trace".',
    ],
    ["a list", "[]", 'It is JSON, but does not say "format": "tracemend-trace".'],
    ["a newer version", over({ version: 3 }), "A newer Tracemend wrote it."],
    ["version 1", over({ version: 1 }), "It has no program beside it, nor what was printed when."],
    [
      "a bare trace of version 1",
      JSON.stringify(asVersion1(content.trace)),
      "It has no program beside it, nor what was printed when.",
    ],
    ["no program", over({ program: 3 }), "program: Invalid input: expected string"],
    ["a line 0", withTrace({ steps: [{ ...first, line: 0 }] }), "trace.steps[0].line: Too small"],
    [
      "steps out of order",
      withTrace({ steps: [second, first] }),
      "trace.steps[1].ordinal: 0 comes where 2 could.",
    ],
    ["more steps than it counts", withTrace({ stepCount: 4 }), "trace.stepCount: 4 is less than 5"],
    [
      "a call told in two ways",
      withTrace({ steps: [first, { ...second, frame: { ...second.frame, depth: 7 } }] }),
      "trace.steps[1].frame: call 1 is another one in an earlier step.",
    ],
    [
      "a call that made itself",
      withTrace({ steps: [{ ...first, frame: { ...first.frame, caller: 1 } }] }),
      "trace.steps[0].frame.caller: call 1 began after call 1, which it made.",
    ],
  ])("%s", (_name, given, why) => {
    expect(failureOf(given).why).toContain(why);
  });
});

describe("docs/trace-format.md", () => {
  const document = readFileSync(join(root, "docs/trace-format.md"), "utf8");

  it("has an example that can be opened", () => {
    expect(readTraceFile(/```json\n([^]*?)```/.exec(document)?.[1] ?? "").kind).toBe("read");
  });

  it("names every key and every kind", () => {
    const schema = JSON.stringify(z.toJSONSchema(traceFileSchema, { io: "input" }));
    const keys = [...schema.matchAll(/"(\w+)":\{/g)].map(([, key]) => key);
    const kinds = [...schema.matchAll(/"const":"(\w+)"/g)].map(([, kind]) => kind);
    const ofSchema = ["properties", "items", "propertyNames", "additionalProperties"];
    const words = [...keys, ...kinds].filter((word) => word && !ofSchema.includes(word));
    const code = new Set((document.match(/`[^`\n]+`/g) ?? []).join(" ").match(/\w+/g));
    expect(words).toContain("outputLimit");
    expect(words.filter((word) => word !== undefined && !code.has(word))).toEqual([]);
  });
});

it("has its JSON Schema at public/trace.schema.json", async () => {
  const schema = { title: "Tracemend trace", ...z.toJSONSchema(traceFileSchema, { io: "input" }) };
  const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 100 });
  await expect(
    text,
    "The published schema is out of date. Write it anew: npx vitest run --project unit src/domain/traceFile.test.ts --update",
  ).toMatchFileSnapshot(join(root, "public/trace.schema.json"));
});
