import { wholeSteps } from "../domain/condense";
import type { Explanation } from "../domain/explanation";
import type { RunEnd, Trace } from "../domain/trace";

const number = new Intl.NumberFormat("en");

/** Which steps were kept, for a trace that left some out; on standard error. */
export function keptStepsInWords(trace: Pick<Trace, "steps" | "stepCount">): string {
  const [made, whole] = [number.format(trace.stepCount), number.format(wholeSteps(trace))];
  return `The program made ${made} steps: each up to ${whole} was kept, and of the later ones each line's first and last; --steps keeps more.`;
}

/** How a run ended, for standard error: the traceback and what it says in plain words, or one sentence. */
export function endInWords(end: RunEnd): string {
  const explanation = "explanation" in end ? end.explanation : undefined;
  return [ending(end), ...(explanation ? [explained(explanation)] : [])].join("\n\n");
}

function explained({ title, means, happened, hint }: Explanation): string {
  return [title, happened, hint ?? "", means ?? ""].filter((text) => text !== "").join("\n");
}

function ending(end: RunEnd): string {
  switch (end.kind) {
    case "finished":
      return "The program ran to its end.";
    case "raised":
      return end.traceback.trimEnd();
    case "syntaxError":
      return (
        end.traceback?.trimEnd() ??
        `Line ${end.at.line} of the ${end.at.place} cannot be read: ${end.message}`
      );
    case "timedOut":
      return `The program did not finish within ${end.seconds} s; --seconds allows more.`;
    case "outputLimit":
      return `The program was stopped after it printed ${end.characters} characters.`;
    case "memoryLimit":
      return `The program was stopped when it asked for more than ${end.mebibytes} MiB of memory.`;
    case "crashed":
      return `The program brought its interpreter down: ${end.message}`;
    case "stopped":
      return "The program was stopped.";
  }
}
