import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import type { ComparedSide } from "../features/timeline/compare/CompareView";
import type { Timeline } from "../features/timeline/timeline";
import { PageSpinner } from "./PageSpinner";

const CompareView = lazy(async () => {
  const { CompareView: component } = await import("../features/timeline/compare/CompareView");
  return { default: component };
});

type RunComparisonProps = {
  timeline: Timeline;
  before: Omit<ComparedSide, "onGoTo">;
  after: Omit<ComparedSide, "onGoTo">;
};

/** Two runs beside each other; of the one that the timeline shows, its steps can be gone to. */
export function RunComparison({ timeline, before, after }: RunComparisonProps) {
  const shown = useStore(timeline.store, ({ index }) => index?.trace ?? null);
  const linked = (side: RunComparisonProps["before"]): ComparedSide => ({
    ...side,
    onGoTo: side.trace === shown ? timeline.goTo : undefined,
  });
  return (
    <Suspense fallback={<PageSpinner />}>
      <CompareView before={linked(before)} after={linked(after)} />
    </Suspense>
  );
}
