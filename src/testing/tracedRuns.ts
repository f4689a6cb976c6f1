import type { TracedRun } from "../domain/compare/comparison";
import type { RunEnd, Step } from "../domain/trace";
import { traceOfSteps } from "./traces";

/** A step as `[line, "x=1 y=2"]`, and the call it is in: its depth, and its number where it differs. */
export type Told = [line: number, changes: string, depth?: number, call?: number];

/** A run of a program under `assert f()`; calls at depth 1 are of `f`, deeper ones of `g`. */
export function runOf(lines: readonly string[], told: readonly Told[], end?: RunEnd): TracedRun {
  const steps = told.map(([line, changes, depth = 1, call = depth], ordinal): Step => {
    const name = depth === 1 ? "f" : "g";
    return {
      ordinal,
      place: "program",
      line,
      frame: { call, function: name, depth, caller: null },
      changes: changes.split(" ").map((text) => {
        const [variable = "", value = ""] = text.split("=");
        return { name: variable, value };
      }),
      printed: 0,
    };
  });
  return {
    source: { program: lines.join("\n"), tests: "assert f()\n" },
    trace: traceOfSteps(steps, end),
  };
}

/** The run with some steps changed and the others renumbered. */
export function edited({ source, trace }: TracedRun, edit: (steps: Step[]) => Step[]): TracedRun {
  const steps = edit(trace.steps).map((step, ordinal) => ({ ...step, ordinal }));
  return { source, trace: { ...trace, ...traceOfSteps(steps, trace.end), output: trace.output } };
}
