import { Dexie, type DexieOptions } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sample } from "../domain/sample";
import { upgradeTrace } from "../domain/upgradeTrace";
import { exampleSample } from "../testing/samples";
import { asVersion1 } from "../testing/version1";
import { TracemendDatabase } from "./database";
import type { StorageFailure } from "./failure";
import { createSampleStorage, type Observer, type SampleListing } from "./samples";

let factory: IDBFactory;
let browser: DexieOptions;
let opened: Dexie[];

beforeEach(() => {
  factory = new IDBFactory();
  browser = { indexedDB: factory, IDBKeyRange };
  // Live queries go by what the page has.
  Object.assign(Dexie.dependencies, browser);
  opened = [];
});

afterEach(() => {
  for (const database of opened) database.close();
  vi.restoreAllMocks();
});

function openTab(options: DexieOptions = browser): TracemendDatabase {
  const database = new TracemendDatabase(options);
  opened.push(database);
  return database;
}

function sampleOf(id: string, minute: number): Sample {
  const acceptedAt = new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
  return exampleSample({ id, acceptedAt });
}

const idsOf = (listing: SampleListing) => listing.samples.map((sample) => sample.id);

describe("accepted samples", () => {
  it("are listed newest first, whole", async () => {
    const storage = createSampleStorage(openTab());
    const [a, b, c] = [sampleOf("a", 1), sampleOf("b", 3), sampleOf("c", 2)];
    for (const sample of [a, b, c]) await storage.add(sample);
    expect(await storage.list()).toEqual({ samples: [b, c, a], unreadable: [] });
    expect(await storage.count()).toBe(3);
  });

  it("are there after the database was closed and opened again", async () => {
    const before = openTab();
    await createSampleStorage(before).add(sampleOf("a", 1));
    before.close();
    expect(idsOf(await createSampleStorage(openTab()).list())).toEqual(["a"]);
  });

  it("are kept once when the same one is added twice", async () => {
    const storage = createSampleStorage(openTab());
    await storage.add(sampleOf("a", 1));
    await storage.add(sampleOf("a", 1));
    expect(await storage.count()).toBe(1);
  });

  it("come back as they were after remove and restore", async () => {
    const storage = createSampleStorage(openTab());
    for (const [minute, id] of ["a", "b", "c"].entries()) await storage.add(sampleOf(id, minute));
    const before = await storage.list();
    const removed = await storage.remove(["a", "c", "no such sample"]);
    expect(removed.ids).toEqual(["a", "c"]);
    expect(idsOf(await storage.list())).toEqual(["b"]);
    await storage.restore(removed);
    expect(await storage.list()).toEqual(before);
  });
});

it("a sample that was kept with a trace of version 1 is read with one of today's", async () => {
  const database = openTab();
  const sample = sampleOf("old", 1);
  await database.samples.put({ ...sample, trace: asVersion1(sample.trace) });
  const listing = await createSampleStorage(database).list();
  expect(listing.unreadable).toEqual([]);
  expect(listing.samples[0]?.trace).toEqual(upgradeTrace(asVersion1(sample.trace)));
});

describe("a row that is no sample", () => {
  it("is reported, stays, and hides no other", async () => {
    const database = openTab();
    const storage = createSampleStorage(database);
    const future = { ...sampleOf("future", 1), version: 2 };
    await storage.add(sampleOf("good", 1));
    await database.samples.bulkPut([future, { id: "bare" }]);
    const listing = await storage.list();
    expect(idsOf(listing)).toEqual(["good"]);
    expect(listing.unreadable.map((row) => row.key)).toEqual(["bare", "future"]);
    expect(listing.unreadable[1]?.why).toContain("version");
    expect(await storage.count()).toBe(3);
    expect(await database.samples.get("future")).toEqual(future);
  });

  it("survives remove and restore", async () => {
    const database = openTab();
    const storage = createSampleStorage(database);
    await database.samples.put({ id: "bare", note: 1 });
    const removed = await storage.remove(["bare"]);
    expect(await storage.count()).toBe(0);
    await storage.restore(removed);
    expect(await database.samples.get("bare")).toEqual({ id: "bare", note: 1 });
  });
});

/** What a watch gives, one at a time. */
function watched<T>(watch: (observer: Observer<T>) => () => void) {
  const arrived: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  const stop = watch({
    next(value) {
      const resolve = waiting.shift();
      if (resolve === undefined) arrived.push(value);
      else resolve(value);
    },
    failed(failure) {
      throw new Error(failure.what);
    },
  });
  const next = (): Promise<T> => {
    const value = arrived.shift();
    return value === undefined
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(value);
  };
  return { next, stop };
}

describe("watch", () => {
  it("gives the listing, and again when another connection changes it", async () => {
    const storage = createSampleStorage(openTab());
    const { next, stop } = watched<SampleListing>((observer) => storage.watch(observer));
    expect(idsOf(await next())).toEqual([]);
    await createSampleStorage(openTab()).add(sampleOf("a", 1));
    expect(idsOf(await next())).toEqual(["a"]);
    stop();
  });

  it("gives the count alone", async () => {
    const storage = createSampleStorage(openTab());
    const { next, stop } = watched<number>((observer) => storage.watchCount(observer));
    expect(await next()).toBe(0);
    await storage.add(sampleOf("a", 1));
    expect(await next()).toBe(1);
    stop();
  });

  it("says why when the browser has no database", async () => {
    const storage = createSampleStorage(openTab({ indexedDB: { open: () => null } }));
    const failure = await new Promise<StorageFailure>((failed, next) =>
      storage.watch({ failed, next }),
    );
    expect(failure.what).toBe("The samples could not be read.");
    expect(failure.why).toContain("lets this page keep no data");
  });

  it("says so, and does not open it again, when the database was let go of", async () => {
    const older = openTab();
    await older.open();
    await openNewerTab().open();
    const storage = createSampleStorage(older);
    const failure = await new Promise<StorageFailure>((failed, next) =>
      storage.watch({ failed, next }),
    );
    expect(failure.tryThis).toBe("Reload this tab.");
    expect(older.isOpen()).toBe(false);
  });
});

/** A tab of the next version of Tracemend. */
function openNewerTab(): Dexie {
  const newer = new Dexie("tracemend", browser);
  newer.version(2).stores({ samples: "id", runs: "id" });
  opened.push(newer);
  return newer;
}

describe("two tabs", () => {
  it("of one version work side by side", async () => {
    const [one, two] = [createSampleStorage(openTab()), createSampleStorage(openTab())];
    await one.add(sampleOf("a", 1));
    await two.add(sampleOf("b", 2));
    expect(idsOf(await one.list())).toEqual(["b", "a"]);
  });

  it("of two versions: the older lets go, says so, and loses nothing", async () => {
    const older = openTab();
    const storage = createSampleStorage(older);
    await storage.add(sampleOf("a", 1));
    const statuses: string[] = [];
    older.subscribeStatus(() => statuses.push(older.status));
    const newer = openNewerTab();
    await newer.open();
    expect(statuses).toEqual(["outdated"]);
    expect(await newer.table("samples").count()).toBe(1);
    await expect(storage.add(sampleOf("b", 2))).rejects.toMatchObject({
      name: "StorageError",
      failure: { what: "The sample was not kept.", tryThis: "Reload this tab." },
    });
  });

  it("of two versions: the newer says that it waits, and goes on when it can", async () => {
    // Dexie tells the developer too.
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const holder = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open("tracemend", 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error("not opened"));
    });
    const database = openTab();
    const statuses: string[] = [];
    database.subscribeStatus(() => {
      statuses.push(database.status);
      if (database.status === "blocked") holder.close();
    });
    await createSampleStorage(database).add(sampleOf("a", 1));
    expect(statuses).toEqual(["blocked", "usable"]);
  });
});
