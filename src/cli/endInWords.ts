import type { RunEnd } from "../domain/trace";

/** How a run ended, for standard error: a traceback as Python prints it, or one sentence. */
export function endInWords(end: RunEnd): string {
  switch (end.kind) {
    case "finished":
      return "The program ran to its end.";
    case "raised":
      return end.traceback.trimEnd();
    case "syntaxError":
      return `Line ${end.at.line} of the ${end.at.place} cannot be read: ${end.message}`;
    case "timedOut":
      return `The program did not finish within ${end.seconds} s; --seconds allows more.`;
    case "stepLimit":
      return `The program was stopped after ${end.steps} steps; --steps allows more.`;
    case "outputLimit":
      return `The program was stopped after it printed ${end.characters} characters.`;
    case "crashed":
      return `The program brought its interpreter down: ${end.message}`;
    case "stopped":
      return "The program was stopped.";
  }
}
