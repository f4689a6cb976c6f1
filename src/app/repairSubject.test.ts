import { describe, expect, it } from "vitest";
import type { RunState } from "../features/workbench/run/run";
import { exampleSample } from "../testing/samples";
import { repairSubject } from "./repairSubject";

const { problem, trace, verdict } = exampleSample();
const source = { program: problem.program, tests: problem.tests };
const failing = verdict.outcomes.map((outcome) => ({ ...outcome, status: "failed" as const }));
const done: RunState = {
  kind: "done",
  id: 1,
  source,
  tests: verdict.tests,
  outcomes: failing,
  selected: "t1",
  traces: { t1: { kind: "traced", trace } },
};

function reasonFor(run: RunState, program = problem.program): string {
  const subject = repairSubject({ ...problem, program }, run);
  return subject.kind === "ready" ? "ready" : subject.reason;
}

describe("what an engine may work on", () => {
  it("is the finished run of a failing program, with its trace", () => {
    expect(repairSubject(problem, done)).toEqual({
      kind: "ready",
      request: { problem, tests: verdict.tests, outcomes: failing, trace },
    });
  });

  it("is nothing, in words, before there is a result", () => {
    expect(reasonFor({ kind: "idle" })).toBe("Run the tests first.");
    expect(reasonFor({ kind: "discovering", id: 1, source })).toContain("running");
    expect(reasonFor({ ...done, traces: { t1: { kind: "tracing" } } })).toContain("trace");
    expect(reasonFor(done, " ")).toContain("no program");
  });

  it("is nothing when the result says nothing about this text, or all is well", () => {
    expect(reasonFor(done, "x = 1")).toContain("changed");
    expect(reasonFor({ ...done, outcomes: verdict.outcomes })).toContain("Every test passes");
    expect(reasonFor({ ...done, tests: [], outcomes: [] })).toContain("no tests");
    const stopped = failing.map((outcome) => ({ ...outcome, status: "stopped" as const }));
    expect(reasonFor({ ...done, outcomes: stopped })).toContain("stopped");
  });
});
