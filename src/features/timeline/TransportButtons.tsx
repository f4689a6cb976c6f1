import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward } from "lucide-react";
import { IconButton } from "../../ui/IconButton";
import type { Timeline } from "./timeline";
import { useTimeline } from "./useTimeline";

/** First, Back, Play, Step, Last. */
export function TransportButtons({ timeline }: { timeline: Timeline }) {
  const isPlaying = useTimeline(timeline, ({ playing }) => playing);
  const atStart = useTimeline(timeline, ({ position }) => position === 0);
  const atEnd = useTimeline(
    timeline,
    ({ position, index }) => position >= (index?.stepCount ?? 0) - 1,
  );
  return (
    <div role="group" aria-label="Move through the steps" className="flex shrink-0">
      <IconButton
        size="small"
        label="First"
        icon={<ChevronFirst />}
        disabled={atStart}
        onClick={timeline.goToFirst}
      />
      <IconButton
        size="small"
        label="Back"
        icon={<StepBack />}
        disabled={atStart}
        onClick={() => {
          timeline.stepBy(-1);
        }}
      />
      <IconButton
        size="small"
        label={isPlaying ? "Pause" : "Play"}
        icon={isPlaying ? <Pause /> : <Play />}
        onClick={timeline.togglePlaying}
        className="text-accent"
      />
      <IconButton
        size="small"
        label="Step"
        icon={<StepForward />}
        disabled={atEnd}
        onClick={() => {
          timeline.stepBy(1);
        }}
      />
      <IconButton
        size="small"
        label="Last"
        icon={<ChevronLast />}
        disabled={atEnd}
        onClick={timeline.goToLast}
      />
    </div>
  );
}
