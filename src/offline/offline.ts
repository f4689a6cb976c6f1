import { createStore, type StoreApi } from "zustand/vanilla";
import { ownBuild } from "./heldBuild";
import { workerMessageSchema, type PageRequest } from "./messages";
import { nextState, nothingKept, type OfflineEvent, type OfflineState } from "./offlineState";

/** The page's part of working offline: keeps a copy of the app and notices new versions. */
export type Offline = {
  readonly store: StoreApi<OfflineState>;
  /** Loads the page again, in the newer version if one is ready. */
  readonly reload: () => void;
};

/** How often a page that stays open asks for a newer version, at most. Milliseconds. */
const askAgainAfter = 3_600_000;

/** Starts the service worker. Where none is possible the state stays `none` and nothing is said. */
export function startOffline(): Offline {
  const store = createStore<OfflineState>(() => nothingKept);
  const build = ownBuild();
  const container = "serviceWorker" in navigator ? navigator.serviceWorker : null;
  let registration: ServiceWorkerRegistration | undefined;
  if (build !== null && container !== null) {
    const on = (event: OfflineEvent) => {
      store.setState(nextState(store.getState(), event, build), true);
    };
    container.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const message = workerMessageSchema.safeParse(data);
      if (message.success) on({ kind: "told", message: message.data });
    });
    void register(container).then((found) => {
      registration = found;
      if (found) attend(found, container, on);
    });
  }
  return {
    store,
    reload() {
      const waiting = registration?.waiting;
      if (!waiting) {
        location.reload();
        return;
      }
      waiting.addEventListener("statechange", () => {
        if (waiting.state === "activated") location.reload();
      });
      ask(waiting, "takeOver");
    },
  };
}

function ask(worker: ServiceWorker, request: PageRequest): void {
  worker.postMessage(request);
}

/** The registration, also of before; undefined where the browser refuses service workers. */
async function register(
  container: ServiceWorkerContainer,
): Promise<ServiceWorkerRegistration | undefined> {
  const scope = new URL("./", document.baseURI).href;
  try {
    await container.register(new URL("sw.js", scope), { scope, updateViaCache: "none" });
  } catch {
    // Refused, or the server is out of reach; an earlier registration goes on.
  }
  try {
    return await container.getRegistration(scope);
  } catch {
    return undefined;
  }
}

/** Follows the workers of a registration as long as the page lives. */
function attend(
  registration: ServiceWorkerRegistration,
  container: ServiceWorkerContainer,
  on: (event: OfflineEvent) => void,
): void {
  const watch = (worker: ServiceWorker | null) => {
    const look = () => {
      if (worker?.state === "installed" && registration.active) on({ kind: "waiting" });
    };
    look();
    worker?.addEventListener("statechange", look);
  };
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => {
    watch(registration.installing);
  });
  const report = () => {
    if (registration.active) ask(registration.active, "report");
  };
  report();
  // After a first visit's worker has taken over, or another tab has agreed to a newer one.
  container.addEventListener("controllerchange", report);
  let asked = 0;
  const askForNewer = () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < askAgainAfter) return;
    asked = Date.now();
    // Out of reach: the next time will do.
    registration.update().catch(() => undefined);
  };
  // The browser asks by itself when a page is opened, but in its own time.
  if (registration.active) askForNewer();
  document.addEventListener("visibilitychange", askForNewer);
}
