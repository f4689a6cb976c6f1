import { defaultLimits, type Limits } from "../domain/limits";
import { forms, type FormId } from "../domain/renderers/forms";
import { BadUsage } from "./badUsage";
import { injectCommand, injectUsage, type InjectCommand } from "./injectArguments";
import { clockOf, positive, seedOf, wholeNumber } from "./options";
import { parseOptions } from "./parseOptions";

/** What is printed of a trace: one of its forms, or the trace itself. */
export type OutputForm = FormId | "json";

const outputForms: readonly OutputForm[] = [...(Object.keys(forms) as FormId[]), "json"];

/** What a program runs with besides its text; files are named and not read yet. */
export type AskedSurroundings = {
  /** A file whose text is the program's standard input. */
  stdin: string | null;
  /** Files that the program finds by their names. */
  files: string[];
  seed: number | null;
  /** ISO 8601 in UTC. */
  clock: string | null;
};

type RunCommand = AskedSurroundings & {
  /** Files, not read yet. */
  program: string;
  limits: Limits;
};

export type TraceCommand = RunCommand & {
  kind: "trace";
  tests: string | null;
  /** Counts from 1; null where none was asked for. */
  test: number | null;
  form: OutputForm;
};

export type VerifyCommand = RunCommand & { kind: "verify"; tests: string; json: boolean };

export type RepairCommand = RunCommand & {
  kind: "repair";
  tests: string;
  /** Seconds that the engine may look. */
  budget: number;
  json: boolean;
};

export type BenchRepairCommand = {
  kind: "bench-repair";
  /** Files, not read yet. */
  dataset: string;
  hidden: string | null;
  /** How many bugs, from the first on; null for all. */
  limit: number | null;
  budget: number;
  json: boolean;
};

export type Command =
  TraceCommand | VerifyCommand | RepairCommand | BenchRepairCommand | InjectCommand;

const defaultBudget = 10;

const running = "[--stdin FILE] [--file FILE]... [--seed N] [--clock 2025-01-01T12:00:00Z]";

export const usage = `usage: npm run -s tracemend -- trace PROGRAM.py [--tests TESTS.py] [--test N]
         [--form ${outputForms.join("|")}] [--seconds S] [--steps N]
         ${running}
       npm run -s tracemend -- verify PROGRAM.py --tests TESTS.py [--json] [--seconds S]
         ${running}
       npm run -s tracemend -- repair PROGRAM.py --tests TESTS.py [--budget SECONDS] [--json]
         [--seconds S] ${running}
       npm run -s tracemend -- bench-repair DATASET.jsonl [--hidden FILE] [--limit N]
         [--budget SECONDS] [--json]
       ${injectUsage}`;

/** @throws BadUsage */
export function parseCommand(args: string[]): Command {
  const [command, ...rest] = args;
  switch (command) {
    case "trace":
      return traceCommand(rest);
    case "verify":
      return verifyCommand(rest);
    case "repair":
      return repairCommand(rest);
    case "bench-repair":
      return benchRepairCommand(rest);
    case "inject":
      return injectCommand(rest);
    case undefined:
      throw new BadUsage("No command was given.");
    default:
      throw new BadUsage(`There is no command "${command}".`);
  }
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const runOptions = {
  ...{ tests: text, seconds: text, stdin: text, seed: text, clock: text },
  file: { type: "string", multiple: true },
} as const;

function traceCommand(args: string[]): TraceCommand {
  const options = { ...runOptions, test: text, form: text, steps: text } as const;
  const { values, positionals } = parseOptions(args, options);
  const command = runCommand(values, positionals);
  return {
    kind: "trace",
    ...command,
    tests: values.tests ?? null,
    test: values.test === undefined ? null : wholeNumber("--test", values.test),
    form: outputForm(values.form ?? "inline"),
    limits: {
      ...command.limits,
      ...(values.steps !== undefined && { steps: wholeNumber("--steps", values.steps) }),
    },
  };
}

function verifyCommand(args: string[]): VerifyCommand {
  const { values, positionals } = parseOptions(args, { ...runOptions, json: flag } as const);
  const command = runCommand(values, positionals);
  return { kind: "verify", ...command, tests: given(values.tests), json: values.json ?? false };
}

function repairCommand(args: string[]): RepairCommand {
  const options = { ...runOptions, json: flag, budget: text } as const;
  const { values, positionals } = parseOptions(args, options);
  const command = runCommand(values, positionals);
  const [tests, budget] = [given(values.tests), budgetOf(values.budget)];
  return { kind: "repair", ...command, tests, budget, json: values.json ?? false };
}

function benchRepairCommand(args: string[]): BenchRepairCommand {
  const options = { hidden: text, limit: text, budget: text, json: flag } as const;
  const { values, positionals } = parseOptions(args, options);
  const { hidden = null, limit, json = false } = values;
  return {
    kind: "bench-repair",
    dataset: only(positionals, "data set"),
    hidden,
    limit: limit === undefined ? null : wholeNumber("--limit", limit),
    budget: budgetOf(values.budget),
    json,
  };
}

function given(tests: string | undefined): string {
  if (tests === undefined) throw new BadUsage("No tests were given: --tests TESTS.py is missing.");
  return tests;
}

const budgetOf = (budget: string | undefined): number =>
  budget === undefined ? defaultBudget : positive("--budget", budget);

/** The one file that a command is about. */
function only([file, ...more]: readonly string[], what: string): string {
  if (file === undefined) throw new BadUsage(`No ${what} was given.`);
  if (more.length > 0) {
    throw new BadUsage(`There can be only one ${what}, not ${more.join(" ")} too.`);
  }
  return file;
}

type RunValues = {
  seconds?: string | undefined;
  stdin?: string | undefined;
  file?: string[] | undefined;
  seed?: string | undefined;
  clock?: string | undefined;
};

function runCommand(values: RunValues, positionals: readonly string[]): RunCommand {
  const { seconds, stdin, file, seed, clock } = values;
  return {
    program: only(positionals, "program"),
    limits: {
      ...defaultLimits,
      ...(seconds !== undefined && { seconds: positive("--seconds", seconds) }),
    },
    stdin: stdin ?? null,
    files: file ?? [],
    seed: seed === undefined ? null : seedOf(seed),
    clock: clock === undefined ? null : clockOf(clock),
  };
}

function outputForm(text: string): OutputForm {
  const form = outputForms.find((one) => one === text);
  if (form === undefined) throw new BadUsage(`There is no form "${text}".`);
  return form;
}
