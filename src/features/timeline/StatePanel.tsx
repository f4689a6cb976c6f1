import clsx from "clsx";
import { memo, useId, useState, type ReactNode } from "react";
import { callWords } from "../../domain/timeline/callWords";
import type { OutputPart } from "../../domain/stderr";
import { outputAt, stackAt } from "../../domain/timeline/frameState";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { Button } from "../../ui/Button";
import { OutputText } from "../../ui/OutputText";
import { ScrollBox } from "../../ui/ScrollBox";
import type { Timeline } from "./timeline";
import { useShownPosition } from "./useTimeline";
import { VariablesTable } from "./VariablesTable";
import { counted, lineWords } from "./words";

/** So many of the innermost calls are listed. */
const listedCalls = 40;

/** Characters of output that are drawn unless more are asked for. */
const outputTail = 4_000;

type StatePanelProps = { timeline: Timeline; index: TraceIndex };

/** The program at the step that is shown: variables, open calls, output so far. */
export function StatePanel({ timeline, index }: StatePanelProps) {
  const position = useShownPosition(timeline);
  const [chosen, setChosen] = useState<number | null>(null);
  const { calls, more } = stackAt(index, position, listedCalls);
  const call = calls.some((open) => open.call === chosen) ? chosen : (calls[0]?.call ?? null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:h-72 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] sm:grid-rows-2">
      <Part title="Variables" className="h-52 sm:row-span-2 sm:h-auto">
        {call !== null && (
          <VariablesTable timeline={timeline} index={index} call={call} position={position} />
        )}
      </Part>
      <Part title="Call stack" className="max-h-40 sm:max-h-none">
        <ul className="flex flex-col">
          {calls.map((open) => (
            <StackEntry
              key={open.call}
              index={index}
              call={open.call}
              at={open.at}
              here={open.at === position}
              selected={open.call === call}
              onSelect={setChosen}
            />
          ))}
          {more > 0 && <li className="px-2 text-muted">{`and ${counted(more)} more around it`}</li>}
        </ul>
      </Part>
      <Part title="Output so far" className="h-28 sm:h-auto">
        <Output parts={outputAt(index, position)} />
      </Part>
    </div>
  );
}

type PartProps = { title: string; className: string; children: ReactNode };

function Part({ title, className, children }: PartProps) {
  return (
    <div className={clsx("flex min-h-0 flex-col gap-1", className)}>
      <h3 className="text-xs font-semibold text-muted">{title}</h3>
      <ScrollBox label={title} className="min-h-0 flex-1">
        {children}
      </ScrollBox>
    </div>
  );
}

type StackEntryProps = {
  index: TraceIndex;
  call: number;
  /** Its last step so far, as a position; null when it had made none yet. */
  at: number | null;
  /** That is the step that is shown. */
  here: boolean;
  selected: boolean;
  onSelect: (call: number) => void;
};

const StackEntry = memo(function StackEntry(props: StackEntryProps) {
  const { index, call, at, here, selected, onSelect } = props;
  const step = at === null ? null : index.step(at);
  const where =
    step === null ? "" : `${here ? "at" : "last step:"} ${lineWords(step.place, step.line)}`;
  return (
    <li>
      <button
        type="button"
        aria-pressed={selected}
        onClick={() => {
          onSelect(call);
        }}
        className={clsx(
          "flex w-full items-baseline justify-between gap-2 px-2 py-0.5 text-left outline-offset-[-2px] hover:bg-hover",
          selected && "bg-accent-soft",
        )}
      >
        <code className="truncate font-mono text-[13px]">{callWords(index, call).head}</code>
        <span className="shrink-0 text-xs text-muted">{where}</span>
      </button>
    </li>
  );
});

/** The last characters of what was printed. */
function tailOf(parts: readonly OutputPart[]): OutputPart[] {
  const tail: OutputPart[] = [];
  let room = outputTail;
  for (const part of [...parts].reverse()) {
    if (room <= 0) break;
    tail.unshift({ ...part, text: part.text.slice(-room) });
    room -= part.text.length;
  }
  return tail;
}

function Output({ parts }: { parts: readonly OutputPart[] }) {
  const [whole, setWhole] = useState(false);
  const id = useId();
  if (parts.length === 0) return <p className="px-2 py-0.5 text-muted">Nothing was printed yet.</p>;
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  const cut = !whole && length > outputTail;
  return (
    <>
      {cut && (
        <Button
          size="small"
          variant="quiet"
          aria-controls={id}
          onClick={() => {
            setWhole(true);
          }}
        >
          {`Show the ${counted(length - outputTail)} characters before`}
        </Button>
      )}
      <OutputText id={id} parts={cut ? tailOf(parts) : parts} className="px-2 py-0.5" />
    </>
  );
}
