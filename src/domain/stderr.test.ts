import { expect, it } from "vitest";
import { outputParts, warningsIn } from "./stderr";
import { emptyTrace, traceSchema } from "./trace";

const printed = { output: "one\nbad\ntwo\n", stderr: [[4, 8]] as [number, number][] };

it("cuts what was printed where the stream changes, within any bounds", () => {
  const [one, bad, two] = [
    { text: "one\n", isError: false },
    { text: "bad\n", isError: true },
    { text: "two\n", isError: false },
  ];
  expect(outputParts(printed)).toEqual([one, bad, two]);
  expect(outputParts(printed, 0, 4)).toEqual([one]);
  expect(outputParts(printed, 0, 6)).toEqual([one, { text: "ba", isError: true }]);
  expect(outputParts(printed, 6)).toEqual([{ text: "d\n", isError: true }, two]);
  expect(outputParts({ output: "x" })).toEqual([{ text: "x", isError: false }]);
  expect(outputParts({ output: "" })).toEqual([]);
});

it("keeps all of the output whatever the ranges are", () => {
  const output = "abcdef";
  const odd: [number, number][] = [
    [2, 1],
    [0, 99],
    [3, 4],
  ];
  expect(
    outputParts({ output, stderr: odd })
      .map(({ text }) => text)
      .join(""),
  ).toBe(output);
});

it("finds warnings with their lines, in standard error alone", () => {
  const text =
    '<program>:3: SyntaxWarning: "is" with a literal\n  if x is 1:\n<tests>:1: UserWarning: hm\n<program>:3: SyntaxWarning: "is" with a literal\n';
  const output = `<program>:9: UserWarning: printed\n${text}`;
  expect(warningsIn({ output, stderr: [[output.length - text.length, output.length]] })).toEqual([
    { place: "program", line: 3, category: "SyntaxWarning", message: '"is" with a literal' },
    { place: "tests", line: 1, category: "UserWarning", message: "hm" },
  ]);
});

it("is left out of a trace of before, which still loads", () => {
  const trace = emptyTrace(null, { kind: "finished" });
  expect(traceSchema.parse(trace)).toEqual(trace);
  expect(traceSchema.parse({ ...trace, stderr: [[0, 1]] }).stderr).toEqual([[0, 1]]);
});
