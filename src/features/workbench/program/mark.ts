import type { TestOutcome } from "../../../domain/test";
import { plainWords, type Explanation } from "../../../domain/explanation";
import type { Place, Trace } from "../../../domain/trace";

/** The line where it went wrong, the loudest on the page, and what to write behind it. */
export type Mark = { place: Place; line: number; text: string | null };

/** What is written behind the line of an explained error. */
export function markText({ title }: Explanation): string {
  return `← ${plainWords(title)}`;
}

/** The place where the program handed back the value that was wrong, when the trace shows it. */
function wrongReturn(trace: Trace, actual: string): { place: Place; line: number } | null {
  const step = trace.steps.findLast(
    ({ place, changes }) =>
      place === "program" &&
      changes.some(({ name, value }) => name === "__return__" && value === actual),
  );
  return step ?? null;
}

/** The mark of an error: where and what its explanation says, or else what Python says. */
function errorMark(
  at: { place: Place; line: number },
  explanation: Explanation | undefined,
  text: string | null,
): Mark {
  if (explanation === undefined) return { ...at, text };
  const { place, line } = explanation.at ?? at;
  return { place, line, text: markText(explanation) };
}

/** The line that ran most often, the last of these; for a run that did not end by itself. */
function hottest(trace: Trace): { place: Place; line: number } | null {
  const program = Object.entries(trace.hits.program);
  if (program.length === 0) return null;
  const most = Math.max(...program.map(([, count]) => count));
  const lines = program.filter(([, count]) => count === most).map(([line]) => Number(line));
  return { place: "program", line: Math.max(...lines) };
}

/**
 * Where a failed test went wrong: the return of the wrong value, the line that raised, or the line
 * that kept running. Null when the test passed or no line can be named.
 */
export function markOf(outcome: TestOutcome, trace: Trace): Mark | null {
  if (outcome.status === "passed") return null;
  const { end } = trace;
  if (outcome.expected !== null && outcome.actual !== null) {
    const returned = wrongReturn(trace, outcome.actual);
    if (returned !== null) {
      return { place: returned.place, line: returned.line, text: `← expected ${outcome.expected}` };
    }
    if (end.kind === "raised" && end.at !== null) {
      const text = `← expected ${outcome.expected}, got ${outcome.actual}`;
      return { ...end.at, text };
    }
  }
  if (end.kind === "raised" && end.at !== null) return errorMark(end.at, end.explanation, null);
  if (end.kind === "syntaxError") return errorMark(end.at, end.explanation, `← ${end.message}`);
  const busy = hottest(trace);
  if (busy === null) return null;
  if (end.kind === "timedOut") return { ...busy, text: `← still running after ${end.seconds} s` };
  return null;
}
