import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export const datasetsFolder = "../shared/datasets";

/** A program of a data set with its tests, in one text. */
export type Sample = { id: string; program: string; tests: string };

const humanEvalPack = z.object({
  task_id: z.string(),
  declaration: z.string(),
  canonical_solution: z.string(),
  buggy_solution: z.string(),
  test: z.string(),
});
const plus = z.object({
  task_id: z.string(),
  prompt: z.string(),
  canonical_solution: z.string(),
});
const mbppBug = z.object({
  id: z.string(),
  buggy_program: z.string(),
  test_setup_code: z.string(),
  test_list: z.array(z.string()),
});
const quixBug = z.object({ name: z.string(), buggy_program: z.string(), tests: z.string() });

/** The rows of a file; none where it is missing. */
function rows<S extends z.ZodType>(file: string, schema: S): z.infer<S>[] {
  const path = `${datasetsFolder}/${file}`;
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** The data sets by file name, empty where missing; the asserts of MBPP+ stand in its prompts. */
export function readSamples(): { file: string; samples: Sample[] }[] {
  const readers: [file: string, read: (file: string) => Sample[]][] = [
    ["humanevalpack-python-even.jsonl", readHumanEvalPack],
    ["humanevalplus-mini-even.jsonl", readHumanEvalPlus],
    ["mbpp-llm-bugs-even.jsonl", readMbppBugs],
    ["mbppplus-even.jsonl", readMbppPlus],
    ["mbppplus-first100.jsonl", readMbppPlus],
    ["quixbugs-python-first10.jsonl", readQuixBugs],
  ];
  return readers.map(([file, read]) => ({ file, samples: read(file) }));
}

function readHumanEvalPack(file: string): Sample[] {
  return rows(file, humanEvalPack).map((row) => ({
    id: row.task_id,
    program: row.declaration + row.buggy_solution,
    tests: row.test,
  }));
}

/** HumanEval+ has inputs alone; the asserts are those of HumanEvalPack for the same task. */
function readHumanEvalPlus(file: string): Sample[] {
  const pack = rows("humanevalpack-python-even.jsonl", humanEvalPack);
  const tests = new Map(pack.map((row) => [row.task_id.split("/")[1], row.test]));
  return rows(file, plus).map((row) => ({
    id: row.task_id,
    program: row.prompt + row.canonical_solution,
    tests: tests.get(row.task_id.split("/")[1]) ?? "",
  }));
}

function readMbppBugs(file: string): Sample[] {
  return rows(file, mbppBug).map((row) => ({
    id: row.id,
    program: row.buggy_program,
    tests: [row.test_setup_code, ...row.test_list].join("\n"),
  }));
}

function readMbppPlus(file: string): Sample[] {
  return rows(file, plus).map((row) => ({
    id: row.task_id,
    program: row.canonical_solution,
    tests: row.prompt
      .split("\n")
      .filter((line) => line.startsWith("assert "))
      .join("\n"),
  }));
}

function readQuixBugs(file: string): Sample[] {
  return rows(file, quixBug).map((row) => ({
    id: row.name,
    program: row.buggy_program,
    tests: row.tests,
  }));
}
