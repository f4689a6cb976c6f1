/** The part of a service worker's global scope in use; the page's types do not have it. */
export type ServiceWorkerScope = {
  readonly registration: ServiceWorkerRegistration;
  readonly caches: CacheStorage;
  readonly navigator: Pick<Navigator, "locks">;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: true; type: "window" }): Promise<readonly Page[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): void;
};

/** A page, as the worker sees it. */
export type Page = { postMessage(message: unknown): void };

type Lasting = { waitUntil(work: Promise<unknown>): void };

/** Static routes are new: not every browser has them. */
export type InstallEvent = Lasting & {
  addRoutes?(route: { condition: object; source: { cacheName: string } }): Promise<void>;
};

type Events = {
  install: InstallEvent;
  activate: Lasting;
  message: Lasting & { readonly data: unknown };
  fetch: { readonly request: Request; respondWith(response: Promise<Response>): void };
};
