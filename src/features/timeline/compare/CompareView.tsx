import clsx from "clsx";
import type { Comparison, Row, TracedRun } from "../../../domain/compare/comparison";
import { sourceLines } from "../../../domain/renderers/inline";
import type { Step } from "../../../domain/trace";
import { Button } from "../../../ui/Button";
import { ScrollBox } from "../../../ui/ScrollBox";
import { Spinner } from "../../../ui/Spinner";
import { cut, lineWords } from "../words";
import { comparisonWords, type Words } from "./comparisonWords";
import { useComparison } from "./useComparison";

/** Characters of one value in a cell. */
const longestValue = 200;

/** One of two runs of the same test. */
export type ComparedSide = TracedRun & {
  /** What the run is, such as “Before” or “With the fix”. */
  title: string;
  /** Goes to a step of this run, by its position; absent where the run is not on show elsewhere. */
  onGoTo?: ((position: number) => void) | undefined;
};

export type CompareViewProps = { before: ComparedSide; after: ComparedSide };

/** Two runs of the same test, before and after a change, beside each other where they part. */
export function CompareView({ before, after }: CompareViewProps) {
  const comparison = useComparison(before, after);
  if (comparison === null) {
    return (
      <p className="flex items-center gap-2 text-muted">
        <Spinner /> Comparing the runs step by step…
      </p>
    );
  }
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <p className="wrap-anywhere">
        <Sentence words={comparisonWords(comparison, { before, after })} />
      </p>
      {comparison.kind === "diverges" && (
        <>
          <GoToButtons comparison={comparison} sides={{ before, after }} />
          <SideBySide comparison={comparison} sides={{ before, after }} />
        </>
      )}
    </div>
  );
}

function Sentence({ words }: { words: Words }) {
  return words.map((piece, index) =>
    typeof piece === "string" ? (
      piece
    ) : (
      <code key={index} className="font-mono text-[0.93em]">
        {piece.code}
      </code>
    ),
  );
}

type Parted = {
  comparison: Extract<Comparison, { kind: "diverges" }>;
  sides: Record<keyof Row, ComparedSide>;
};

const sideNames = ["before", "after"] as const;

function GoToButtons({ comparison, sides }: Parted) {
  return sideNames.map((name) => {
    const position = comparison[name];
    const { onGoTo, title, trace } = sides[name];
    const step = position === null ? undefined : trace.steps[position];
    if (position === null || step === undefined || onGoTo === undefined) return null;
    return (
      <Button
        key={name}
        size="small"
        onClick={() => {
          onGoTo(position);
        }}
      >
        {`Go to step ${step.ordinal.toLocaleString("en")} (${title.toLowerCase()})`}
      </Button>
    );
  });
}

function SideBySide({ comparison, sides }: Parted) {
  const { lead, following, reason } = comparison;
  const marks = reason.kind === "value" ? reason.name : null;
  const lines = {
    before: linesOf(sides.before),
    after: linesOf(sides.after),
  };
  const cell = (side: keyof Row, row: Row, differs: boolean) => (
    <Cell step={stepAt(sides[side], row[side])} lines={lines[side]} {...{ differs, marks }} />
  );
  const tableRow = (row: Row, differs: boolean) => (
    <tr
      ref={differs ? scrollToMiddle : undefined}
      key={`${String(row.before)} ${String(row.after)}`}
      className={clsx("border-t border-line align-top", differs && "bg-raised")}
    >
      {cell("before", row, differs)}
      {cell("after", row, differs)}
    </tr>
  );
  return (
    <ScrollBox label="The steps around the first difference" className="max-h-96 w-full">
      <table className="w-full table-fixed text-left text-[13px]">
        <caption className="sr-only">
          Both runs up to the first difference, a row for steps that belong together, and what each
          does next
        </caption>
        <thead className="sticky top-0 bg-raised text-xs text-muted">
          <tr>
            {sideNames.map((name) => (
              <th key={name} scope="col" className="px-2 py-1 font-semibold">
                {sides[name].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lead.map((row) => tableRow(row, false))}
          {tableRow(comparison, true)}
          {following.map((row) => tableRow(row, false))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Scrolls the box around the row, and nothing else, so that the row is in its middle. */
function scrollToMiddle(row: HTMLTableRowElement | null): void {
  const box = row?.closest("[role=group]");
  if (!row || !box) return;
  box.scrollTop = row.offsetTop - (box.clientHeight - row.offsetHeight) / 2;
}

type Lines = Record<Step["place"], readonly string[]>;

function linesOf({ source }: TracedRun): Lines {
  return { program: sourceLines(source.program), tests: sourceLines(source.tests) };
}

function stepAt({ trace }: TracedRun, position: number | null): Step | null {
  return position === null ? null : (trace.steps[position] ?? null);
}

type CellProps = {
  step: Step | null;
  lines: Lines;
  /** This is the row of the difference. */
  differs: boolean;
  /** The variable that differs in it; null: all that the step changed. */
  marks: string | null;
};

function Cell({ step, ...rest }: CellProps) {
  const { differs } = rest;
  return (
    <td className={clsx("px-2 py-1", differs && "border-l-4 border-diverge")}>
      {differs && <p className="text-xs font-semibold text-diverge">≠ first difference</p>}
      {step === null ? (
        <span className="text-muted">no step</span>
      ) : (
        <StepText step={step} {...rest} />
      )}
    </td>
  );
}

/** The step's line of code, and what it changed. */
function StepText({ step, lines, differs, marks }: CellProps & { step: Step }) {
  const { ordinal, place, line, changes } = step;
  return (
    <>
      <p className="text-xs text-muted tabular-nums">
        {`${lineWords(place, line)} · step ${ordinal.toLocaleString("en")}`}
      </p>
      <code className="block font-mono wrap-anywhere">{lines[place][line - 1]?.trim()}</code>
      {changes.map(({ name, value }) => (
        <code
          key={name}
          className={clsx(
            "block w-fit font-mono wrap-anywhere text-trace",
            differs &&
              (marks ?? name) === name &&
              "font-semibold underline decoration-diverge decoration-2 underline-offset-2",
          )}
        >
          {`${name}=${cut(value, longestValue)}`}
        </code>
      ))}
    </>
  );
}
