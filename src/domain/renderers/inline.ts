import { keeping, wholeSteps } from "../condense";
import type { Test } from "../test";
import type { Place, Step, Trace } from "../trace";
import { commentableLines } from "./commentableLines";

/** How many states of a line are shown before the last one; the ones between become `...;`. */
export type InlineOptions = {
  /** On a loop's header. */
  headerStates: number;
  /** On any other line. */
  lineStates: number;
};

/** The paper's figures: a loop's header keeps three states and the last, any other line two. */
export const paperOptions: InlineOptions = { headerStates: 3, lineStates: 2 };

/** The two texts that a trace's lines count in. */
export type TracedSource = { program: string; tests: string };

/** The comment of one line: its text without `# `, and those of the line's states that were kept. */
export type LineComment = {
  place: Place;
  line: number;
  text: string;
  states: readonly string[];
  /** How many states the line had, kept or not. */
  total: number;
};

const lineBreak = /\r\n|\r|\n/;
export const loopHeader = /^\s*(?:async\s+for|for|while)\b/;

/** The lines of a text, without their line breaks. */
export const sourceLines = (text: string): string[] => text.split(lineBreak);

/** A comment ends with its line, so that a value must not break it. */
export const onOneLine = (value: string): string =>
  value.replaceAll("\n", "\\n").replaceAll("\r", "\\r");

/** A step as a state in a comment: `(7) n=3;`. */
export function stateOf({ ordinal, changes }: Pick<Step, "ordinal" | "changes">): string {
  const words = changes.map(({ name, value }) => `${name}=${onOneLine(value)};`);
  return `(${ordinal}) ${words.join(" ")}`;
}

/** The first `shown` states and the last, with `gap` for those between. */
export function abridged(states: readonly string[], shown: number, gap = "...;"): string {
  if (states.length <= shown + 1) return states.join(" ");
  return [...states.slice(0, shown), gap, ...states.slice(-1)].join(" ");
}

/** The states of one line that were kept, of which `early` ones are before the run's first gap. */
type KeptStates = { place: Place; line: number; states: string[]; early: number };

/**
 * `abridged` for a line some of whose states were not kept. Its first ones are known up to where the
 * first is missing; its last is always kept.
 */
function abridgedKept({ states, early }: KeptStates, shown: number, total: number): string {
  if (states.length >= total) return abridged(states, shown);
  const known = Math.min(Math.max(early, keeping.first), states.length - 1);
  return [...states.slice(0, Math.min(shown, known)), "...;", ...states.slice(-1)].join(" ");
}

/**
 * The inline form of a trace, line by line, for the lines that changed something (NExT,
 * arXiv:2404.14662, figures 1 and 2), in the order in which they first did. Where the trace kept only
 * some of a line's states, the comment is the same as if it had kept them all, as long as the options
 * show no more first ones than it kept.
 */
export function lineComments(
  trace: Trace,
  source: TracedSource,
  options: InlineOptions = paperOptions,
): LineComment[] {
  const lines = { program: sourceLines(source.program), tests: sourceLines(source.tests) };
  const found = new Map<string, KeptStates>();
  const whole = wholeSteps(trace);
  for (const step of trace.steps) {
    const { place, line } = step;
    const key = `${place}:${line}`;
    const entry = found.get(key) ?? { place, line, states: [], early: 0 };
    entry.states.push(stateOf(step));
    if (step.ordinal < whole) entry.early += 1;
    found.set(key, entry);
  }
  return [...found.values()].map((kept) => {
    const { place, line, states } = kept;
    const isHeader = loopHeader.test(lines[place][line - 1] ?? "");
    const shown = isHeader ? options.headerStates : options.lineStates;
    const total = Math.max(states.length, trace.counts[place][line] ?? 0);
    return { place, line, text: abridgedKept(kept, shown, total), states, total };
  });
}

/** What stands behind `# ` at the end of a line. */
type EndOfLine = Pick<LineComment, "place" | "line" | "text">;

/** `text` with the comments of one place, as Python that means the same. */
function annotate(text: string, place: Place, comments: readonly EndOfLine[]): string {
  const pieces = text.split(/(\r\n|\r|\n)/);
  const lines = pieces.filter((_, index) => index % 2 === 0);
  const breaks = pieces.filter((_, index) => index % 2 === 1);
  const commentable = commentableLines(lines);
  const added = lines.map(() => "");
  for (const comment of comments) {
    if (comment.place !== place) continue;
    // A line that cannot carry a comment lends it to the end of its statement.
    const target = commentable.indexOf(true, comment.line - 1);
    if (target >= 0) added[target] = `${added[target] ?? ""}  # ${comment.text}`;
  }
  return lines.map((line, index) => line + (added[index] ?? "") + (breaks[index] ?? "")).join("");
}

/** The program with its trace as end-of-line comments: valid Python that means the same. */
export function renderInline(
  program: string,
  trace: Trace,
  options: InlineOptions = paperOptions,
): string {
  return annotate(program, "program", lineComments(trace, { program, tests: "" }, options));
}

/**
 * The program with its trace, then the traced test's own lines with theirs, where the test stands in
 * a text of its own.
 */
export function renderDocument(
  source: TracedSource,
  test: Pick<Test, "place" | "line" | "endLine"> | null,
  trace: Trace,
  options: InlineOptions = paperOptions,
): string {
  return withComments(source, test, lineComments(trace, source, options));
}

/** The program, then the test's own lines as above, each with its comments. */
export function withComments(
  source: TracedSource,
  test: Pick<Test, "place" | "line" | "endLine"> | null,
  comments: readonly EndOfLine[],
): string {
  const program = annotate(source.program, "program", comments);
  if (test?.place !== "tests") return program;
  const tests = sourceLines(annotate(source.tests, "tests", comments));
  const statement = tests.slice(test.line - 1, test.endLine);
  return `${program.trimEnd()}\n\n${statement.join("\n")}\n`;
}
