import { z } from "zod";
import type { TestOutcome } from "../domain/test";

/**
 * Bounds on what an interpreter sends. Each is far above what our own code sends; what passes one was
 * sent by a program that took the interpreter over, to tire or break the app.
 */

/** Characters of one message, and of all events and the result of one call. */
const longestMessage = 2 ** 26;
const longestCall = 2 ** 29;

/** Levels of arrays of a plain value: `plain.py` gives at most three for each of its 100. */
const deepest = 400;

/** Characters of a message, a value or a reason that is shown. */
const longestText = 2_000;

/** Reads what one call sends, as long as it is no flood. */
export class Receipts {
  private room = longestCall;

  /** @throws Error for what is no JSON, too long, or too much. */
  parse(json: string): unknown {
    this.room -= json.length;
    if (json.length > longestMessage || this.room < 0) {
      throw new Error("it sent more than a run can have to say");
    }
    return JSON.parse(json);
  }
}

/** Whether JSON arrays are nested no deeper than those of a plain value: more would overflow stacks. */
export function isShallow(form: unknown): boolean {
  let level: unknown[] = [form];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    level = level.flatMap((item) => (Array.isArray(item) ? (item as unknown[]) : []));
  }
  return true;
}

/** The text, or its beginning when it is longer than anything that is shown. */
export function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

/** The outcome with texts of bounded length: `characters` of output, and few of the others. */
export function boundedOutcome(outcome: TestOutcome, characters: number): TestOutcome {
  const { message, expected, actual, output } = outcome;
  return {
    ...outcome,
    message: shortened(message),
    expected: expected === null ? null : shortened(expected),
    actual: actual === null ? null : shortened(actual),
    output: output.slice(0, characters),
  };
}

/** In a line, what is wrong with a message that was refused. */
export function faultOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues[0]?.message ?? "it is out of form";
  const lines = (error instanceof Error ? error.message : String(error)).trim().split("\n");
  return (lines.at(-1) ?? "").slice(0, 200);
}
