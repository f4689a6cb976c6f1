import { Trash2 } from "lucide-react";
import { useStore } from "zustand";
import { Button } from "../../../ui/Button";
import { Region } from "../../../ui/Region";
import type { TraceLens } from "../lens";
import type { WorkbenchStores } from "../stores";
import { ForecastForm } from "./ForecastForm";
import { ForecastResult } from "./ForecastResult";

type ForecastPanelProps = { stores: WorkbenchStores; lens: TraceLens };

/** What the user says that the program will do, and then what it did. */
export function ForecastPanel({ stores, lens }: ForecastPanelProps) {
  const state = useStore(stores.forecasting.store);
  if (state.kind === "none") return null;
  const discard = (): void => {
    stores.forecasting.forget();
    if (stores.run.store.getState().kind === "idle") stores.runNow();
  };
  return (
    <Region
      title="Forecast"
      actions={
        <Button size="small" variant="quiet" icon={<Trash2 />} onClick={discard}>
          Discard the forecast
        </Button>
      }
    >
      {state.kind === "making" ? (
        <ForecastForm stores={stores} kept={state.kept} tests={state.tests} />
      ) : (
        <ForecastResult stores={stores} lens={lens} kept={state.kept} />
      )}
    </Region>
  );
}
