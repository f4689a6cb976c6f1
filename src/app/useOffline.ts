import { useEffect, useState } from "react";
import { isBusy, type RunStore } from "../features/workbench/run/run";
import type { Offline } from "../offline/offline";

/** Milliseconds: when the browser is never idle, and where it cannot say whether it is. */
const longestWait = 5_000;
const wait = 1_000;

/** The page's offline copy; null until the first run is over, whose time it must not take. */
export function useOffline(run: RunStore): Offline | null {
  const [offline, setOffline] = useState<Offline | null>(null);
  useEffect(() => {
    let wanted = true;
    const begin = async () => {
      try {
        const { startOffline } = await import("../offline/offline");
        if (wanted) setOffline(startOffline());
      } catch {
        // Its code could not be loaded: the app works without.
      }
    };
    const stopWaiting = whenSettled(run, () => {
      whenIdle(() => void begin());
    });
    return () => {
      wanted = false;
      stopWaiting();
    };
  }, [run]);
  return offline;
}

function whenSettled({ store }: RunStore, act: () => void): () => void {
  if (!isBusy(store.getState())) {
    act();
    return () => undefined;
  }
  const unsubscribe = store.subscribe((state) => {
    if (isBusy(state)) return;
    unsubscribe();
    act();
  });
  return unsubscribe;
}

function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: longestWait });
  else setTimeout(act, wait);
}
