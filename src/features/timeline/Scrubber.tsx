import type { TraceIndex } from "../../domain/timeline/traceIndex";
import type { Timeline } from "./timeline";
import { useTimeline } from "./useTimeline";
import { stepWords } from "./words";

/** The slider over all kept steps, with a tick where the run went wrong. */
export function Scrubber({ timeline, index }: { timeline: Timeline; index: TraceIndex }) {
  const position = useTimeline(timeline, (state) => state.position);
  const preview = useTimeline(timeline, (state) => state.preview);
  const failure = useTimeline(timeline, (state) => state.failure);
  const last = Math.max(1, index.stepCount - 1);
  return (
    <div className="relative order-first flex min-w-32 flex-1 basis-full items-center sm:order-none sm:basis-0">
      {failure !== null && <Tick at={failure / last} className="bg-diverge" />}
      {preview !== null && <Tick at={preview / last} className="bg-trace" />}
      <input
        type="range"
        aria-label="Step"
        aria-valuetext={stepWords(index, position)}
        min={0}
        max={index.stepCount - 1}
        value={position}
        onChange={(event) => {
          timeline.goTo(event.target.valueAsNumber);
        }}
        className="relative h-7 w-full min-w-0 accent-accent"
      />
    </div>
  );
}

/** A mark behind the slider, `at` from 0 to 1 of the way of its thumb, whose middle ends 8 px short. */
function Tick({ at, className }: { at: number; className: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ left: `calc(7px + ${at} * (100% - 16px))` }}
      className={`absolute inset-y-0.5 w-0.5 rounded-full ${className}`}
    />
  );
}
