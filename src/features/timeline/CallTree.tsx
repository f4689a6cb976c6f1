import clsx from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, useCallback, useEffect, useId, useMemo, useState, type KeyboardEvent } from "react";
import { callersOf, callRows, type CallRow } from "../../domain/timeline/callTree";
import { callWords } from "../../domain/timeline/callWords";
import type { TraceIndex } from "../../domain/timeline/traceIndex";
import { useRowWindow } from "../../ui/useRowWindow";
import type { Timeline } from "./timeline";
import { useShownPosition, useTimeline } from "./useTimeline";

/** Pixels. */
const rowHeight = 24;
const indent = 14;
/** Deeper calls are not moved further to the right. */
const deepest = 16;

type CallTreeProps = { timeline: Timeline; index: TraceIndex };

/** Every call with its arguments and result; choosing one shows its comments only. */
export function CallTree({ timeline, index }: CallTreeProps) {
  const chosen = useTimeline(timeline, ({ filter }) => filter.call);
  const position = useShownPosition(timeline);
  const here = index.step(position)?.frame.call ?? null;
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(
    () => new Set([...index.roots.slice(0, 1), ...(here === null ? [] : callersOf(index, here))]),
  );
  const [active, setActive] = useState<number | null>(chosen ?? here);
  const rows = useMemo(() => callRows(index, expanded), [index, expanded]);
  const activeRow = Math.max(
    0,
    rows.findIndex(({ call }) => call === active),
  );
  const { box, onScroll, first, end, reveal } = useRowWindow(rows.length, rowHeight);
  const id = useId();
  const idOf = (call: number): string => `${id}-${call}`;
  useEffect(() => {
    reveal(activeRow);
  }, [reveal, activeRow]);

  const setOpen = useCallback((call: number, isOpen: boolean): void => {
    setExpanded((current) => {
      const next = new Set(current);
      if (isOpen) next.add(call);
      else next.delete(call);
      return next;
    });
  }, []);
  const choose = useCallback(
    (call: number): void => {
      setActive(call);
      const { filter } = timeline.store.getState();
      timeline.chooseCall(filter.call === call ? null : call);
    },
    [timeline],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[activeRow];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keyAction(event.key, index, rows, activeRow);
    if (action === null) return;
    event.preventDefault();
    if (action.kind === "move") setActive(rows[action.to]?.call ?? row.call);
    else if (action.kind === "choose") choose(row.call);
    else setOpen(row.call, action.open);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-xs text-muted">
        Choose a call to see its comments only; choose it again to see all.
      </p>
      <div
        ref={box}
        role="tree"
        aria-label="Calls"
        tabIndex={0}
        aria-activedescendant={rows.length === 0 ? undefined : idOf(rows[activeRow]?.call ?? 0)}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        className="h-72 overflow-auto rounded-md border border-line"
      >
        <div role="presentation" className="relative" style={{ height: rows.length * rowHeight }}>
          {rows.slice(first, end).map((row, offset) => (
            <TreeItem
              key={row.call}
              id={idOf(row.call)}
              index={index}
              call={row.call}
              level={row.level}
              place={row.place}
              siblings={row.siblings}
              expanded={row.expanded}
              top={(first + offset) * rowHeight}
              chosen={row.call === chosen}
              active={first + offset === activeRow}
              here={row.call === here}
              onChoose={choose}
              onToggle={setOpen}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

type TreeAction =
  { kind: "move"; to: number } | { kind: "open"; open: boolean } | { kind: "choose" } | null;

/** What a key does in a tree (WAI-ARIA, tree view pattern). */
function keyAction(
  key: string,
  index: TraceIndex,
  rows: readonly CallRow[],
  at: number,
): TreeAction {
  const row = rows[at];
  if (row === undefined) return null;
  switch (key) {
    case "ArrowDown":
      return { kind: "move", to: Math.min(rows.length - 1, at + 1) };
    case "ArrowUp":
      return { kind: "move", to: Math.max(0, at - 1) };
    case "Home":
      return { kind: "move", to: 0 };
    case "End":
      return { kind: "move", to: rows.length - 1 };
    case "ArrowRight":
      if (row.expanded === null) return { kind: "move", to: at };
      return row.expanded ? { kind: "move", to: at + 1 } : { kind: "open", open: true };
    case "ArrowLeft": {
      if (row.expanded === true) return { kind: "open", open: false };
      const caller = index.callerOf(row.call);
      const to = rows.findIndex(({ call }) => call === caller);
      return { kind: "move", to: to === -1 ? at : to };
    }
    case "Enter":
    case " ":
      return { kind: "choose" };
    default:
      return null;
  }
}

type TreeItemProps = CallRow & {
  id: string;
  index: TraceIndex;
  /** Pixels. */
  top: number;
  chosen: boolean;
  active: boolean;
  /** It made the step that is shown. */
  here: boolean;
  onChoose: (call: number) => void;
  onToggle: (call: number, open: boolean) => void;
};

const TreeItem = memo(function TreeItem(props: TreeItemProps) {
  const { id, index, call, level, place, siblings, expanded } = props;
  const { top, chosen, active, here, onChoose, onToggle } = props;
  const { head, result } = callWords(index, call);
  const Chevron = expanded === true ? ChevronDown : ChevronRight;
  return (
    // The tree itself has the focus and takes the keys.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={chosen}
      {...(expanded === null ? {} : { "aria-expanded": expanded })}
      aria-label={[head, result, here ? "the shown step is here" : ""].filter(Boolean).join(" ")}
      onClick={() => {
        onChoose(call);
      }}
      style={{ top, height: rowHeight, paddingLeft: 4 + Math.min(level - 1, deepest) * indent }}
      className={clsx(
        "absolute inset-x-0 flex cursor-pointer items-center gap-1 pr-2 whitespace-nowrap select-none hover:bg-hover",
        chosen && "bg-accent-soft",
        active && "outline-1 -outline-offset-1 outline-line-strong",
      )}
    >
      <span
        aria-hidden="true"
        onClick={(event) => {
          if (expanded === null) return;
          event.stopPropagation();
          onToggle(call, !expanded);
        }}
        className={clsx("inline-flex p-1 text-muted", expanded === null && "invisible")}
      >
        <Chevron className="size-4" />
      </span>
      {level > deepest && <span className="text-xs text-muted">{level}</span>}
      <code className="truncate font-mono text-[13px]">
        {head} <span className="text-trace">{result}</span>
      </code>
      {here && <span className="ml-auto shrink-0 text-xs text-muted">◂ here</span>}
    </div>
  );
});
