import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readCorrectPrograms, type CorrectProgram } from "../domain/datasets/correctProgram";
import { injectedRow, type InjectedRow } from "../domain/datasets/injectedRow";
import type { InjectedBug, Injection } from "../domain/injection";
import { defaultLimits } from "../domain/limits";
import type { ProcessRuntime } from "../python/process/processRuntime";
import { readText, rowsOf } from "./files";
import type { InjectCommand } from "./injectArguments";

type Runtime = Pick<ProcessRuntime, "discover" | "judge" | "inject">;
type ProgramCommand = Extract<InjectCommand, { of: "program" }>;
type DatasetCommand = Extract<InjectCommand, { of: "dataset" }>;
type Task = Pick<CorrectProgram, "instruction" | "program" | "tests">;

/** For one test of a bug that is judged. */
const judgingSeconds = 2;

/** Makes bugs, prints or writes them; gives whether there are some. */
export async function inject(command: InjectCommand, runtime: Runtime): Promise<boolean> {
  return command.of === "program"
    ? injectProgram(command, runtime)
    : injectDataset(command, runtime);
}

async function injectProgram(command: ProgramCommand, runtime: Runtime): Promise<boolean> {
  const task = {
    instruction: "",
    program: readText(command.program),
    tests: readText(command.tests),
  };
  const injection = await confirmedBugs(task, command, runtime);
  const problem = problemOf(injection, command);
  const bugs = injection.kind === "injected" ? injection.bugs : [];
  if (command.json) process.stdout.write(`${JSON.stringify({ bugs, problem })}\n`);
  else if (problem === null) process.stdout.write(bugs.map(bugWords).join("\n"));
  else console.error(problem);
  return problem === null;
}

/** Why there are no bugs, as a sentence; null when there are. */
function problemOf(injection: Injection, { difficulty }: InjectCommand): string | null {
  if (injection.kind === "refused") return `No bug can be made: ${injection.why}.`;
  if (injection.bugs.length > 0) return null;
  return `None of ${injection.tried} variants of the program is a bug of the level "${difficulty}". Try another level or seed, or add tests.`;
}

function bugWords(bug: InjectedBug, index: number, all: readonly InjectedBug[]): string {
  const { difficulty, family, lines, failing, passing, hangs } = bug;
  const where = `line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}`;
  const tests = `${failing.length} of ${failing.length + passing.length} tests fail`;
  return [
    `# Bug ${index + 1} of ${all.length}: ${difficulty}, ${family}, ${where}; ${tests}${hangs ? ", by hanging" : ""}`,
    `# ${bug.why}`,
    bug.program,
  ].join("\n");
}

async function injectDataset(command: DatasetCommand, runtime: Runtime): Promise<boolean> {
  const { dataset, out, seed } = command;
  const programs = readPrograms(command);
  const source = dataset.slice(dataset.lastIndexOf("/") + 1);
  const rows: InjectedRow[] = [];
  for (const [index, correct] of programs.entries()) {
    const injection = await confirmedBugs(correct, command, runtime);
    const bugs = injection.kind === "injected" ? injection.bugs : [];
    rows.push(
      ...bugs.map((bug, at) => injectedRow(correct, bug, { source, seed, number: at + 1 })),
    );
    const told = problemOf(injection, command) ?? bugs.map(({ family }) => family).join(", ");
    console.error(`${index + 1} of ${programs.length}, ${correct.task}: ${told}`);
  }
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  if (out === null) process.stdout.write(text);
  else writeFileSync(resolve(process.env["INIT_CWD"] ?? ".", out), text);
  console.error(`${counted(rows.length, "bug")} of ${counted(programs.length, "program")}.`);
  return rows.length > 0;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

/** The data set's right programs, each once. @throws BadUsage for a row of an unknown shape. */
function readPrograms({ dataset, limit }: DatasetCommand): CorrectProgram[] {
  const programs = rowsOf(dataset, readCorrectPrograms);
  const known = new Map(
    programs.map((program) => [`${program.task}\n${program.program}`, program]),
  );
  return [...known.values()].slice(0, limit ?? undefined);
}

/** Bugs that fail a test also when they are judged as every verdict is, in fresh interpreters. */
async function confirmedBugs(
  task: Task,
  { difficulty, seed, count }: InjectCommand,
  runtime: Runtime,
): Promise<Injection> {
  const injection = await runtime.inject({ ...task, difficulty, seed, count });
  if (injection.kind === "refused") return injection;
  const bugs: InjectedBug[] = [];
  for (const bug of injection.bugs) {
    if (await fails({ program: bug.program, tests: task.tests }, runtime)) bugs.push(bug);
  }
  return { ...injection, bugs };
}

async function fails(source: { program: string; tests: string }, runtime: Runtime) {
  const discovery = await runtime.discover(source);
  if (discovery.kind === "unreadable") return false;
  const limits = { ...defaultLimits, seconds: judgingSeconds };
  const outcomes = await runtime.judge(source, discovery.tests, { limits });
  return outcomes.some(({ status }) => status !== "passed");
}
