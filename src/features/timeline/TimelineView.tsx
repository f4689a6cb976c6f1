import { useEffect, useId, useRef, type ReactNode } from "react";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { Select } from "../../ui/Select";
import { Tabs } from "../../ui/Tabs";
import { CallTree } from "./CallTree";
import { CommentFilterNote } from "./CommentFilterNote";
import { HistoryPanel } from "./HistoryPanel";
import { Jumps } from "./Jumps";
import { KeysHelp } from "./KeysHelp";
import { Scrubber } from "./Scrubber";
import { StatePanel } from "./StatePanel";
import { StepsPanel } from "./StepsPanel";
import { speeds, type Timeline } from "./timeline";
import { TransportButtons } from "./TransportButtons";
import { useShownPosition, useTimeline } from "./useTimeline";
import { useTimelineKeys } from "./useTimelineKeys";
import { changeWords, gapWords, lineWords, ordinalWords } from "./words";

type TimelineViewProps = {
  timeline: Timeline;
  index: TraceIndex;
  /** How the run ended, in words. */
  ending: ReactNode;
  /** What can be done with the trace as a whole. */
  actions: ReactNode;
  /** Other views of the trace. */
  forms: ReactNode;
  compare: ReactNode;
};

/**
 * The Trace region: the way through a trace, step by step. Its bar stays at the bottom of the window
 * while the program above is in view, so that both can be seen.
 */
export function TimelineView(props: TimelineViewProps) {
  const { timeline, index, ending, actions, forms, compare } = props;
  const root = useRef<HTMLElement>(null);
  const heading = useId();
  useTimelineKeys(root, timeline);
  return (
    // Without a box of its own the bar can stick to the window for as long as the whole column lasts.
    <section ref={root} aria-labelledby={heading} className="contents">
      <div className="sticky bottom-1 z-20 flex flex-col gap-1.5 rounded-lg border border-line bg-surface px-3 py-1.5 shadow-float">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={heading} className="font-semibold">
            Trace
          </h2>
          <Where timeline={timeline} index={index} />
          <Jumps timeline={timeline} index={index} />
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <TransportButtons timeline={timeline} />
          <Scrubber timeline={timeline} index={index} />
          <Speed timeline={timeline} />
          <span className="flex">
            <KeysHelp />
            {actions}
          </span>
        </div>
        <CommentFilterNote timeline={timeline} index={index} />
      </div>
      <Body {...{ timeline, index, ending, forms, compare }} />
    </section>
  );
}

/** The step in one line, said when it changes, but not while it plays. */
function Where({ timeline, index }: { timeline: Timeline; index: TraceIndex }) {
  const position = useShownPosition(timeline);
  const isPlaying = useTimeline(timeline, ({ playing }) => playing);
  const inPassing = useTimeline(timeline, ({ preview }) => preview !== null);
  const step = index.step(position);
  const gap = gapWords(index, position);
  return (
    <p
      aria-live={isPlaying || inPassing ? "off" : "polite"}
      className="min-w-0 flex-1 basis-64 truncate tabular-nums"
    >
      {inPassing && <span className="text-trace">in passing: </span>}
      {ordinalWords(index, position)}
      {gap !== null && <span className="text-warn max-sm:hidden">{` · ${gap}`}</span>}
      {step !== null && (
        <>
          <span className="text-muted">{` · ${lineWords(step.place, step.line)} · `}</span>
          <code className="font-mono text-[13px] text-trace">{changeWords(step)}</code>
        </>
      )}
    </p>
  );
}

function Speed({ timeline }: { timeline: Timeline }) {
  const speed = useTimeline(timeline, (state) => state.speed);
  return (
    <Select
      label="Speed"
      value={String(speed)}
      onValueChange={(value) => {
        timeline.setSpeed(Number(value));
      }}
      groups={[
        {
          label: "Steps a second",
          options: speeds.map((one) => ({ value: String(one), label: `${one}/s` })),
        },
      ]}
      className="h-7!"
    />
  );
}

type BodyProps = Pick<TimelineViewProps, "timeline" | "index" | "ending" | "forms" | "compare">;

function Body({ timeline, index, ending, forms, compare }: BodyProps) {
  const tab = useTimeline(timeline, (state) => state.tab);
  const summons = useTimeline(timeline, (state) => state.summons);
  const answered = useRef(summons);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (summons === answered.current) return;
    answered.current = summons;
    body.current?.scrollIntoView({ block: "nearest" });
    body.current?.querySelector<HTMLElement>("[role=tabpanel]")?.focus({ preventScroll: true });
  }, [summons]);
  return (
    <div ref={body} className="min-w-0 scroll-mb-32 rounded-lg border border-line bg-surface">
      <Tabs
        label="Views of the trace"
        value={tab}
        onValueChange={timeline.openTab}
        tabs={[
          {
            value: "state",
            label: "State",
            content: <StatePanel timeline={timeline} index={index} />,
          },
          {
            value: "calls",
            label: "Calls",
            content: <CallTree timeline={timeline} index={index} />,
          },
          {
            value: "steps",
            label: "Steps",
            content: <StepsPanel timeline={timeline} index={index} />,
          },
          {
            value: "history",
            label: "History",
            content: <HistoryPanel timeline={timeline} index={index} />,
          },
          { value: "forms", label: "Forms", content: forms },
          { value: "compare", label: "Compare", content: compare },
        ]}
      />
      <div className="border-t border-line p-3">{ending}</div>
    </div>
  );
}
