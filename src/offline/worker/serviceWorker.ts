import {
  buildName,
  keptBytes,
  keyOf,
  namePrefix,
  pagePath,
  staleNames,
  type Build,
} from "../build";
import type { PageRequest, WorkerMessage } from "../messages";
import { routeOf, type Route } from "../route";
import { fill, FillError, missing } from "./fill";
import type { InstallEvent, ServiceWorkerScope } from "./scope";

declare const self: ServiceWorkerScope;

/** Set by the script that the build puts before this one: see `scripts/offlinePlugin.ts`. */
declare const tracemendBuild: Build;

const { scope } = self.registration;
const name = buildName(scope, tracemendBuild.id);
const paths = new Set(tracemendBuild.files.map(({ path }) => path));

async function tell(message: WorkerMessage): Promise<void> {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const page of pages) page.postMessage(message);
}

const ofThisApp = async (): Promise<string[]> =>
  (await self.caches.keys()).filter((one) => one.startsWith(namePrefix(scope)));

/** Stores the build whole, and tells the pages how far it is. */
async function fillCache(): Promise<void> {
  const build = tracemendBuild.id;
  try {
    await fill({
      build: tracemendBuild,
      name,
      others: (await ofThisApp()).filter((one) => one !== name),
      scope,
      caches: self.caches,
      fetch,
      onProgress: (done, total) => void tell({ kind: "filling", build, done, total }),
    });
  } catch (error) {
    const failure = error instanceof FillError ? error.failure : "storage";
    // What is there already helps the next attempt, but not where there is no room.
    if (failure === "space") await self.caches.delete(name);
    await tell({ kind: "failed", build, failure });
    throw error;
  }
}

/** Deletes the builds that no open page is of. */
async function sweep(): Promise<void> {
  const { installing, waiting } = self.registration;
  // They are filling or hold a cache that is not yet in use.
  if (installing !== null || waiting !== null) return;
  const { held = [] } = await self.navigator.locks.query();
  const inUse = new Set(held.map((lock) => lock.name ?? ""));
  const stale = staleNames(await self.caches.keys(), scope, name, inUse);
  await Promise.all(stale.map((one) => self.caches.delete(one)));
}

async function report(): Promise<void> {
  const setting = { build: tracemendBuild, name, scope, caches: self.caches };
  // A user, or a browser short of room, can delete what was stored.
  if ((await missing(setting)) > 0) await fillCache();
  await tell({ kind: "kept", build: tracemendBuild.id, bytes: keptBytes(tracemendBuild) });
  await sweep();
}

async function answer(route: Route, request: Request): Promise<Response> {
  const options = { ignoreSearch: true, ignoreVary: true };
  try {
    if (route.kind === "own") {
      const key = keyOf(route.path, scope);
      const own = await self.caches.match(key, { ...options, cacheName: name });
      if (own) return own;
    } else {
      for (const cacheName of await ofThisApp()) {
        const older = await self.caches.match(request.url, { ...options, cacheName });
        if (older) return older;
      }
    }
  } catch {
    // Without storage the server answers, as it would without this worker.
  }
  return fetch(request);
}

/** Where the browser can, it answers from the cache by itself, without waiting for this worker. */
async function addRoutes(event: InstallEvent): Promise<void> {
  const path = new URL(scope).pathname;
  const get = (pathname: string) => ({
    urlPattern: new URLPattern({
      pathname: (path + pathname).replaceAll(/[+*?:{}()\\]/g, "\\$&"),
      search: "",
    }),
    requestMethod: "GET",
  });
  try {
    await event.addRoutes?.({
      condition: { or: [get(""), ...[...paths].filter((one) => one !== pagePath).map(get)] },
      source: { cacheName: name },
    });
  } catch {
    // Then it asks this worker.
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([fillCache(), addRoutes(event)]));
});

self.addEventListener("activate", (event) => {
  // The pages of a first visit have no worker yet. Those of an older build keep getting their files.
  event.waitUntil(self.clients.claim().then(sweep));
});

self.addEventListener("message", (event) => {
  const agreed = event.data === ("takeOver" satisfies PageRequest);
  event.waitUntil(agreed ? self.skipWaiting() : report());
});

self.addEventListener("fetch", (event) => {
  const route = routeOf(event.request, scope, paths);
  if (route !== null) event.respondWith(answer(route, event.request));
});
