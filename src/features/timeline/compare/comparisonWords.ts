import type { Comparison, Reason, TracedRun } from "../../../domain/compare/comparison";
import type { RunEnd, Step } from "../../../domain/trace";
import { counted, cut, lineWords } from "../words";

/** A sentence, piece by piece; `code` is a name or value of the program's. */
export type Words = readonly (string | { code: string })[];

const code = (text: string) => ({ code: cut(text) });

/** What two runs have in common and where they part, in words. */
export function comparisonWords(comparison: Comparison, runs: Record<Side, TracedRun>): Words {
  if (comparison.kind === "same") return [sameWords(comparison)];
  const { reason, shared } = comparison;
  const at = {
    before: stepAt(runs.before, comparison.before),
    after: stepAt(runs.after, comparison.after),
  };
  if (reason.kind === "output") return outputWords(reason);
  const start = shared === 0 ? "From the start, " : `${sharedWords(shared)} Then `;
  return [start, ...partingWords(reason, at)];
}

type Side = "before" | "after";
type At = Record<Side, Step | undefined>;

function stepAt({ trace }: TracedRun, position: number | null): Step | undefined {
  return position === null ? undefined : trace.steps[position];
}

function stepsWords(count: number): string {
  return count === 1 ? "1 step" : `${counted(count)} steps`;
}

function sharedWords(shared: number): string {
  return `The runs are the same for ${stepsWords(shared)}.`;
}

function sameWords({ shared, complete }: Extract<Comparison, { kind: "same" }>): string {
  if (!complete) {
    return `The runs are the same for ${stepsWords(shared)}, which is as far as they can be compared: a run was ended, or not every step was kept.`;
  }
  if (shared === 0) return "Neither run changes a variable, and both end the same.";
  return `The runs are the same for ${stepsWords(shared)}, to their ends: under this test the change makes no difference.`;
}

function outputWords({ before, after }: Extract<Reason, { kind: "output" }>): Words {
  const start = "The runs change the same variables. They print different text: ";
  if (before === after) return [`${start}it differs in its line breaks.`];
  const line = (text: string | null) => (text === null ? "nothing more" : code(text));
  return [start, line(before), " before and ", line(after), " after."];
}

function partingWords(reason: Exclude<Reason, { kind: "output" }>, at: At): Words {
  switch (reason.kind) {
    case "value":
      return reason.name in markVerbs ? markWords(reason, at) : valueWords(reason, at);
    case "path":
      return [
        `the run before goes on to ${lineOf(at.before)}, and the run after to ${lineOf(at.after)}.`,
      ];
    case "end":
      return [
        `the run before ${endWords(reason.before, at.before)}, and the run after ${endWords(reason.after, at.after)}.`,
      ];
  }
}

type ValueReason = Extract<Reason, { kind: "value" }>;

function valueWords({ name, before, after }: ValueReason, at: At): Words {
  const value = (text: string | null) => (text === null ? "not set" : code(text));
  return [
    code(name),
    " is ",
    value(before),
    " before and ",
    value(after),
    ` after${whereWords(at)}.`,
  ];
}

/** `, on line 2`, or the lines of both runs where they are not the same. */
function whereWords({ before, after }: At): string {
  const lines = [before, after].filter((step) => step !== undefined).map(lineOf);
  const [first, second] = lines;
  if (first === undefined) return "";
  if (second === undefined || first === second) return `, on ${first}`;
  return `, on ${first} before and ${second} after`;
}

function lineOf(step: Step | undefined): string {
  return step === undefined ? "its end" : lineWords(step.place, step.line);
}

const markVerbs: Readonly<Record<string, string>> = {
  __return__: "returns",
  __yield__: "yields",
  __exception__: "raises",
};

function markWords({ name, before, after }: ValueReason, at: At): Words {
  const verb = markVerbs[name] ?? name;
  const does = (value: string | null, step: Step | undefined): Words =>
    value === null
      ? [`goes on to ${lineOf(step)}`]
      : [`${verb} `, code(value), ` on ${lineOf(step)}`];
  return [
    "the run before ",
    ...does(before, at.before),
    ", and the run after ",
    ...does(after, at.after),
    ".",
  ];
}

function endWords(end: RunEnd | null, step: Step | undefined): string {
  if (end === null) return `goes on to ${lineOf(step)}`;
  switch (end.kind) {
    case "finished":
      return "ends";
    case "raised":
      return `ends with ${end.type}`;
    case "syntaxError":
      return "is not valid Python";
    case "timedOut":
      return `was ended after ${end.seconds} seconds`;
    case "outputLimit":
      return "was ended because it printed too much";
    case "memoryLimit":
      return "was ended because it took too much memory";
    case "crashed":
      return "ended with the interpreter";
    case "stopped":
      return "was stopped";
  }
}
