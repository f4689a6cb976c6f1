import type { BuildCache } from "../offline/worker/fill";

type Store = Map<string, Response>;

/** Cache Storage in memory, by exact address; `room` in bytes, beyond which it refuses. */
export class FakeCaches {
  readonly stores = new Map<string, Store>();
  room = Number.POSITIVE_INFINITY;

  readonly open = (name: string): Promise<BuildCache> => {
    const store: Store = this.stores.get(name) ?? new Map<string, Response>();
    this.stores.set(name, store);
    const cache = {
      match: (key: string) => Promise.resolve(store.get(key)?.clone()),
      put: (key: string, response: Response) => this.put(store, key, response),
      keys: () => Promise.resolve([...store.keys()].map((url) => ({ url }))),
    };
    return Promise.resolve(cache);
  };

  readonly match = (key: RequestInfo | URL, options?: MultiCacheQueryOptions) =>
    Promise.resolve(
      this.stores
        .get(options?.cacheName ?? "")
        ?.get(key instanceof Request ? key.url : String(key))
        ?.clone(),
    );

  private async put(store: Store, key: string, response: Response): Promise<void> {
    const { byteLength } = await response.clone().arrayBuffer();
    this.room -= byteLength;
    if (this.room < 0) throw new DOMException("no room", "QuotaExceededError");
    store.set(key, response);
  }
}
