import type { RepairRequest } from "../domain/engine";
import type { PromptMessage } from "../domain/prompt";
import { renderInline } from "../domain/renderers/inline";
import type { Test, TestOutcome } from "../domain/test";
import type { RunEnd } from "../domain/trace";
import { fenceMark } from "../domain/fenceMark";

const system = `You repair Python programs. You are given an instruction, a program that does not do what the instruction asks, and its tests with their outcomes.
The program carries the trace of one run as comments at the ends of its lines. "# (4) best=0;" means that the run's step 4 was on this line and set best to 0; "(0)" on a def line are the arguments; "__return__" is a returned value and "__exception__" an exception that was raised there; "...;" stands for steps left out. Lines without a comment changed nothing or did not run.
Reason from what the trace shows. Make the smallest change that makes the program do what the instruction asks; never fit it to the tests alone.`;

/** Tests beyond these are only counted: passing ones say less than failing ones. */
const mostFailing = 12;
const mostPassing = 8;
const longestTest = 2_000;
const longestValue = 600;

function bounded(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function fenced(text: string, language: string): string {
  const mark = fenceMark(text);
  return `${mark}${language}\n${text.trimEnd()}\n${mark}`;
}

function outcomeLines(outcome: TestOutcome): string[] {
  if (outcome.status === "passed") return [];
  const fact = (label: string, text: string | null): string[] =>
    text === null || text === "" ? [] : [`${label}: ${bounded(text.trimEnd(), longestValue)}`];
  return [
    ...fact("expected", outcome.expected),
    ...fact("actual", outcome.actual),
    ...fact("message", outcome.message),
    ...fact("printed", outcome.actual === null ? outcome.output : null),
  ];
}

function describeTest(test: Test, outcome: TestOutcome, number: number): string {
  const language = test.kind === "stdio" ? "text" : "python";
  const text = test.text.trim() === "" ? [] : [fenced(bounded(test.text, longestTest), language)];
  const name = test.text.includes(test.name) ? "" : `, ${test.name}`;
  const heading = `Test ${String(number)}${name}: ${outcome.status}`;
  return [heading, ...text, ...outcomeLines(outcome)].join("\n");
}

function describeTests(tests: readonly Test[], outcomes: readonly TestOutcome[]): string {
  let failing = 0;
  let passing = 0;
  let left = 0;
  const described = tests.flatMap((test, index) => {
    const outcome = outcomes.find(({ testId }) => testId === test.id);
    if (outcome === undefined) return [];
    const isPassed = outcome.status === "passed";
    const isShown = isPassed ? passing++ < mostPassing : failing++ < mostFailing;
    if (!isShown) left += 1;
    return isShown ? [describeTest(test, outcome, index + 1)] : [];
  });
  const omitted = left === 0 ? [] : [`(${String(left)} more tests are not shown.)`];
  return [...described, ...omitted].join("\n\n");
}

function describeEnd(end: RunEnd): string {
  switch (end.kind) {
    case "finished":
      return "It ran to its end.";
    case "raised": {
      const at = end.at === null ? "" : ` at line ${String(end.at.line)} of the ${end.at.place}`;
      return `It ended with ${end.type}${at}${end.message === "" ? "." : `: ${end.message}`}`;
    }
    case "syntaxError":
      return `It could not be read: ${end.message} (line ${String(end.at.line)} of the ${end.at.place}).`;
    case "timedOut":
      return `It was stopped after ${String(end.seconds)} s: it may never end.`;
    case "outputLimit":
      return `It was stopped after printing ${String(end.characters)} characters.`;
    case "memoryLimit":
      return `It was stopped when it asked for more than ${String(end.mebibytes)} MiB of memory.`;
    case "crashed":
      return `It crashed: ${end.message}`;
    case "stopped":
      return "It was stopped before its end.";
  }
}

function describeRun(request: RepairRequest): string {
  const { testId, end } = request.trace;
  const index = request.tests.findIndex(({ id }) => id === testId);
  const run = index === -1 ? "the program alone" : `test ${String(index + 1)}`;
  return `The trace is of ${run}. ${bounded(describeEnd(end), longestValue)}`;
}

/**
 * What a model is asked, in the manner of NExT (arXiv:2404.14662, section 3): instruction, program
 * with its inline trace, tests and outcomes; then a rationale, then the whole fixed program.
 */
export function buildPrompt(request: RepairRequest): PromptMessage[] {
  const { problem, tests, outcomes, trace } = request;
  const mark = fenceMark(problem.program);
  const user = [
    `# Instruction\n${problem.instruction.trim() || "(none given: go by the program and its tests)"}`,
    `# Program with its trace\n${fenced(renderInline(problem.program, trace), "python")}`,
    describeRun(request),
    `# Tests and outcomes\n${describeTests(tests, outcomes) || "(none)"}`,
    `# Your answer
First write the rationale, in prose and without code blocks: what the program did, where that first departs from what it should do, and why. Cite the trace's steps by their numbers, such as (4), and lines by theirs, such as line 2.
Then give the whole fixed program, once, in one ${mark}python block, without the trace comments and without the tests.`,
  ];
  return [
    { role: "system", content: system },
    { role: "user", content: user.join("\n\n") },
  ];
}
