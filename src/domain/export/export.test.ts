import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySample, exampleSample } from "../../testing/samples";
import type { Sample } from "../sample";
import { asVersion1 } from "../../testing/version1";
import { upgradeTrace } from "../upgradeTrace";
import { answerText } from "./answer";
import { exportFormats } from "./formats";
import { fullRowSchema, parseFullLine, toFullJsonl } from "./fullRows";
import {
  openAiChatRowSchema,
  toOpenAiChatJsonl,
  toTrlPromptCompletionJsonl,
  trlPromptCompletionRowSchema,
} from "./trainingRows";

const rowSchemas = {
  "openai-chat": openAiChatRowSchema,
  "trl-prompt-completion": trlPromptCompletionRowSchema,
  full: fullRowSchema,
};

const someSamples = fc.array(anySample, { minLength: 1, maxLength: 4 });

/** Everything that some reader takes for the end of a line, as Python's `str.splitlines` does. */
const lineEnds = ["\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"];

function linesOf(file: string): string[] {
  expect(file.endsWith("\n")).toBe(true);
  return lineEnds.reduce((text, end) => text.replaceAll(end, "\n"), file.slice(0, -1)).split("\n");
}

/** The shape of a value: key sets at every depth, and the types at the leaves. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))];
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
}

/** The program in the last fence of an answer, read as CommonMark reads it. */
function lastFence(answer: string): string | undefined {
  return /(?:^|\n)(`{3,})python\n((?:(?!\n\1(?:\n|$))[^])*\n)\1$/.exec(answer)?.[2];
}

describe.each(exportFormats)("$id", ({ id, write }) => {
  it("writes one strict row a line, in order, whatever the text", () => {
    fc.assert(
      fc.property(someSamples, (samples) => {
        const lines = linesOf(write(samples));
        expect(lines).toHaveLength(samples.length);
        for (const line of lines) rowSchemas[id].parse(JSON.parse(line));
      }),
    );
  });

  it("has the same keys and types on every row", () => {
    fc.assert(
      fc.property(someSamples, (samples) => {
        // The number of prompt messages may differ, their shape may not.
        const withPrompt = samples.map((sample): Sample => ({
          ...sample,
          prompt: [{ role: "user", content: "" }, ...sample.prompt],
        }));
        const shapes = linesOf(write(withPrompt)).map((line) => shapeOf(JSON.parse(line)));
        for (const shape of shapes) expect(shape).toEqual(shapes[0]);
      }),
    );
  });

  it("is empty without samples", () => {
    expect(write([])).toBe("");
  });

  it("is valid UTF-8 for half surrogates", () => {
    const file = write([exampleSample({ rationale: "half \ud800 pair" })]);
    const bytes = new TextEncoder().encode(file);
    expect(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toBe(file);
  });
});

describe("the full file", () => {
  it("round-trips to equal samples", () => {
    fc.assert(
      fc.property(someSamples, (samples) => {
        expect(linesOf(toFullJsonl(samples)).map(parseFullLine)).toEqual(samples);
      }),
    );
  });

  it("refuses a row with a key too many, and one whose trace is not a trace", () => {
    const row: unknown = JSON.parse(toFullJsonl([exampleSample()]));
    expect(fullRowSchema.safeParse(row).success).toBe(true);
    expect(fullRowSchema.safeParse({ ...(row as object), more: 1 }).success).toBe(false);
    expect(fullRowSchema.safeParse({ ...(row as object), trace: "{}" }).success).toBe(false);
    expect(fullRowSchema.safeParse({ ...(row as object), trace: "{" }).success).toBe(false);
  });
});

describe("the training files", () => {
  it("hold the prompt as it was sent and the answer, and nothing else", () => {
    const sample = exampleSample();
    const answer = { role: "assistant", content: answerText(sample) };
    expect(JSON.parse(toOpenAiChatJsonl([sample]))).toEqual({
      messages: [...sample.prompt, answer],
    });
    expect(JSON.parse(toTrlPromptCompletionJsonl([sample]))).toEqual({
      prompt: sample.prompt,
      completion: [answer],
    });
  });

  it("replace half surrogates, which readers in C refuse", () => {
    const sample = exampleSample({ rationale: "half \ud800 pair, whole \ud83d\ude00" });
    const row = openAiChatRowSchema.parse(JSON.parse(toOpenAiChatJsonl([sample])));
    expect(row.messages[2].content).toContain("half \ufffd pair, whole \ud83d\ude00");
  });
});

it("a row of the full file with a trace of version 1 is read with one of today's", () => {
  const sample = exampleSample();
  const trace = asVersion1(sample.trace);
  const row: unknown = JSON.parse(toFullJsonl([sample]));
  const old = JSON.stringify(Object.assign({}, row, { trace: JSON.stringify(trace) }));
  expect(parseFullLine(old)).toEqual({ ...sample, trace: upgradeTrace(trace) });
});

describe("answerText", () => {
  it("is the rationale and the fixed program in one python fence", () => {
    expect(answerText({ rationale: " Why.\n", fix: "x = 1" })).toBe(
      "Why.\n\n```python\nx = 1\n```",
    );
    expect(answerText({ rationale: "", fix: "x = 1\n" })).toBe("```python\nx = 1\n```");
  });

  it("keeps a program with fences of its own whole", () => {
    const fix = 'def f():\n    """\n```\nexample\n```\n    """\n';
    expect(lastFence(answerText({ rationale: "Why.", fix }))).toBe(fix);
  });

  it("lets the program be read back from any sample", () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const whole = sample.fix.endsWith("\n") ? sample.fix : `${sample.fix}\n`;
        expect(lastFence(answerText({ rationale: "Why.", fix: sample.fix }))).toBe(whole);
      }),
    );
  });
});
