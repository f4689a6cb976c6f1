import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { TracemendDatabase } from "../../storage/database";
import { StorageError } from "../../storage/failure";
import { createSampleStorage, type SampleStorage } from "../../storage/samples";
import { exampleSample } from "../../testing/samples";
import { dateWords, fixSize, samplesWords, sampleTitle, verdictWords } from "./describeSample";
import { filterSamples, noFilter, selectedAmong } from "./sampleFilter";
import { createSamplesModel, type SamplesModel } from "./samplesModel";

const base = exampleSample();

describe("what is said of a sample", () => {
  it("is its problem's title, or the instruction's first line", () => {
    const titled = (title: string, instruction: string) =>
      sampleTitle({ problem: { ...base.problem, title, instruction } });
    expect(titled("Largest", "Find it.")).toBe("Largest");
    expect(titled(" ", "\nFind it.\nQuickly.")).toBe("Find it.");
    expect(titled("", "")).toBe("Untitled");
  });

  it("is its verdict, plausible only when every test passes in a fresh interpreter", () => {
    const { verdict } = base;
    const together = { kind: "together", reason: "needs live objects" } as const;
    const outcomes = verdict.outcomes.map((outcome) => ({ ...outcome, judging: together }));
    const failed = verdict.outcomes.map((outcome) => ({ ...outcome, status: "failed" as const }));
    expect(verdictWords(verdict)).toBe("plausible — judged apart");
    expect(verdictWords({ ...verdict, outcomes })).toBe("plausible — not isolated");
    expect(verdictWords({ ...verdict, outcomes: failed })).toBe(
      "not plausible (0 of 1 tests pass) — judged apart",
    );
    expect(verdictWords({ ...verdict, fresh: false })).toContain("not plausible");
  });

  it("is the size of its fix in lines, the last newline aside", () => {
    const sizeOf = (program: string, fix: string) =>
      fixSize({ problem: { ...base.problem, program }, fix });
    expect(fixSize(base)).toEqual({ added: 1, removed: 1 });
    expect(sizeOf("a\nb\n", "a\nb")).toEqual({ added: 0, removed: 0 });
    expect(sizeOf("a\nb", "a\nx\ny\nb")).toEqual({ added: 2, removed: 0 });
  });

  it("is its date, or the text in its place", () => {
    expect(dateWords(base.acceptedAt)).toContain("2026");
    expect(dateWords("yesterday")).toBe("yesterday");
    expect([samplesWords(1), samplesWords(1200)]).toEqual(["1 sample", "1,200 samples"]);
  });
});

describe("the filter", () => {
  const search = exampleSample({ id: "a", rationale: "Starts at ZERO." });
  const endpoint = exampleSample({
    id: "b",
    engine: { name: "endpoint", detail: "small-coder" },
    fix: "def total(): ...",
  });
  const both = [search, endpoint];
  const found = (filter: Partial<typeof noFilter>) =>
    filterSamples(both, { ...noFilter, ...filter }).map(({ id }) => id);

  it.each([
    [{}, ["a", "b"]],
    [{ text: "  zero starts " }, ["a"]],
    [{ text: "SMALL-coder" }, ["b"]],
    [{ text: "total zero" }, []],
    [{ text: "largest" }, ["a", "b"]],
    [{ engine: "endpoint" }, ["b"]],
    [{ engine: "search", text: "small-coder" }, []],
  ] as const)("%j finds %j", (filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });

  it("takes what it hides out of what is acted on", () => {
    expect(selectedAmong([search], new Set(["a", "b", "gone"]))).toEqual([search]);
  });
});

describe("the model", () => {
  let storage: SampleStorage;
  let model: SamplesModel;

  beforeEach(async () => {
    storage = createSampleStorage(
      new TracemendDatabase({ indexedDB: new IDBFactory(), IDBKeyRange }),
    );
    for (const id of ["a", "b", "c"]) await storage.add(exampleSample({ id }));
    model = createSamplesModel(storage);
  });

  const keptIds = async () => (await storage.list()).samples.map(({ id }) => id).sort();

  it("selects some, and takes some out again", () => {
    model.select(["a", "b"], true);
    model.select(["b", "c"], false);
    expect([...model.store.getState().selected]).toEqual(["a"]);
  });

  it("deletes, closes and deselects what is gone, and brings back the last deletion first", async () => {
    model.select(["a", "b"], true);
    model.open("a");
    await model.remove(["a"]);
    expect(model.store.getState()).toMatchObject({ opened: null, selected: new Set(["b"]) });
    await model.remove(["b", "c"]);
    expect(await keptIds()).toEqual([]);
    await model.undo();
    expect(await keptIds()).toEqual(["b", "c"]);
    await model.undo();
    expect(await keptIds()).toEqual(["a", "b", "c"]);
    expect(model.store.getState().removals).toEqual([]);
  });

  it("undoes a certain deletion once, so that a second undo brings nothing back", async () => {
    const removal = await model.remove(["a"]);
    if (removal === null) throw new Error("nothing was deleted");
    await model.undo(removal);
    await storage.remove(["a"]);
    await model.undo(removal);
    expect(await keptIds()).toEqual(["b", "c"]);
  });

  it("keeps no undo for a deletion of nothing", async () => {
    expect(await model.remove(["gone"])).toBeNull();
    expect(model.store.getState().removals).toEqual([]);
  });

  it("says why when the browser refuses, and keeps the undo for another try", async () => {
    const failure = { what: "Not brought back.", why: "No room.", tryThis: "Make room." };
    let full = true;
    model = createSamplesModel({
      remove: (ids) => storage.remove(ids),
      restore: (removed) =>
        full ? Promise.reject(new StorageError(failure, null)) : storage.restore(removed),
    });
    await model.remove(["a"]);
    await model.undo();
    expect(model.store.getState().failure).toEqual(failure);
    full = false;
    await model.undo();
    expect(model.store.getState()).toMatchObject({ failure: null, removals: [] });
    expect(await keptIds()).toEqual(["a", "b", "c"]);
  });
});
