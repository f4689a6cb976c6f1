import { useMemo, type ReactNode } from "react";
import type { TracedRun } from "../../domain/compare/comparison";
import type { RepairTask } from "../../domain/engine";
import type { Trace } from "../../domain/trace";
import { Section } from "./Section";

/** Draws two runs of the same test beside each other. */
export type RenderComparison = (before: TracedRun, after: TracedRun) => ReactNode;

type FixComparisonProps = {
  subject: RepairTask;
  /** The fixed program and its trace. */
  program: string;
  trace: Trace;
  renderComparison: RenderComparison;
};

/** Where the fixed program’s run parts from the buggy one’s. */
export function FixComparison({ subject, program, trace, renderComparison }: FixComparisonProps) {
  const { problem, trace: buggyTrace } = subject;
  const { program: buggyProgram, tests } = problem;
  const before = useMemo(
    () => ({ source: { program: buggyProgram, tests }, trace: buggyTrace }),
    [buggyProgram, tests, buggyTrace],
  );
  const after = useMemo(() => ({ source: { program, tests }, trace }), [program, tests, trace]);
  return <Section title="Where the runs part">{renderComparison(before, after)}</Section>;
}
