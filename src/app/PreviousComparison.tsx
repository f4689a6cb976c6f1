import { useMemo } from "react";
import { useStore } from "zustand";
import type { TracedRun } from "../domain/compare/comparison";
import { previousTrace } from "../features/workbench/run/previousTrace";
import { EmptyState } from "../ui/EmptyState";
import type { Composition } from "./composition";
import { RunComparison } from "./RunComparison";

type PreviousComparisonProps = {
  composition: Pick<Composition, "runMemory" | "timeline">;
  /** The run on show. */
  shown: TracedRun;
};

/** The run on show against that of the same test before the program was changed. */
export function PreviousComparison({ composition, shown }: PreviousComparisonProps) {
  const { runMemory, timeline } = composition;
  const memory = useStore(runMemory);
  const previous = useMemo(() => previousTrace(memory), [memory]);
  if (previous === null) {
    return (
      <EmptyState title="No earlier run of this test to compare with">
        Change the program and run it again. The trace that was shown before the change is kept, and
        stands here beside the one after it.
      </EmptyState>
    );
  }
  return (
    <RunComparison
      timeline={timeline}
      before={{ title: "Before the change", ...previous }}
      after={{ title: "Now", ...shown }}
    />
  );
}
