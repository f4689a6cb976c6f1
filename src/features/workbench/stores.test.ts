import { beforeEach, describe, expect, it } from "vitest";
import { emptyTrace } from "../../domain/trace";
import type { TraceFile } from "../../domain/traceFile";
import { FakeRuntime, fakeOutcome, fakeTest } from "../../testing/fakeRuntime";
import { traceOfLargest } from "../../testing/largest";
import { memoryStorage } from "../../testing/memoryStorage";
import { repairRequest } from "./run/repairRequest";
import { isBusy, isStale, shownTrace } from "./run/run";
import { createWorkbench, type WorkbenchStores } from "./stores";
import { runWords } from "./words";

let runtime: FakeRuntime;
let stores: WorkbenchStores;
const problem = () => stores.draft.store.getState().problem;
const run = () => stores.run.store.getState();

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

describe("a trace file", () => {
  const file: TraceFile = {
    format: "tracemend-trace",
    version: 2,
    program: "x = 1",
    tests: "assert x == 2",
    test: fakeTest("t1"),
    trace: traceOfLargest(),
  };

  it("is shown with its texts, and nothing is run", () => {
    stores.begin();
    stores.openTrace(file, "slow.json");
    expect(runtime.discovers[0]?.signal?.aborted).toBe(true);
    expect(runtime.discovers).toHaveLength(1);
    const { program, tests } = file;
    expect(problem()).toMatchObject({ title: "slow", program, tests, instruction: "" });
    expect(run()).toMatchObject({ kind: "opened", name: "slow.json", test: { id: "t1" } });
    expect(shownTrace(run())).toBe(file.trace);
    expect(isBusy(run())).toBe(false);
    expect(repairRequest(problem(), run())).toBeNull();
    expect(runWords(run(), runtime.state)).toBe("Trace opened from slow.json: not run here");
  });

  it("is stale once its program is edited, and left when that is run", () => {
    stores.openTrace(file, "slow.json");
    expect(isStale(run(), problem())).toBe(false);
    stores.draft.edit("program", "x = 2");
    expect(isStale(run(), problem())).toBe(true);
    expect(run().kind).toBe("opened");
    stores.runNow();
    expect(run()).toMatchObject({ kind: "discovering", source: { program: "x = 2" } });
  });

  it("takes no answer of the run before, and stays where there is nothing to stop or select", async () => {
    runtime.deaf = true;
    stores.begin();
    stores.openTrace(file, "slow.json");
    await runtime.discovers[0]?.settle({ kind: "found", tests: [fakeTest("a")] });
    stores.run.stop();
    await stores.run.select("a");
    expect(shownTrace(run())).toBe(file.trace);
  });

  it("gives back what it replaced", () => {
    const before = problem();
    stores.openTrace(file, ".json");
    expect(problem().title).toBe("Untitled");
    stores.undo();
    expect(problem()).toEqual(before);
    expect(runtime.discovers[0]?.source.program).toBe(before.program);
  });
});

it("takes a fix over as the user's own program, runs it, and can undo that", () => {
  const before = problem();
  stores.apply("program", "fixed = True");
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
