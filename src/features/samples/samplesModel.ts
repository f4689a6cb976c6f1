import { createStore, type StoreApi } from "zustand/vanilla";
import { StorageError, type StorageFailure } from "../../storage/failure";
import type { RemovedSamples, SampleStorage } from "../../storage/samples";
import { noFilter, type SampleFilter } from "./sampleFilter";

/** What the user sees of the samples; the samples themselves are in storage alone. */
export type SamplesView = {
  filter: SampleFilter;
  /** Ids; some may be hidden by the filter, or gone. */
  selected: ReadonlySet<string>;
  /** The id of the sample that is shown in full. */
  opened: string | null;
  /** Deletions that can be undone, the last one last. */
  removals: readonly RemovedSamples[];
  /** Why the last deletion or undo did not work. */
  failure: StorageFailure | null;
};

/** The samples page without its look. */
export type SamplesModel = {
  readonly store: StoreApi<SamplesView>;
  setFilter(change: Partial<SampleFilter>): void;
  /** Selects the given ids, or takes them out of the selection. */
  select(ids: readonly string[], selected: boolean): void;
  open(id: string | null): void;
  /** Deletes; gives what `undo` takes, or null when nothing was deleted. */
  remove(ids: readonly string[]): Promise<RemovedSamples | null>;
  /** Brings a deletion back, by default the last; does nothing when it is back already. */
  undo(removal?: RemovedSamples): Promise<void>;
  dismissFailure(): void;
};

export function createSamplesModel(
  storage: Pick<SampleStorage, "remove" | "restore">,
): SamplesModel {
  const store = createStore<SamplesView>(() => ({
    filter: noFilter,
    selected: new Set(),
    opened: null,
    removals: [],
    failure: null,
  }));

  /** What a refusal of the browser leaves undone is told, never thrown. */
  async function attempt<T>(action: () => Promise<T>): Promise<T | null> {
    try {
      const result = await action();
      store.setState({ failure: null });
      return result;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      store.setState({ failure: error.failure });
      return null;
    }
  }

  function select(ids: readonly string[], isSelected: boolean): void {
    const selected = new Set(store.getState().selected);
    for (const id of ids) {
      if (isSelected) selected.add(id);
      else selected.delete(id);
    }
    store.setState({ selected });
  }

  return {
    store,
    select,
    setFilter(change) {
      store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
    },
    open(id) {
      store.setState({ opened: id });
    },
    async remove(ids) {
      const removal = await attempt(() => storage.remove(ids));
      if (removal === null || removal.ids.length === 0) return null;
      select(removal.ids, false);
      store.setState(({ removals, opened }) => ({
        removals: [...removals, removal],
        opened: opened !== null && removal.ids.includes(opened) ? null : opened,
      }));
      return removal;
    },
    async undo(removal = store.getState().removals.at(-1)) {
      if (removal === undefined || !store.getState().removals.includes(removal)) return;
      const restored = await attempt(async () => {
        await storage.restore(removal);
        return true;
      });
      if (restored === null) return;
      store.setState(({ removals }) => ({ removals: removals.filter((one) => one !== removal) }));
    },
    dismissFailure() {
      store.setState({ failure: null });
    },
  };
}
