import { useId } from "react";
import { forecastable, type ForecastEnd } from "../../../domain/forecast/forecast";
import { Field } from "../../../ui/Field";
import { Select } from "../../../ui/Select";
import type { ForecastFieldsProps } from "./LineFields";

type Raises = Extract<ForecastEnd, { kind: "raises" }>;

const anyLine = "any";
const choices: readonly { kind: ForecastEnd["kind"] | null; label: string }[] = [
  { kind: null, label: "I do not say" },
  { kind: "finishes", label: "It finishes" },
  { kind: "raises", label: "It raises an exception" },
  { kind: "endless", label: "It does not end" },
];

const types = [
  "AttributeError",
  "IndexError",
  "KeyError",
  "NameError",
  "RecursionError",
  "StopIteration",
  "TypeError",
  "UnboundLocalError",
  "ValueError",
  "ZeroDivisionError",
];

function endOf(kind: ForecastEnd["kind"] | null): ForecastEnd | null {
  if (kind === null) return null;
  return kind === "raises" ? { kind, line: null, type: null } : { kind };
}

/** How the program is said to end, and where if it raises. */
export function EndFields({ forecast, program, onSay }: ForecastFieldsProps) {
  const group = useId();
  const { end } = forecast;
  const setEnd = (next: ForecastEnd | null): void => {
    onSay({ ...forecast, end: next });
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-semibold text-muted">How does the program end?</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {choices.map(({ kind, label }) => (
          <label key={label} className="inline-flex items-center gap-1.5">
            <input
              type="radio"
              name={group}
              checked={(end?.kind ?? null) === kind}
              onChange={() => {
                setEnd(endOf(kind));
              }}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
      <p className="mt-1 text-xs text-muted">
        An assertion of the test that does not hold is the test’s own; the program has finished.
      </p>
      {end?.kind === "raises" && <RaisesFields end={end} program={program} onChange={setEnd} />}
    </fieldset>
  );
}

type RaisesFieldsProps = { end: Raises; program: string; onChange: (end: Raises) => void };

function RaisesFields({ end, program, onChange }: RaisesFieldsProps) {
  const list = useId();
  const lines = program.split("\n");
  const options = forecastable(program).map(({ first }) => ({
    value: String(first),
    label: `${first}: ${lines[first - 1]?.trim() ?? ""}`,
  }));
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <Select
        label="On which line does it raise?"
        value={end.line === null ? anyLine : String(end.line)}
        onValueChange={(value) => {
          onChange({ ...end, line: value === anyLine ? null : Number(value) });
        }}
        groups={[{ label: "", options: [{ value: anyLine, label: "On some line" }, ...options] }]}
        className="max-w-72"
      />
      <Field
        label="Its type (optional)"
        monospace
        list={list}
        placeholder="IndexError"
        autoComplete="off"
        spellCheck={false}
        value={end.type ?? ""}
        onValueChange={(text) => {
          onChange({ ...end, type: text.trim() === "" ? null : text.trim() });
        }}
      />
      <datalist id={list}>
        {types.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
    </div>
  );
}
