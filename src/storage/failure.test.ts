import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, it } from "vitest";
import { exampleSample } from "../testing/samples";
import { TracemendDatabase } from "./database";
import { explainStatus, explainStorageError } from "./failure";
import { createSampleStorage } from "./samples";

it("says that there is no room when the quota is reached, and keeps what was there", async () => {
  const database = new TracemendDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const storage = createSampleStorage(database);
  await storage.add(exampleSample({ id: "kept" }));
  database.close();
  database.use({
    stack: "dbcore",
    name: "full disk",
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
      }),
    }),
  });
  await database.open();
  await expect(storage.add(exampleSample({ id: "new" }))).rejects.toMatchObject({
    failure: {
      what: "The sample was not kept.",
      why: "The browser gives this site no more room.",
    },
  });
  expect((await storage.list()).samples.map((sample) => sample.id)).toEqual(["kept"]);
  database.close();
});

it("finds the browser's own error inside Dexie's", () => {
  const inner = new DOMException("full", "QuotaExceededError");
  const outer = Object.assign(new Error("aborted"), { name: "AbortError", inner });
  expect(explainStorageError("It was not kept.", outer).why).toContain("no more room");
});

it.each([
  ["MissingAPIError", "normal window"],
  ["SecurityError", "allow site data"],
  ["InvalidStateError", "normal window"],
  ["DatabaseClosedError", "Reload this tab"],
  ["OpenFailedError", "restart the browser"],
])("explains %s", (name, tryThis) => {
  const error = Object.assign(new Error("?"), { name });
  expect(explainStorageError("It was not kept.", error).tryThis).toContain(tryThis);
});

it("quotes an error that it does not know", () => {
  expect(explainStorageError("It was not kept.", new RangeError("odd"))).toEqual({
    what: "It was not kept.",
    why: 'The browser\'s database answered "RangeError: odd".',
    tryThis: "Reload the page and try again.",
  });
});

it("says what keeps a tab from its data", () => {
  expect(explainStatus("usable")).toBeNull();
  expect(explainStatus("blocked")?.tryThis).toContain("Close or reload the other Tracemend tabs");
  expect(explainStatus("outdated")?.tryThis).toBe("Reload this tab.");
});
