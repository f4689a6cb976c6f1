import clsx from "clsx";
import { memo, useEffect, type KeyboardEvent, type ReactNode } from "react";
import { useRowWindow } from "../../ui/useRowWindow";

/** Pixels. */
const rowHeight = 24;

export type StepRow = { ordinal: string; cells: readonly ReactNode[] };

/** `width` is a class; the column without one takes what is left. */
export type StepColumn = { heading: string; width?: string };

type StepTableProps = {
  /** The accessible name. */
  label: string;
  /** The columns after the step's number, which is written in at most `digits` characters. */
  columns: readonly StepColumn[];
  digits: number;
  count: number;
  /** Another function draws all rows again, as another `onGo` does. */
  rowAt: (row: number) => StepRow;
  /** The row of the step that is looked at; null when it is none of these. */
  current: number | null;
  /** Where the reader would be between these rows. */
  onGo: (row: number) => void;
  /** The row to go to from where the reader is, for the keys. */
  neighbour: (way: 1 | -1) => number | null;
};

/** Any number of steps, one to a row, of which those in view are drawn. ↑ and ↓ go from one to the next. */
export function StepTable(props: StepTableProps) {
  const { label, columns, digits, count, rowAt, current, onGo, neighbour } = props;
  const { box, onScroll, first, end, reveal } = useRowWindow(count, rowHeight, rowHeight);
  useEffect(() => {
    if (current !== null) reveal(current);
  }, [reveal, current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const row = neighbour(event.key === "ArrowDown" ? 1 : -1);
    if (row !== null) onGo(row);
  };
  return (
    // The rows' buttons are out of the Tab order: there may be thousands, and the box takes the keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="group"
      aria-label={`${label}; the arrow keys up and down go from step to step`}
      // Not every browser lets the keyboard into a scroller that holds nothing focusable.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      className="h-72 overflow-auto rounded-md border border-line"
    >
      <table
        aria-label={label}
        aria-rowcount={count + 1}
        className="w-full table-fixed text-left text-[13px]"
      >
        <thead className="sticky top-0 z-1 bg-raised text-xs text-muted">
          <tr style={{ height: rowHeight }}>
            <th scope="col" className="px-2 font-semibold" style={{ width: widthOf(digits) }}>
              Step
            </th>
            {columns.map(({ heading, width }) => (
              <th key={heading} scope="col" className={clsx("px-2 font-semibold", width)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} columns={columns.length + 1} />
          {Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset).map(
            (row) => (
              <Row key={row} number={row} rowAt={rowAt} current={row === current} onGo={onGo} />
            ),
          )}
          <Gap rows={count - end} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  );
}

const widthOf = (digits: number): string => `calc(${Math.max(digits, 4)}ch + 1.5rem)`;

/** The room of rows that are not drawn. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden="true" style={{ height: rows * rowHeight }}>
      <td colSpan={columns} />
    </tr>
  );
}

type RowProps = Pick<StepTableProps, "rowAt" | "onGo"> & { number: number; current: boolean };

const Row = memo(function Row({ number, rowAt, current, onGo }: RowProps) {
  const row = rowAt(number);
  return (
    <tr
      aria-rowindex={number + 2}
      {...(current ? { "aria-current": "step" } : {})}
      style={{ height: rowHeight }}
      className={clsx("border-t border-line", current && "bg-accent-soft")}
    >
      <td className="px-2">
        <button
          type="button"
          tabIndex={-1}
          onClick={() => {
            onGo(number);
          }}
          aria-label={`Go to step ${row.ordinal}`}
          className="w-full text-left text-accent tabular-nums hover:underline"
        >
          {row.ordinal}
        </button>
      </td>
      {row.cells.map((cell, column) => (
        <td key={column} className="truncate px-2">
          {cell}
        </td>
      ))}
    </tr>
  );
});
