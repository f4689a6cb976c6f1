import { useCallback, useEffect, useState } from "react";
import type { StorageFailure } from "../../storage/failure";
import type { SampleListing, SampleStorage } from "../../storage/samples";

export type SamplesState =
  | { kind: "loading" }
  | { kind: "ready"; listing: SampleListing }
  | { kind: "failed"; failure: StorageFailure };

/** The samples that are kept, as they change in any tab; `retry` reads anew after a failure. */
export function useSamples(storage: SampleStorage): { state: SamplesState; retry: () => void } {
  const [state, setState] = useState<SamplesState>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(
    () =>
      storage.watch({
        next: (listing) => setState({ kind: "ready", listing }),
        failed: (failure) => setState({ kind: "failed", failure }),
      }),
    [storage, attempt],
  );
  const retry = useCallback(() => {
    setState({ kind: "loading" });
    setAttempt((count) => count + 1);
  }, []);
  return { state, retry };
}
