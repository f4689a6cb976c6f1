import { liveQuery, type Table } from "dexie";
import { z } from "zod";
import { sampleSchema, type Sample } from "../domain/sample";
import type { TracemendDatabase } from "./database";
import { explainStorageError, guarded, type StorageFailure } from "./failure";

/** A row that is no sample of this version. It stays in the database as it is. */
export type UnreadableRow = { key: string; why: string };

/** Everything that is kept: samples newest first, and what could not be read. */
export type SampleListing = { samples: readonly Sample[]; unreadable: readonly UnreadableRow[] };

/** Rows taken out, as they were, for `restore`. */
export type RemovedSamples = { ids: readonly string[]; rows: readonly unknown[] };

export type Observer<T> = {
  next: (value: T) => void;
  failed: (failure: StorageFailure) => void;
};

/** The accepted samples. Every method rejects with a `StorageError` when the browser refuses. */
export interface SampleStorage {
  /** Keeps a sample; the same id again replaces it. */
  add(sample: Sample): Promise<void>;
  list(): Promise<SampleListing>;
  /** Rows, readable or not. */
  count(): Promise<number>;
  /** Takes out those of the ids that are there. */
  remove(ids: readonly string[]): Promise<RemovedSamples>;
  restore(removed: RemovedSamples): Promise<void>;
  /** Gives the listing now and after every change in any tab, until the returned function is called. */
  watch(observer: Observer<SampleListing>): () => void;
  /** As `watch`, for the number of rows alone, which is much less to read. */
  watchCount(observer: Observer<number>): () => void;
}

const keySchema = z.object({ id: z.union([z.string(), z.number()]) });

function keyOf(row: unknown): string {
  const parsed = keySchema.safeParse(row);
  return parsed.success ? String(parsed.data.id) : "?";
}

/** Code points, not the locale's order: ISO 8601 in UTC sorts as text. */
function newestFirst(a: Sample, b: Sample): number {
  if (a.acceptedAt !== b.acceptedAt) return a.acceptedAt < b.acceptedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function toListing(rows: readonly unknown[]): SampleListing {
  const samples: Sample[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const row of rows) {
    const parsed = sampleSchema.safeParse(row);
    if (parsed.success) samples.push(parsed.data);
    else unreadable.push({ key: keyOf(row), why: z.prettifyError(parsed.error) });
  }
  return { samples: samples.sort(newestFirst), unreadable };
}

const notRead = "The samples could not be read.";

/** The samples of a database. */
export function createSampleStorage(database: TracemendDatabase): SampleStorage {
  const { samples } = database;
  const readAll = async (): Promise<SampleListing> => toListing(await samples.toArray());

  return {
    add: (sample) =>
      guarded("The sample was not kept.", async () => {
        await samples.put(sample);
      }),
    list: () => guarded(notRead, readAll),
    count: () => guarded(notRead, () => samples.count()),
    remove: (ids) =>
      guarded("The samples were not deleted.", () =>
        database.transaction("rw", samples, async () => {
          const rows = (await samples.bulkGet([...ids])).filter((row) => row !== undefined);
          await samples.bulkDelete([...ids]);
          return { ids: rows.map(keyOf), rows };
        }),
      ),
    restore: (removed) =>
      guarded("The samples were not brought back.", async () => {
        await samples.bulkPut([...removed.rows]);
      }),
    watch: (observer) => watch(samples, readAll, observer),
    watchCount: (observer) => watch(samples, async () => samples.count(), observer),
  };
}

/**
 * A live query says nothing at all when the database cannot be opened, so one plain read goes before
 * it.
 */
function watch<T>(
  table: Table<unknown, string>,
  read: () => Promise<T>,
  observer: Observer<T>,
): () => void {
  let stopped = false;
  let stop: () => void = () => undefined;
  const failed = (error: unknown): void => {
    if (!stopped) observer.failed(explainStorageError(notRead, error));
  };
  table.count().then(() => {
    if (stopped) return;
    const subscription = liveQuery(read).subscribe({ next: observer.next, error: failed });
    stop = () => subscription.unsubscribe();
  }, failed);
  return () => {
    stopped = true;
    stop();
  };
}
