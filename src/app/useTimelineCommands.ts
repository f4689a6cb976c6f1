import { useMemo } from "react";
import { useLocation } from "wouter";
import { useStore } from "zustand";
import type { Timeline } from "../features/timeline/timeline";
import { shownOf } from "../features/workbench/run/shown";
import type { Command } from "./commands";
import type { Composition } from "./composition";

const traceFiles = () => import("../features/workbench/trace/traceFiles");

type Offer = { id: string; label: string; perform: (timeline: Timeline) => void };

/** What can be done with any trace. */
const offers: readonly Offer[] = [
  { id: "play", label: "Play or pause the trace", perform: (one) => one.togglePlaying() },
  { id: "step", label: "One step on", perform: (one) => one.stepBy(1) },
  { id: "back", label: "One step back", perform: (one) => one.stepBy(-1) },
  { id: "first", label: "First step", perform: (one) => one.goToFirst() },
  { id: "last", label: "Last step", perform: (one) => one.goToLast() },
  {
    id: "next-change",
    label: "Next change of the watched variable",
    perform: (one) => one.goAlongVariable("next"),
  },
  {
    id: "previous-change",
    label: "Previous change of the watched variable",
    perform: (one) => one.goAlongVariable("previous"),
  },
  { id: "next-time", label: "Next time this line runs", perform: (one) => one.goAlongLine("next") },
  {
    id: "previous-time",
    label: "Previous time this line ran",
    perform: (one) => one.goAlongLine("previous"),
  },
  { id: "history", label: "History of this line", perform: (one) => one.showHistory(null) },
  {
    id: "all-calls",
    label: "Show the comments of all calls",
    perform: (one) => one.chooseCall(null),
  },
  { id: "unmute", label: "Unmute all comments", perform: (one) => one.unmuteAll() },
];

/** The timeline's actions and those on the trace as a whole. */
export function useTimelineCommands({ workbench, timeline }: Composition): Command[] {
  const [, navigate] = useLocation();
  const hasSteps = useStore(timeline.store, ({ index }) => index !== null);
  const hasFailure = useStore(timeline.store, ({ failure }) => failure !== null);
  const hasTrace = useStore(workbench.run.store, (run) => shownOf(run) !== null);
  return useMemo(() => {
    const command = (
      { id, label, perform }: Offer,
      unavailable: string | null = hasSteps ? null : "There is no trace to look at.",
    ): Command => ({
      id: `timeline-${id}`,
      group: "Timeline",
      label,
      shortcut: null,
      unavailable,
      perform: () => {
        navigate("/");
        perform(timeline);
      },
    });
    const failure = { id: "failure", label: "Jump to failure", perform: timeline.goToFailure };
    const save = {
      id: "export",
      label: "Export trace",
      perform: () => void traceFiles().then(({ exportTrace }) => exportTrace(workbench)),
    };
    const open = {
      id: "open",
      label: "Open a trace",
      perform: () => void traceFiles().then(({ chooseTraceFile }) => chooseTraceFile(workbench)),
    };
    return [
      ...offers.map((offer) => command(offer)),
      command(failure, hasFailure ? null : "The trace has no failure."),
      command(save, hasTrace ? null : "There is no trace to export."),
      command(open, null),
    ];
  }, [workbench, timeline, navigate, hasSteps, hasFailure, hasTrace]);
}
