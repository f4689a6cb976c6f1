import { useState } from "react";
import type { Step } from "../../../domain/trace";
import { Button } from "../../../ui/Button";
import { ScrollBox } from "../../../ui/ScrollBox";

const portion = 500;

/** Every recorded step: the trace comments for those who cannot see them, and in order of time. */
export function StepTable({ steps }: { steps: readonly Step[] }) {
  const [shown, setShown] = useState(portion);
  const rest = steps.length - shown;
  return (
    <div className="flex flex-col items-start gap-2">
      <ScrollBox label="Steps" className="max-h-72 w-full">
        <table className="w-full text-left text-[13px]">
          <caption className="sr-only">Steps that changed something, in the order they ran</caption>
          <thead className="sticky top-0 bg-raised text-xs text-muted">
            <tr>
              {["Step", "Line", "Function", "Change"].map((heading) => (
                <th key={heading} scope="col" className="px-2 py-1 font-semibold">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.slice(0, shown).map((step) => (
              <StepRow key={step.ordinal} step={step} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rest > 0 && (
        <Button
          size="small"
          onClick={() => {
            setShown(shown + portion);
          }}
        >
          {`Show ${Math.min(portion, rest)} more of ${rest.toLocaleString("en")}`}
        </Button>
      )}
    </div>
  );
}

function StepRow({ step }: { step: Step }) {
  const { ordinal, place, line, frame, changes } = step;
  return (
    <tr className="border-t border-line align-top">
      <td className="px-2 py-0.5 text-muted tabular-nums">{ordinal}</td>
      <td className="px-2 py-0.5 whitespace-nowrap tabular-nums">
        {place === "program" ? line : `tests ${line}`}
      </td>
      <td className="px-2 py-0.5 font-mono whitespace-nowrap">{frame.function}</td>
      <td className="px-2 py-0.5 font-mono wrap-anywhere text-trace">
        {changes.map(({ name, value }) => (
          <span key={name} className="block">
            {name}={value}
          </span>
        ))}
      </td>
    </tr>
  );
}
