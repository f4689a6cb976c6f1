import { ChevronLeft, ChevronRight, CircleAlert } from "lucide-react";
import { memo } from "react";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import type { Timeline } from "./timeline";
import { useTimeline } from "./useTimeline";
import { watchedVariable } from "./watched";
import { lineWords } from "./words";

type JumpsProps = { timeline: Timeline; index: TraceIndex };

/** Leaps to where something happens again, or went wrong. */
export function Jumps({ timeline, index }: JumpsProps) {
  const failure = useTimeline(timeline, (state) => state.failure);
  return (
    <div className="flex flex-wrap items-center gap-1">
      <AlongVariable timeline={timeline} index={index} />
      <AlongLine timeline={timeline} index={index} />
      {failure !== null && (
        <Button
          size="small"
          variant="quiet"
          icon={<CircleAlert className="text-diverge" />}
          onClick={timeline.goToFailure}
        >
          Jump to failure
        </Button>
      )}
    </div>
  );
}

function AlongVariable({ timeline, index }: JumpsProps) {
  const position = useTimeline(timeline, (state) => state.position);
  const name = useTimeline(timeline, (state) => watchedVariable(state)?.name ?? null);
  const scope = useTimeline(timeline, (state) => watchedVariable(state)?.function ?? null);
  const variable = name === null || scope === null ? null : { function: scope, name };
  const words = name ?? "a variable";
  return (
    <Pair
      previous={`Previous change of ${words}`}
      next={`Next change of ${words}`}
      hasPrevious={variable !== null && index.previousChange(variable, position) !== null}
      hasNext={variable !== null && index.nextChange(variable, position) !== null}
      onGo={timeline.goAlongVariable}
      words={name ?? "–"}
    />
  );
}

function AlongLine({ timeline, index }: JumpsProps) {
  const position = useTimeline(timeline, (state) => state.position);
  const step = index.step(position);
  return (
    <Pair
      previous="Previous time this line ran"
      next="Next time this line runs"
      hasPrevious={index.previousOfLine(position) !== null}
      hasNext={index.nextOfLine(position) !== null}
      onGo={timeline.goAlongLine}
      words={step === null ? "–" : lineWords(step.place, step.line)}
    />
  );
}

type PairProps = {
  previous: string;
  next: string;
  hasPrevious: boolean;
  hasNext: boolean;
  onGo: (way: "next" | "previous") => void;
  /** What is gone along. */
  words: string;
};

/** What is gone along, between the ways back and on. */
const Pair = memo(function Pair(props: PairProps) {
  const { previous, next, hasPrevious, hasNext, onGo, words } = props;
  return (
    <span className="inline-flex items-center rounded-md border border-line text-xs">
      <IconButton
        size="small"
        label={previous}
        icon={<ChevronLeft />}
        disabled={!hasPrevious}
        onClick={() => {
          onGo("previous");
        }}
      />
      <span className="max-w-28 truncate font-mono">{words}</span>
      <IconButton
        size="small"
        label={next}
        icon={<ChevronRight />}
        disabled={!hasNext}
        onClick={() => {
          onGo("next");
        }}
      />
    </span>
  );
});
