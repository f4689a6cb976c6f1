import type { RunEnd, Trace } from "../trace";
import type { ForecastEnd } from "./forecast";

/** How a program really ended; null where the run was cut short by other than what the program did. */
export type RealEnd =
  | { kind: "finishes" }
  /** `line` is null where no line of the program raised. */
  | { kind: "raises"; line: number | null; type: string }
  | { kind: "endless" };

/**
 * How the program, not its test, ended: an assertion of the test that does not hold is the test's own
 * exception, and the program has finished. A run that reached a limit did not end by itself.
 */
function realEnd(end: RunEnd): RealEnd | null {
  switch (end.kind) {
    case "finished":
      return { kind: "finishes" };
    case "raised": {
      const inProgram = end.at?.place === "program";
      if (!inProgram && end.type === "AssertionError") return { kind: "finishes" };
      return { kind: "raises", line: inProgram ? (end.at?.line ?? null) : null, type: end.type };
    }
    case "timedOut":
    case "outputLimit":
    case "memoryLimit":
      return { kind: "endless" };
    case "syntaxError":
    case "crashed":
    case "stopped":
      return null;
  }
}

/** The word of a forecast about the end, beside what happened; null in `isRight` where that is not known. */
export type EndScore = { forecast: ForecastEnd; real: RealEnd | null; isRight: boolean | null };

/** Null where nothing was said of the end. A line or type that was left open is right. */
export function scoreEnd(forecast: ForecastEnd | null, end: RunEnd): EndScore | null {
  if (forecast === null) return null;
  const real = realEnd(end);
  return { forecast, real, isRight: real === null ? null : isSameEnd(forecast, real) };
}

function isSameEnd(forecast: ForecastEnd, real: RealEnd): boolean {
  if (forecast.kind !== "raises" || real.kind !== "raises") return forecast.kind === real.kind;
  const sameLine = forecast.line === null || forecast.line === real.line;
  return sameLine && (forecast.type === null || forecast.type === real.type);
}

/** What the outermost call of the program handed back last, and the position of that step. */
export type Returned = { value: string; position: number };

export function returnedBy({ steps }: Pick<Trace, "steps">): Returned | null {
  let found: Returned | null = null;
  let depth = Infinity;
  steps.forEach(({ place, frame, changes }, position) => {
    if (place !== "program" || frame.depth > depth) return;
    const change = changes.findLast(({ name }) => name === "__return__");
    if (change === undefined) return;
    depth = frame.depth;
    found = { value: change.value, position };
  });
  return found;
}
