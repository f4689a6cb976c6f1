import fc from "fast-check";
import type { Sample } from "../domain/sample";
import type { Surroundings } from "../domain/surroundings";
import { largestProgram, largestProvenance, traceOfLargest } from "./largest";

/** A sample as the workbench keeps it: one wrong initial value, one test, judged apart. */
export function exampleSample(changes: Partial<Sample> = {}): Sample {
  const judging = { kind: "apart" } as const;
  const text = "assert largest([-3, -1]) == -1";
  return {
    version: 1,
    id: "sample-1",
    acceptedAt: "2026-11-22T10:00:00.000Z",
    problem: {
      id: "largest",
      title: "Largest of a list",
      instruction: "Return the largest number of xs.",
      program: largestProgram("0"),
      tests: text,
      heldOut: "",
      provenance: largestProvenance,
    },
    trace: traceOfLargest(),
    engine: { name: "search", detail: "single-edit 1" },
    prompt: [
      { role: "system", content: "You repair Python programs." },
      { role: "user", content: "Repair this program." },
    ],
    rationale: "`best` starts at 0, above every number of the list.",
    fix: largestProgram("xs[0]"),
    verdict: {
      tests: [
        {
          id: "t1",
          kind: "assert",
          name: text,
          place: "tests",
          line: 1,
          endLine: 1,
          text,
          judging,
        },
      ],
      outcomes: [
        {
          testId: "t1",
          status: "passed",
          message: "",
          expected: "-1",
          actual: "-1",
          output: "",
          judging,
        },
      ],
      fresh: true,
    },
    versions: { tracemend: "0.1.0", pyodide: "314.0.7", python: "3.14.0" },
    ...changes,
  };
}

/** Text with what breaks files and links: half surrogates, line separators, fences, control characters. */
export const anyText = fc.string({
  maxLength: 40,
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\ud800", "\udfff", "\u2028", "\u2029", "\u0085", "\ufeff", "\u0000"),
    fc.constantFrom("\n", "\r\n", "\t", "\\", '"', "`", "```", "```python\n", "é", "👩‍🔬"),
  ),
});

const count = fc.nat({ max: 1_000 });
const line = fc.integer({ min: 1, max: 1_000 });
const place = fc.constantFrom("program" as const, "tests" as const);
const location = fc.record({ place, line });
const judging: fc.Arbitrary<Sample["verdict"]["outcomes"][number]["judging"]> = fc.oneof(
  fc.constant({ kind: "apart" as const }),
  fc.record({ kind: fc.constant("together" as const), reason: anyText }),
);

const end: fc.Arbitrary<Sample["trace"]["end"]> = fc.oneof(
  fc.constant({ kind: "finished" as const }),
  fc.record({
    kind: fc.constant("raised" as const),
    type: anyText,
    message: anyText,
    at: fc.option(location),
    traceback: anyText,
  }),
  fc.record({
    kind: fc.constant("syntaxError" as const),
    message: anyText,
    at: location,
    column: count,
  }),
  fc.record({ kind: fc.constant("timedOut" as const), seconds: count }),
);

const step = fc.record(
  {
    ordinal: count,
    place,
    line,
    frame: fc.record({ call: count, function: anyText, depth: count, caller: fc.option(count) }),
    changes: fc.array(fc.record({ name: anyText, value: anyText }), { minLength: 1, maxLength: 2 }),
    iteration: line,
    printed: count,
  },
  { requiredKeys: ["ordinal", "place", "line", "frame", "changes", "printed"] },
);

const lineCounts = fc.dictionary(line.map(String), line, { maxKeys: 4, noNullPrototype: true });

const trace: fc.Arbitrary<Sample["trace"]> = fc.record({
  version: fc.constant(2 as const),
  testId: fc.option(anyText),
  end,
  steps: fc.array(step, { maxLength: 3 }),
  stepCount: count,
  counts: fc.record({ program: lineCounts, tests: lineCounts }),
  hits: fc.record({ program: lineCounts, tests: lineCounts }),
  output: anyText,
});

const test = fc.record({
  id: anyText,
  kind: fc.constantFrom("assert" as const, "doctest" as const, "stdio" as const),
  name: anyText,
  place,
  line,
  endLine: line,
  text: anyText,
  judging,
});

const outcome = fc.record({
  testId: anyText,
  status: fc.constantFrom("passed" as const, "failed" as const, "timedOut" as const),
  message: anyText,
  expected: fc.option(anyText),
  actual: fc.option(anyText),
  output: anyText,
  judging,
});

const surroundings = fc.record({
  stdin: anyText,
  files: fc.constantFrom<Surroundings["files"]>(
    [],
    [{ name: "a.csv", text: "1" }],
    [{ name: "b", base64: "AA==" }],
  ),
  seed: fc.option(fc.nat()),
  clock: fc.constantFrom(null, "2025-01-01T12:00:00Z"),
});

/** Any sample that the schema allows, whether or not the workbench could have made it. */
export const anySample: fc.Arbitrary<Sample> = fc.record({
  version: fc.constant(1 as const),
  id: anyText.filter((id) => id !== ""),
  acceptedAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  problem: fc.record(
    {
      id: anyText.filter((id) => id !== ""),
      title: anyText,
      instruction: anyText,
      program: anyText,
      tests: anyText,
      heldOut: anyText,
      provenance: fc.record({
        source: fc.constantFrom("example" as const, "user" as const, "link" as const),
        reference: anyText,
      }),
      surroundings,
      reference: anyText.filter((text) => text !== ""),
    },
    {
      requiredKeys: ["id", "title", "instruction", "program", "tests", "heldOut", "provenance"],
    },
  ),
  trace,
  engine: fc.record({
    name: fc.constantFrom("search" as const, "endpoint" as const),
    detail: anyText,
  }),
  prompt: fc.array(
    fc.record({ role: fc.constantFrom("system" as const, "user" as const), content: anyText }),
    { maxLength: 4 },
  ),
  rationale: anyText,
  fix: anyText,
  verdict: fc.record(
    {
      tests: fc.array(test, { maxLength: 2 }),
      outcomes: fc.array(outcome, { maxLength: 2 }),
      fresh: fc.boolean(),
      heldOut: fc.record({
        tests: fc.array(test, { maxLength: 2 }),
        outcomes: fc.array(outcome, { maxLength: 2 }),
        problem: anyText,
      }),
      hardCoding: fc.array(
        fc.record({
          line,
          severity: fc.constantFrom("warning" as const, "note" as const),
          words: anyText,
        }),
        { maxLength: 2 },
      ),
      contrast: fc.record({
        compared: count,
        agreed: count,
        unstable: count,
        examples: fc.array(fc.record({ call: anyText, before: anyText, after: anyText }), {
          maxLength: 2,
        }),
      }),
    },
    { requiredKeys: ["tests", "outcomes", "fresh"] },
  ),
  versions: fc.record({ tracemend: anyText, pyodide: anyText, python: anyText }),
});
