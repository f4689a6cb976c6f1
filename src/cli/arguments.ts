import { parseArgs } from "node:util";
import { defaultLimits, type Limits } from "../domain/limits";
import { forms, type FormId } from "../domain/renderers/forms";

/** What is printed: one of the trace's forms, or the trace itself. */
export type OutputForm = FormId | "json";

const outputForms: readonly OutputForm[] = [...(Object.keys(forms) as FormId[]), "json"];

/** A trace command, its texts not read yet. */
export type TraceCommand = {
  program: string;
  tests: string | null;
  /** Counts from 1; null where none was asked for. */
  test: number | null;
  form: OutputForm;
  limits: Limits;
  /** A file whose text is the program's standard input. */
  stdin: string | null;
  /** Files that the program finds by their names. */
  files: string[];
  seed: number | null;
  /** ISO 8601 in UTC. */
  clock: string | null;
};

export const usage = `usage: npm run -s tracemend -- trace PROGRAM.py [--tests TESTS.py] [--test N]
         [--form ${outputForms.join("|")}] [--seconds S] [--steps N]
         [--stdin FILE] [--file FILE]... [--seed N] [--clock 2025-01-01T12:00:00Z]`;

/** The command line asks for what does not exist; the message says what, in words for the user. */
export class BadUsage extends Error {}

/** @throws BadUsage */
export function parseCommand(args: string[]): TraceCommand {
  const { values, positionals } = parse(args);
  const [command, program, ...more] = positionals;
  if (command !== "trace") {
    throw new BadUsage(
      command === undefined ? "No command was given." : `There is no command "${command}".`,
    );
  }
  if (program === undefined) throw new BadUsage("No program was given.");
  if (more.length > 0)
    throw new BadUsage(`Only one program can be traced, not ${more.join(" ")} too.`);
  return {
    program,
    tests: values.tests ?? null,
    test: values.test === undefined ? null : wholeNumber("--test", values.test),
    form: outputForm(values.form ?? "inline"),
    limits: {
      ...defaultLimits,
      ...(values.seconds !== undefined && { seconds: positive("--seconds", values.seconds) }),
      ...(values.steps !== undefined && { steps: wholeNumber("--steps", values.steps) }),
    },
    stdin: values.stdin ?? null,
    files: values.file ?? [],
    seed: values.seed === undefined ? null : seedOf(values.seed),
    clock: values.clock === undefined ? null : clockOf(values.clock),
  };
}

function seedOf(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (seed <= 0xffff_ffff) return seed;
  throw new BadUsage(`--seed takes a whole number from 0 to 4294967295, not "${text}".`);
}

function clockOf(text: string): string {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text);
  const moment = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (isInstant && !Number.isNaN(moment.getTime())) return `${moment.toISOString().slice(0, 19)}Z`;
  throw new BadUsage(`--clock takes a moment such as 2025-01-01T12:00:00Z, not "${text}".`);
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ tests: text, test: text, form: text, seconds: text, steps: text },
        ...{ stdin: text, file: { type: "string", multiple: true }, seed: text, clock: text },
      },
    });
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : String(error));
  }
}

function outputForm(text: string): OutputForm {
  const form = outputForms.find((one) => one === text);
  if (form === undefined) throw new BadUsage(`There is no form "${text}".`);
  return form;
}

function positive(option: string, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  // A timer of Node's counts milliseconds in 31 bits.
  if (!(value > 0 && value <= 1_000_000)) {
    throw new BadUsage(`${option} takes a number above 0 and up to 1000000, not "${text}".`);
  }
  return value;
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) {
    throw new BadUsage(`${option} takes a whole number from 1 on, not "${text}".`);
  }
  return Number(text);
}
