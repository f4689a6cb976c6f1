import type { Problem } from "../domain/problem";
import type { Step, Trace } from "../domain/trace";

/** The first example, a wrong initial value, for tests that need a whole problem. */
export const largestProvenance: Problem["provenance"] = {
  source: "example",
  reference: "largest",
};

/** The example's program with `best` starting at `start`: `0` is the bug, `xs[0]` the fix. */
export function largestProgram(start: string): string {
  return [
    "def largest(xs):",
    `    best = ${start}`,
    "    for x in xs:",
    "        if x > best:",
    "            best = x",
    "    return best",
    "",
  ].join("\n");
}

function step(ordinal: number, line: number, name: string, value: string): Step {
  const frame = { call: 1, function: "largest", depth: 1, caller: 0 };
  const changes = [{ name, value }];
  return { ordinal, place: "program", line, frame, changes, printed: 0 };
}

/** The buggy program's trace under `assert largest([-3, -1]) == -1`. */
export function traceOfLargest(): Trace {
  return {
    version: 2,
    testId: "t1",
    end: {
      kind: "raised",
      type: "AssertionError",
      message: "",
      at: { place: "tests", line: 1 },
      traceback: "AssertionError",
    },
    steps: [
      step(0, 1, "xs", "[-3, -1]"),
      step(1, 2, "best", "0"),
      { ...step(2, 3, "x", "-3"), iteration: 1 },
      { ...step(3, 3, "x", "-1"), iteration: 2 },
      step(4, 6, "__return__", "0"),
    ],
    stepCount: 5,
    counts: { program: { "1": 1, "2": 1, "3": 2, "6": 1 }, tests: {} },
    hits: { program: { "1": 1, "2": 1, "3": 3, "4": 2, "6": 1 }, tests: { "1": 1 } },
    output: "",
  };
}
