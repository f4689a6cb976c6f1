import clsx from "clsx";
import { Fragment, useMemo } from "react";
import { lineDiff, type DiffLine } from "./lineDiff";
import { CodeListing } from "./CodeListing";

const signs = { same: " ", removed: "−", added: "+" };

const looks = {
  same: "",
  removed: "bg-fail-soft",
  added: "bg-pass-soft",
};

type DiffViewProps = { label: string; before: string; after: string };

/** Two programs as one listing; the signs at the line starts carry the meaning, not the colours. */
export function DiffView({ label, before, after }: DiffViewProps) {
  const hunks = useMemo(() => lineDiff(before, after), [before, after]);
  if (hunks.length === 0) return <p className="text-muted">The program is unchanged.</p>;
  return (
    <CodeListing label={label}>
      {hunks.map((hunk, index) => (
        <Fragment key={hunk.lines[0]?.before ?? index}>
          {index > 0 && (
            <div aria-hidden="true" className="px-3 text-muted select-none">
              ⋯
            </div>
          )}
          {hunk.lines.map((line) => (
            <Line key={`${line.kind}${String(line.before ?? line.after)}`} line={line} />
          ))}
        </Fragment>
      ))}
    </CodeListing>
  );
}

function Line({ line }: { line: DiffLine }) {
  const number = line.before ?? line.after;
  return (
    <div className={clsx("flex pr-3 whitespace-pre", looks[line.kind])}>
      <span aria-hidden="true" className="w-9 shrink-0 pr-2 text-right text-muted select-none">
        {number}
      </span>
      <span className="w-4 shrink-0 font-semibold">{signs[line.kind]}</span>
      <span>
        {line.parts.map((part, index) => (
          <Part key={index} kind={line.kind} {...part} />
        ))}
      </span>
    </div>
  );
}

type PartProps = { kind: DiffLine["kind"]; text: string; changed: boolean };

function Part({ kind, text, changed }: PartProps) {
  if (!changed || kind === "same") return text;
  const Element = kind === "removed" ? "del" : "ins";
  const line = kind === "removed" ? "line-through" : "underline";
  return <Element className={clsx("decoration-from-font font-semibold", line)}>{text}</Element>;
}
