import { ArrowRight, Pencil } from "lucide-react";
import { useEffect, useMemo } from "react";
import { score, type Score } from "../../../domain/forecast/score";
import { accuracyWords, departureWords, summaryWords } from "../../../domain/forecast/words";
import type { Trace } from "../../../domain/trace";
import { Button } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";
import { Progress } from "../../../ui/Progress";
import { emptyMargin } from "../editor/margin";
import type { TraceLens } from "../lens";
import type { Shown } from "../run/shown";
import type { WorkbenchStores } from "../stores";
import { useBusy, useShown } from "../useWorkbench";
import { scoredMarks } from "./margins";
import { OtherLines } from "./OtherLines";
import { PathView } from "./PathView";
import { SaidOtherwise } from "./SaidOtherwise";
import type { StoredForecast } from "./storedForecast";
import { WithCode } from "./WithCode";

type ForecastResultProps = { stores: WorkbenchStores; lens: TraceLens; kept: StoredForecast };

/** What was forecast beside what happened, once the program has run. */
export function ForecastResult({ stores, lens, kept }: ForecastResultProps) {
  const shown = useShown(stores);
  const isOfTest = shown !== null && (kept.testId === null || shown.trace.testId === kept.testId);
  return (
    <div className="flex flex-col gap-3">
      {isOfTest ? (
        <Compared stores={stores} lens={lens} kept={kept} trace={shown.trace} />
      ) : (
        <NothingToCompare stores={stores} kept={kept} shown={shown} />
      )}
      <div>
        <Button size="small" icon={<Pencil />} onClick={stores.forecasting.begin}>
          Change the forecast
        </Button>
      </div>
    </div>
  );
}

type NothingProps = { stores: WorkbenchStores; kept: StoredForecast; shown: Shown | null };

/** Why there is no comparison, and how to get one. */
function NothingToCompare({ stores, kept, shown }: NothingProps) {
  const busy = useBusy(stores);
  if (busy) return <Progress label="Running, to compare with the forecast" value={0} max={null} />;
  if (shown === null || kept.testId === null) {
    return (
      <Notice
        tone="info"
        what="There is no run to compare the forecast with."
        tryThis="Press Run. If that does not help, the tests below the program say why."
      />
    );
  }
  const { testId } = kept;
  return (
    <Notice
      tone="info"
      what="The forecast is of another test than the one whose trace is shown."
      action={
        <Button size="small" onClick={() => void stores.run.select(testId)}>
          Show the test that was forecast
        </Button>
      }
    />
  );
}

type ComparedProps = Pick<ForecastResultProps, "stores" | "lens" | "kept"> & { trace: Trace };

function Compared({ stores, lens, kept, trace }: ComparedProps) {
  const { forecast, source } = kept;
  const scored = useMemo(
    () => score(forecast, trace, source.program),
    [forecast, trace, source.program],
  );
  useMarginOfScore(stores, scored);
  return (
    <>
      <div role="status">
        <p className="font-medium">
          <WithCode text={summaryWords(scored)} />
        </p>
        <p className="text-muted">{accuracyWords(scored)}.</p>
      </div>
      <OtherLines score={scored} />
      <SaidOtherwise score={scored} />
      <Leaving scored={scored} trace={trace} lens={lens} />
      <PathView forecast={forecast} score={scored} />
    </>
  );
}

function useMarginOfScore({ margin }: WorkbenchStores, scored: Score): void {
  useEffect(() => {
    margin.setState({ marks: scoredMarks(scored), onLine: null });
    return () => {
      margin.setState(emptyMargin);
    };
  }, [margin, scored]);
}

type LeavingProps = { scored: Score; trace: Trace; lens: TraceLens };

/** Where the run first does something else, and the way there. */
function Leaving({ scored, trace, lens }: LeavingProps) {
  const { position, isBefore } = scored.departure ?? { position: null, isBefore: false };
  const step = position === null ? undefined : trace.steps[position];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p>{departureWords(scored)}</p>
      {position !== null && step !== undefined && (
        <Button
          size="small"
          icon={<ArrowRight />}
          onClick={() => {
            lens.goTo(position);
          }}
        >
          {`Go to step ${step.ordinal.toLocaleString("en")}${isBefore ? ", just before" : ""}`}
        </Button>
      )}
    </div>
  );
}
