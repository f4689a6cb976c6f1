import type { Test } from "../test";
import type { Trace } from "../trace";
import { withComments, type TracedSource } from "./inline";
import { tracedStates, type Binding, type TracedState } from "./tracedStates";

/** Locals as JSON, with each value's repr as a JSON string. */
const locals = (bindings: readonly Binding[]): string =>
  `{${bindings.map((pair) => pair.map((text) => JSON.stringify(text)).join(": ")).join(", ")}}`;

function framesOf({ line, left, entersCall, before, after, marks }: TracedState): string[] {
  const action = `<|action_sep|>${line}\n`;
  const frames = left > 0 ? ["<|line_sep|>{}<|action_sep|>...\n"] : [];
  if (entersCall) return [...frames, `<|call_sep|>${locals(after)}${action}`];
  frames.push(`<|line_sep|>${locals(before)}${action}`);
  for (const [name, value] of marks) {
    const mark = name === "__exception__" ? "exception_sep" : "return_sep";
    frames.push(`<|${mark}|>${action}<|arg_sep|>${JSON.stringify(value)}`);
  }
  return frames;
}

/**
 * The execution trace of the Code World Model (FAIR CodeGen team 2025, arXiv:2510.02387, and its
 * prompting guide): the program with its entry marked, then frames. A call frame shows the arguments,
 * a line frame all locals as they are *before* its line runs; return and exception frames follow
 * their line's. Lines that changed nothing are not in a trace, so not here; a line that calls
 * comes after what it called, since it changes its state only then; a yield is a return, as Python's
 * own tracing has it. A line frame of `...` without locals stands for steps that the trace did not
 * keep; locals after it are those set since.
 */
export function renderCwm(
  source: TracedSource,
  test: Pick<Test, "place" | "line" | "endLine"> | null,
  trace: Trace,
): string {
  const entry = { place: test?.place ?? "program", line: test?.line ?? 1 };
  const context = withComments(source, test, [{ ...entry, text: "<< START_OF_TRACE" }]);
  const frames = [...tracedStates(trace, source)].flatMap(framesOf);
  return [`<|trace_context_start|>${context}`, ...frames, ""].join("<|frame_sep|>");
}
