import { Dexie, type DexieOptions, type Table } from "dexie";

/**
 * What keeps this tab from its data, if anything. `blocked`: an older tab holds the database while
 * this one wants to upgrade it. `outdated`: a newer tab upgraded it, and this one let go of it for
 * good.
 */
export type DatabaseStatus = "usable" | "blocked" | "outdated";

/**
 * The browser's database of Tracemend, and the only place that knows its stores. Rows are typed
 * `unknown`: they may have been written by another version, so that readers parse them.
 *
 * To change a store, add a `version(n + 1)` with an `upgrade`, and leave the earlier ones: a user
 * may come from any of them.
 */
export class TracemendDatabase extends Dexie {
  /** `Sample` rows of `domain/sample.ts`, by id. */
  readonly samples: Table<unknown, string>;
  private current: DatabaseStatus = "usable";
  private readonly listeners = new Set<() => void>();

  constructor(options: DexieOptions = {}, name = "tracemend") {
    // Without the cache, a live query shows only what has been committed.
    super(name, { cache: "disabled", ...options });
    this.version(1).stores({ samples: "id" });
    this.samples = this.table<unknown, string>("samples");
    this.on("blocked", () => this.become("blocked"));
    this.on("ready", () => this.become("usable"), true);
    this.on("versionchange", (event) => this.letGo(event));
  }

  get status(): DatabaseStatus {
    return this.current;
  }

  /** Calls the listener at each change of `status` until the returned function is called. */
  subscribeStatus(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Another tab wants a newer database: close for good, as it waits for this. A deletion (no new
   * version) is left to Dexie, which closes and opens anew at the next use.
   */
  private letGo(event: IDBVersionChangeEvent): boolean {
    if (event.newVersion === null) return true;
    this.close();
    this.become("outdated");
    return false;
  }

  private become(status: DatabaseStatus): void {
    if (this.current === status) return;
    this.current = status;
    for (const listener of this.listeners) listener();
  }
}
