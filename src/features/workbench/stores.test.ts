import { beforeEach, describe, expect, it } from "vitest";
import { emptyTrace } from "../../domain/trace";
import { FakeRuntime, fakeOutcome, fakeTest } from "../../testing/fakeRuntime";
import type { TextStorage } from "./problem/draft";
import { repairRequest } from "./run/repairRequest";
import { createWorkbench, type WorkbenchStores } from "./stores";

let runtime: FakeRuntime;
let stores: WorkbenchStores;
const problem = () => stores.draft.store.getState().problem;
const run = () => stores.run.store.getState();

function memoryStorage(): TextStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => void entries.set(key, text),
  };
}

beforeEach(() => {
  runtime = new FakeRuntime();
  stores = createWorkbench({ runtime, storage: memoryStorage() });
});

describe("opening", () => {
  it("runs the first example once, however often the page is mounted", () => {
    stores.begin();
    stores.begin();
    expect(runtime.discovers).toHaveLength(1);
    expect(runtime.discovers[0]?.source.program).toBe(problem().program);
    expect(problem().provenance.source).toBe("example");
  });

  it("runs a problem that was opened and not the one before", () => {
    stores.begin();
    stores.open({ ...problem(), id: "other", program: "x = 1" });
    expect(runtime.discovers[0]?.signal?.aborted).toBe(true);
    expect(runtime.discovers[1]?.source.program).toBe("x = 1");
  });

  it("has nothing to run in an empty problem", () => {
    stores.begin();
    stores.openBlank();
    stores.begin();
    stores.runNow();
    expect(run()).toEqual({ kind: "idle" });
    expect(runtime.discovers).toHaveLength(1);
  });

  it("undoes the replacement and runs what is back", () => {
    const before = problem();
    stores.openBlank();
    stores.undo();
    expect(problem()).toEqual(before);
    expect(runtime.discovers[0]?.source.program).toBe(before.program);
  });
});

it("takes a fix over as the user's own program, runs it, and can undo that", () => {
  const before = problem();
  stores.apply("fixed = True");
  expect(problem()).toMatchObject({ program: "fixed = True", provenance: { source: "user" } });
  expect(runtime.discovers[0]?.source.program).toBe("fixed = True");
  stores.undo();
  expect(problem()).toEqual(before);
});

describe("what an engine may work on", () => {
  const tests = [fakeTest("a"), fakeTest("b")];
  const outcomes = [fakeOutcome("a", "passed"), fakeOutcome("b", "failed")];
  const request = () => repairRequest(problem(), run());

  async function runToTrace(): Promise<void> {
    stores.begin();
    await runtime.discovers[0]?.settle({ kind: "found", tests });
    await runtime.judges[0]?.settle(outcomes);
  }

  it("is there when the failing test's trace is, and stays while another is recorded", async () => {
    await runToTrace();
    expect(request()).toBeNull();
    const trace = emptyTrace("b", { kind: "finished" });
    await runtime.traces[0]?.settle(trace);
    expect(request()).toEqual({ problem: problem(), tests, outcomes, trace });
    void stores.run.select("a");
    expect(request()?.trace).toEqual(trace);
  });

  it("is gone once the program is edited, and back when the edit is", async () => {
    await runToTrace();
    await runtime.traces[0]?.settle(emptyTrace("b", { kind: "finished" }));
    const { program } = problem();
    stores.draft.edit("program", `${program}\n`);
    expect(request()).toBeNull();
    stores.draft.edit("program", program);
    expect(request()).not.toBeNull();
  });

  it("is not there after a stop", async () => {
    await runToTrace();
    stores.run.stop();
    expect(request()).toBeNull();
  });
});
