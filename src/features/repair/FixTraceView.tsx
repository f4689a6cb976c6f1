import { useMemo } from "react";
import { renderInline } from "../../domain/renderers/inline";
import { Spinner } from "../../ui/Spinner";
import { commentedLines } from "./commentedLines";
import type { FixTrace } from "./repairState";
import { CodeListing } from "./CodeListing";

type FixTraceViewProps = { program: string; trace: FixTrace | undefined; testName: string };

/** The fixed program with its own trace at the line ends, read-only. */
export function FixTraceView({ program, trace, testName }: FixTraceViewProps) {
  if (trace === undefined || trace.kind === "fetching") {
    return (
      <p className="flex items-center gap-2 text-muted">
        <Spinner /> Recording the fixed program…
      </p>
    );
  }
  if (trace.kind === "failed") {
    return <p className="text-muted">Its trace could not be recorded: {trace.message}</p>;
  }
  return <Listing program={program} trace={trace.trace} testName={testName} />;
}

type ListingProps = {
  program: string;
  trace: Extract<FixTrace, { kind: "ready" }>["trace"];
  testName: string;
};

function Listing({ program, trace, testName }: ListingProps) {
  const lines = useMemo(
    () => commentedLines(program, renderInline(program, trace)),
    [program, trace],
  );
  return (
    <CodeListing label={`Fixed program with its trace under ${testName}`} className="max-h-96">
      {lines.map(({ code, comment }, index) => (
        <div key={index} className="flex pr-3 whitespace-pre">
          <span aria-hidden="true" className="w-9 shrink-0 pr-2 text-right text-muted select-none">
            {index + 1}
          </span>
          <span>
            {code}
            <span className="text-trace">{comment}</span>
          </span>
        </div>
      ))}
    </CodeListing>
  );
}
