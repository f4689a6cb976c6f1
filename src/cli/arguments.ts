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
};

export const usage = `usage: npm run -s tracemend -- trace PROGRAM.py [--tests TESTS.py] [--test N]
         [--form ${outputForms.join("|")}] [--seconds S] [--steps N]`;

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
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { tests: text, test: text, form: text, seconds: text, steps: text },
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
