import type { TestOutcome } from "../../../domain/test";
import type { RunEnd, Trace } from "../../../domain/trace";
import { placeWords } from "../words";

const number = new Intl.NumberFormat("en");

/** A message with what happened, why, and what to do next. */
export type Message = {
  tone: "error" | "warning" | "info";
  what: string;
  why: string;
  tryThis: string;
  /** Set where one of the limits in the settings was the cause. */
  isLimit?: true;
};

/**
 * How a traced run ended and what to do next, one designed message for each end. There is no outcome
 * where the trace was made elsewhere.
 */
export function endWords(trace: Trace, outcome: TestOutcome | null): Message {
  const { end } = trace;
  switch (end.kind) {
    case "finished":
      return finishedWords(outcome);
    case "raised":
      return raisedWords(end, outcome);
    case "syntaxError":
      return {
        tone: "error",
        what: `The ${end.at.place} is not valid Python: ${end.message}`,
        why: `Python stopped reading at ${placeWords(end.at.place, end.at.line)}, so nothing ran.`,
        tryThis: "Look at that line and the end of the one before it, then run again.",
      };
    case "stopped":
      return {
        tone: "info",
        what: outcome === null ? "This trace was stopped." : "You stopped this trace.",
        why: trace.steps.length > 0 ? "It shows what the program did until then." : "",
        tryThis:
          outcome === null
            ? "Run the program here to record its trace."
            : "Choose the test again to record its trace.",
      };
    case "timedOut":
    case "outputLimit":
    case "memoryLimit":
    case "crashed":
      return cutWords(end);
  }
}

type Cut = Extract<RunEnd, { kind: "timedOut" | "outputLimit" | "memoryLimit" | "crashed" }>;

/** A run that did not come to its own end. */
function cutWords(end: Cut): Message {
  switch (end.kind) {
    case "timedOut":
      return {
        tone: "error",
        what: `The test was ended after ${seconds(end.seconds)}.`,
        why: `It was still running when the limit “Seconds per test” was over; most often a loop’s condition never becomes false.`,
        tryThis: `Look at the marked line and at what should change its condition. If the program needs longer, ${raise("Seconds per test", `${end.seconds}`)}`,
        isLimit: true,
      };
    case "outputLimit":
      return {
        tone: "error",
        what: "The test was ended because it printed too much.",
        why: `It printed more than ${number.format(end.characters)} characters; the first of them are kept.`,
        tryThis: `Look for a print inside a loop that does not end. If the program should print that much, ${raise("Output (characters)", number.format(end.characters))}`,
        isLimit: true,
      };
    case "memoryLimit":
      return {
        tone: "error",
        what: "The test was ended because it took too much memory.",
        why: `It asked for more than ${number.format(end.mebibytes)} MiB, and did not catch the MemoryError.`,
        tryThis: `Look for a collection that grows inside a loop that does not end. If the program needs that much, ${raise("Memory (MiB)", number.format(end.mebibytes))}`,
        isLimit: true,
      };
    case "crashed":
      return {
        tone: "error",
        what: "The Python interpreter died under this test.",
        why: end.message,
        tryThis:
          "The program asked for too much memory, recursed too deep or ended the process. A new interpreter is ready: change the program and run again.",
      };
  }
}

function seconds(count: number): string {
  return count === 1 ? "1 second" : `${count} seconds`;
}

/** Where a limit is changed; `field` is its label in the settings. */
function raise(field: string, now: string): string {
  return `raise “${field}” in the settings (now ${now}) and run again.`;
}

function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function finishedWords(outcome: TestOutcome | null): Message {
  if (outcome === null) {
    return { tone: "info", what: "The program ran to its end.", why: "", tryThis: "" };
  }
  if (outcome.status === "passed") {
    const what = "The test ran to its end and passed.";
    return { tone: "info", what, why: "", tryThis: "" };
  }
  return {
    tone: "info",
    what: "The program ran to its end, but the test does not pass.",
    why: asSentence(outcome.message),
    tryThis: "Follow the values from the first line on to where they stop being what you expect.",
  };
}

function raisedWords(
  end: Extract<RunEnd, { kind: "raised" }>,
  outcome: TestOutcome | null,
): Message {
  const where = end.at === null ? "" : ` at ${placeWords(end.at.place, end.at.line)}`;
  if (end.recursionLimit !== undefined && outcome?.status !== "passed") {
    return tooDeepWords(end.recursionLimit, where);
  }
  const passed = outcome?.status === "passed";
  const assertion = end.type === "AssertionError";
  return {
    tone: "info",
    what: assertion ? `The assertion failed${where}.` : `${end.type} was raised${where}.`,
    why: asSentence(end.message === "" ? (outcome?.message ?? "") : end.message),
    tryThis: passed
      ? "The test passes: it expects this."
      : assertion
        ? "Follow the values back from the assertion to the first that is not what you expect."
        : "Look at the values that reached that line.",
  };
}

function tooDeepWords(limit: number, where: string): Message {
  const levels = number.format(limit);
  return {
    tone: "error",
    what: `Calls went too deep${where}.`,
    why: `More than ${levels} calls were open at once, the limit of recursion; most often a function calls itself without ever coming to the case that ends it.`,
    tryThis: `Look at the call tree for the argument that should get smaller. If the program needs to go deeper, ${raise("Recursion (calls)", levels)}`,
    isLimit: true,
  };
}
