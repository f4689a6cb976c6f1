import { X } from "lucide-react";
import { callWords } from "../../domain/timeline/callWords";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { Button } from "../../ui/Button";
import type { Timeline } from "./timeline";
import { useTimeline } from "./useTimeline";
import { lineWords } from "./words";

/** Says which of the comments are not shown, and takes that back. Nothing while all are. */
export function CommentFilterNote({ timeline, index }: { timeline: Timeline; index: TraceIndex }) {
  const { call, lines, names } = useTimeline(timeline, ({ filter }) => filter);
  const mutes = lines.length + names.length;
  if (call === null && mutes === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line pt-1.5">
      {call !== null && (
        <>
          <span className="min-w-0 wrap-anywhere">
            Only call <code className="font-mono">{callWords(index, call).head}</code>
          </span>
          <Button
            size="small"
            onClick={() => {
              timeline.chooseCall(null);
            }}
          >
            Show all
          </Button>
        </>
      )}
      {mutes > 0 && (
        <>
          <span className="text-muted">Muted:</span>
          {names.map((name) => (
            <Muted key={name} label={name} onUnmute={() => timeline.toggleName(name)} />
          ))}
          {lines.map((line) => {
            const label = lineWords(line.place, line.line);
            return <Muted key={label} label={label} onUnmute={() => timeline.toggleLine(line)} />;
          })}
          <Button size="small" onClick={timeline.unmuteAll}>
            Unmute all
          </Button>
        </>
      )}
    </div>
  );
}

function Muted({ label, onUnmute }: { label: string; onUnmute: () => void }) {
  return (
    <Button size="small" variant="quiet" aria-label={`Unmute ${label}`} onClick={onUnmute}>
      <code className="font-mono">{label}</code>
      <X aria-hidden="true" className="size-3.5" />
    </Button>
  );
}
