import clsx from "clsx";
import { Crosshair, MessageSquare, MessageSquareOff } from "lucide-react";
import { memo } from "react";
import { variablesAt, leavingAt, type VariableState } from "../../domain/timeline/frameState";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { IconButton } from "../../ui/IconButton";
import type { Timeline } from "./timeline";
import { useTimeline } from "./useTimeline";
import { watchedVariable } from "./watched";
import { counted } from "./words";

type VariablesTableProps = {
  timeline: Timeline;
  index: TraceIndex;
  call: number;
  position: number;
};

/** A call's variables as they stood at a step, those that it changed marked. */
export function VariablesTable({ timeline, index, call, position }: VariablesTableProps) {
  const muted = useTimeline(timeline, ({ filter }) => filter.names);
  const watched = useTimeline(timeline, (state) => watchedVariable(state)?.name ?? null);
  const pinned = useTimeline(timeline, (state) => state.watched !== null);
  const scope = index.call(call)?.frame.function ?? "";
  const leaving = index.step(position)?.frame.call === call ? leavingAt(index, position) : null;
  const variables = variablesAt(index, call, position);
  const rows: readonly VariableState[] =
    leaving === null
      ? variables
      : [...variables, { ...leaving, changed: true, since: position, certain: true }];
  if (rows.length === 0) return <p className="px-2 py-0.5 text-muted">No variables yet.</p>;
  return (
    <table className="w-full text-left text-[13px]">
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Watch and mute</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value, changed, certain, since }) => (
          <Row
            key={name}
            timeline={timeline}
            scope={scope}
            name={name}
            value={value}
            changed={changed}
            since={certain ? null : (index.step(since)?.ordinal ?? 0)}
            watched={name !== watched ? "no" : pinned ? "chosen" : "changed"}
            muted={muted.includes(name)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  timeline: Timeline;
  /** The function whose variable it is. */
  scope: string;
  name: string;
  value: string;
  /** Whether the step that is shown changed it. */
  changed: boolean;
  /** The step that it is known of, where it may have been changed since; else null. */
  since: number | null;
  /** Whether it is the watched variable: because it was chosen, or because it changed last. */
  watched: "chosen" | "changed" | "no";
  muted: boolean;
};

/** Drawn again only when something about the variable changes: a move leaves most of them alone. */
const Row = memo(function Row(props: RowProps) {
  const { timeline, scope, name, value, changed, since, watched, muted } = props;
  return (
    <tr className={clsx("border-b border-line align-top", changed && "bg-trace-soft")}>
      <th
        scope="row"
        className={clsx(
          "px-2 py-1 font-mono whitespace-nowrap",
          changed ? "font-semibold text-trace shadow-[inset_3px_0_var(--trace)]" : "font-normal",
        )}
      >
        {name}
        {changed && <span className="sr-only">changed</span>}
      </th>
      <td className="w-full px-2 py-1 font-mono whitespace-pre-wrap wrap-anywhere">
        {value}
        {since !== null && (
          <span className="block font-sans text-xs text-muted">
            {`set at step ${counted(since)}; it may have changed in steps that were not kept`}
          </span>
        )}
      </td>
      <td className="whitespace-nowrap">
        <IconButton
          size="small"
          label={`Watch ${name}`}
          aria-pressed={watched === "chosen"}
          icon={<Crosshair />}
          className={clsx(
            watched !== "no" && "text-accent!",
            watched === "chosen" && "bg-accent-soft",
          )}
          onClick={() => {
            timeline.watch(watched === "chosen" ? null : { function: scope, name });
          }}
        />
        <IconButton
          size="small"
          label={`Mute comments of ${name}`}
          aria-pressed={muted}
          icon={muted ? <MessageSquareOff /> : <MessageSquare />}
          onClick={() => {
            timeline.toggleName(name);
          }}
        />
      </td>
    </tr>
  );
});
