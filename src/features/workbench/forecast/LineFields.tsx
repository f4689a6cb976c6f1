import {
  forecastable,
  timesSchema,
  withLine,
  type Forecast,
  type Times,
} from "../../../domain/forecast/forecast";
import { saidWords } from "./margins";

export type ForecastFieldsProps = {
  forecast: Forecast;
  program: string;
  onSay: (forecast: Forecast) => void;
};

/** The lines, each of which can be said to run. */
export function LineFields({ forecast, program, onSay }: ForecastFieldsProps) {
  const lines = program.split("\n");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-semibold text-muted">Which lines run?</legend>
      <div className="max-h-96 overflow-y-auto rounded-md border border-line">
        {forecastable(program).map(({ first, last }) => (
          <LineField
            key={first}
            line={first}
            // A long statement is known by how it begins.
            code={`${lines[first - 1] ?? ""}${last > first ? " …" : ""}`}
            said={forecast.lines[String(first)] ?? null}
            onSay={(times) => {
              onSay(withLine(forecast, first, times));
            }}
          />
        ))}
      </div>
      <p className="mt-1 text-xs text-muted">
        Lines that only define a function or class are left out: they run whether or not it is
        called.
      </p>
    </fieldset>
  );
}

type LineFieldProps = {
  line: number;
  code: string;
  said: Times | null;
  onSay: (times: Times | null) => void;
};

function LineField({ line, code, said, onSay }: LineFieldProps) {
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2 px-2 odd:bg-raised">
      <label className="flex min-w-0 flex-1 basis-48 items-center gap-2">
        <input
          type="checkbox"
          checked={said !== null}
          onChange={(event) => {
            onSay(event.target.checked ? "some" : null);
          }}
          className="size-4 shrink-0 accent-accent"
        />
        <span className="w-7 shrink-0 text-right font-mono text-xs text-muted tabular-nums">
          <span className="sr-only">{"Line "}</span>
          {line}
        </span>
        <code className="min-w-0 truncate font-mono text-[13px] whitespace-pre">{code}</code>
      </label>
      {said !== null && (
        <select
          aria-label={`How often line ${line} runs`}
          value={said}
          onChange={(event) => {
            onSay(timesSchema.parse(event.target.value));
          }}
          className="h-6 shrink-0 rounded border border-line-strong bg-surface px-1 text-xs text-text"
        >
          {timesSchema.options.map((times) => (
            <option key={times} value={times}>
              {saidWords[times]}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
