import { useStore } from "zustand";
import { shownPosition } from "../../domain/timeline/reading";
import type { Timeline, TimelineState } from "./timeline";

/** A part of the timeline's state; drawn again when that part changes. */
export function useTimeline<T>(timeline: Timeline, select: (state: TimelineState) => T): T {
  return useStore(timeline.store, select);
}

/** The position of the step that is shown. */
export function useShownPosition(timeline: Timeline): number {
  return useStore(timeline.store, shownPosition);
}
