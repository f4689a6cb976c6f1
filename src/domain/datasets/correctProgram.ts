import { z } from "zod";
import { bugSchema } from "./bug";
import { readRows } from "./rows";

/** A right program of a published data set, with the tests that it passes. */
export type CorrectProgram = {
  /** The task in a set of hidden inputs where there is one, else as the data set names it. */
  task: string;
  /** Whether hidden inputs judge the task's programs. */
  hasHidden: boolean;
  instruction: string;
  program: string;
  tests: string;
  entry: string;
};

/** Rows of bugs come with a right program. */
const ofBug = bugSchema.transform((bug): CorrectProgram => ({
  task: bug.hiddenId ?? bug.id,
  hasHidden: bug.hiddenId !== null,
  instruction: bug.instruction,
  program: withNewline(bug.reference),
  tests: withNewline(bug.tests),
  entry: bug.entry,
}));

/** MBPP+ (EvalPlus, arXiv:2305.01210), whose rows have their asserts. */
const mbppPlus = z
  .object({
    task_id: z.string(),
    prompt: z.string(),
    entry_point: z.string(),
    canonical_solution: z.string(),
    assertion: z.string(),
  })
  .transform((row): CorrectProgram => ({
    task: row.task_id,
    hasHidden: true,
    instruction: sentences(row.prompt),
    program: withNewline(row.canonical_solution),
    tests: withNewline(row.assertion),
    entry: row.entry_point,
  }));

/** MBPP (arXiv:2108.07732); its sanitized form has `prompt` and `test_imports`. */
const mbpp = z
  .object({
    task_id: z.number().int(),
    text: z.string().optional(),
    prompt: z.string().optional(),
    code: z.string(),
    test_setup_code: z.string().default(""),
    test_imports: z.array(z.string()).default([]),
    test_list: z.array(z.string()).min(1),
  })
  .transform((row): CorrectProgram => ({
    task: `Mbpp/${String(row.task_id)}`,
    hasHidden: true,
    instruction: sentences(row.text ?? row.prompt ?? ""),
    program: withNewline(row.code),
    tests: withNewline([row.test_setup_code, ...row.test_imports, ...row.test_list].join("\n")),
    entry: calledFunction(row.code, row.test_list.join("\n")),
  }));

/** A row of any set that has right programs and tests for them, as it was published. */
const correctProgramSchema = z.union([ofBug, mbppPlus, mbpp]);

/**
 * The right programs of a data set, in its order.
 * @throws BrokenRow for the first line that has none.
 */
export function readCorrectPrograms(jsonl: string): CorrectProgram[] {
  const shape = "HumanEvalPack (Python), MBPP, MBPP+, QuixBugs or mbpp-llm-bugs";
  return readRows(jsonl, correctProgramSchema, shape).map(({ row }) => row);
}

/** Without empty lines around it: the text that models are shown and the one that is edited agree. */
function withNewline(text: string): string {
  const body = text.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
  return body === "" ? "" : `${body}\n`;
}

/** A docstring's sentences, without its quotes and asserts. */
function sentences(prompt: string): string {
  const lines = prompt.replaceAll('"""', "").split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("assert "))
    .join(" ");
}

/** The function of a program that its tests name; empty for none. */
function calledFunction(program: string, tests: string): string {
  const names = [...program.matchAll(/^def\s+(\w+)/gm)].map(([, name = ""]) => name);
  return names.find((name) => new RegExp(`\\b${name}\\b`).test(tests)) ?? "";
}
