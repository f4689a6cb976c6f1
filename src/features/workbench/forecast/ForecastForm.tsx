import { Play } from "lucide-react";
import { useEffect, useMemo } from "react";
import { noForecast, withLine } from "../../../domain/forecast/forecast";
import { Button } from "../../../ui/Button";
import { Field } from "../../../ui/Field";
import { Notice } from "../../../ui/Notice";
import { Select } from "../../../ui/Select";
import { Spinner } from "../../../ui/Spinner";
import { emptyMargin } from "../editor/margin";
import type { WorkbenchStores } from "../stores";
import { EndFields } from "./EndFields";
import type { ForecastTests } from "./forecasting";
import { LineFields } from "./LineFields";
import { openMarks } from "./margins";
import type { StoredForecast } from "./storedForecast";

type ForecastFormProps = { stores: WorkbenchStores; kept: StoredForecast; tests: ForecastTests };

/** Saying what will happen, before anything runs. */
export function ForecastForm({ stores, kept, tests }: ForecastFormProps) {
  const { forecast, source } = kept;
  const { say } = stores.forecasting;
  useMarginOfForm(stores, kept);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        stores.runNow();
      }}
    >
      <p>
        Nothing has run, so nothing gives it away. Say what the program will do under one test: by a
        click beside a line in the editor, or here. Editing the program or its tests forgets the
        forecast.
      </p>
      <TestChoice stores={stores} testId={kept.testId} tests={tests} />
      <LineFields forecast={forecast} program={source.program} onSay={say} />
      <EndFields forecast={forecast} program={source.program} onSay={say} />
      <Field
        label="What does the call hand back? (optional)"
        description="As Python writes it, for example [1, 2] or 'abc'."
        monospace
        className="max-w-96"
        autoComplete="off"
        spellCheck={false}
        value={forecast.returned ?? ""}
        onValueChange={(text) => {
          say({ ...forecast, returned: text.trim() === "" ? null : text });
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" type="submit" icon={<Play />}>
          Run and compare
        </Button>
        <Button
          onClick={() => {
            say(noForecast);
          }}
        >
          Begin anew
        </Button>
      </div>
    </form>
  );
}

/** A click beside a line says that it runs, or takes that back. */
function useMarginOfForm(stores: WorkbenchStores, { forecast, source }: StoredForecast): void {
  const { program } = source;
  const marks = useMemo(() => openMarks(forecast, program), [forecast, program]);
  useEffect(() => {
    const { margin, forecasting } = stores;
    const onLine = (line: number): void => {
      if (!marks.some((mark) => mark.line === line)) return;
      const isSaid = forecast.lines[String(line)] !== undefined;
      forecasting.say(withLine(forecast, line, isSaid ? null : "some"));
    };
    margin.setState({ marks, onLine });
    return () => {
      margin.setState(emptyMargin);
    };
  }, [stores, forecast, marks]);
}

type TestChoiceProps = { stores: WorkbenchStores; testId: string | null; tests: ForecastTests };

function TestChoice({ stores, testId, tests }: TestChoiceProps) {
  if (tests.kind === "looking") {
    return (
      <p className="flex items-center gap-1.5 text-muted">
        <Spinner /> Finding the tests…
      </p>
    );
  }
  if (tests.kind === "none") {
    return (
      <Notice
        tone="info"
        what="There is no test to forecast."
        why={tests.why}
        tryThis="Discard the forecast, put that right, and begin again."
      />
    );
  }
  const options = tests.tests.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span aria-hidden="true" className="text-xs font-semibold text-muted">
        Under which test?
      </span>
      <Select
        label="Under which test?"
        value={testId}
        onValueChange={stores.forecasting.chooseTest}
        groups={[{ label: "", options }]}
        className="max-w-full self-start font-mono text-[13px]"
      />
    </div>
  );
}
