import { beforeEach, describe, expect, it } from "vitest";
import { defaultLimits } from "../../../domain/limits";
import { emptyTrace } from "../../../domain/trace";
import { FakeRuntime, fakeOutcome, fakeTest } from "../../../testing/fakeRuntime";
import { traceOfLargest } from "../../../testing/largest";
import { createRun, isBusy, isStale, shownTrace, type RunState, type RunStore } from "./run";

const source = { program: "def f():\n    return 1", tests: "assert f() == 1\nassert f() == 2" };
const other = { ...source, program: "def f():\n    return 2" };
const tests = [fakeTest("a"), fakeTest("b")];
const outcomes = [fakeOutcome("a", "passed"), fakeOutcome("b", "failed")];
const finished = (id: string) => emptyTrace(id, { kind: "finished" });

let runtime: FakeRuntime;
let run: RunStore;
const state = () => run.store.getState();

function done(): Extract<RunState, { kind: "done" }> {
  const now = state();
  if (now.kind !== "done") throw new Error(`the run is ${now.kind}`);
  return now;
}

function nth<T>(launches: readonly T[], index: number): T {
  const launch = launches[index];
  if (launch === undefined) throw new Error(`there is no launch ${index}`);
  return launch;
}

async function runToEnd(): Promise<void> {
  void run.start(source);
  await nth(runtime.discovers, 0).settle({ kind: "found", tests });
  await nth(runtime.judges, 0).settle(outcomes);
}

beforeEach(() => {
  runtime = new FakeRuntime();
  run = createRun(runtime, () => defaultLimits);
});

describe("a run", () => {
  it("goes from finding the tests over judging to the trace of the first failing one", async () => {
    void run.start(source);
    expect(state()).toMatchObject({ kind: "discovering", source });
    expect(runtime.started).toBe(1);
    await nth(runtime.discovers, 0).settle({ kind: "found", tests });
    expect(state()).toMatchObject({ kind: "judging", tests, outcomes: [] });
    nth(runtime.judges, 0).report(nth(outcomes, 0));
    expect(state()).toMatchObject({ kind: "judging", outcomes: [outcomes[0]] });
    await nth(runtime.judges, 0).settle(outcomes);
    expect(done()).toMatchObject({ outcomes, selected: "b", traces: { b: { kind: "tracing" } } });
    expect(isBusy(state())).toBe(true);
    await nth(runtime.traces, 0).settle(finished("b"));
    expect(shownTrace(state())).toEqual(finished("b"));
    expect(isBusy(state())).toBe(false);
  });

  it("shows the first test's trace when all pass", async () => {
    void run.start(source);
    await nth(runtime.discovers, 0).settle({ kind: "found", tests });
    await nth(runtime.judges, 0).settle(tests.map(({ id }) => fakeOutcome(id, "passed")));
    expect(done().selected).toBe("a");
  });

  it("traces a chosen test once, from the texts that were run", async () => {
    await runToEnd();
    await nth(runtime.traces, 0).settle(finished("b"));
    void run.select("a");
    expect(nth(runtime.traces, 1)).toMatchObject({ testId: "a", source });
    await nth(runtime.traces, 1).settle(finished("a"));
    expect(shownTrace(state())?.testId).toBe("a");
    await run.select("b");
    expect(shownTrace(state())?.testId).toBe("b");
    expect(runtime.traces).toHaveLength(2);
  });

  it("gives up a trace that is no longer wanted, and asks anew when it is again", async () => {
    await runToEnd();
    void run.select("a");
    expect(nth(runtime.traces, 0).signal?.aborted).toBe(true);
    await nth(runtime.traces, 1).settle(finished("a"));
    expect(Object.keys(done().traces)).toEqual(["a"]);
    void run.select("b");
    await nth(runtime.traces, 2).settle(finished("b"));
    expect(shownTrace(state())?.testId).toBe("b");
  });

  it("keeps the reason when the tests cannot be read", async () => {
    const discovery = {
      kind: "unreadable" as const,
      place: "tests" as const,
      line: 2,
      column: 4,
      message: "invalid syntax",
    };
    void run.start(source);
    await nth(runtime.discovers, 0).settle(discovery);
    expect(state()).toMatchObject({ kind: "unreadable", discovery });
    expect(runtime.judges).toHaveLength(0);
  });
});

describe("a superseded run", () => {
  it("changes nothing when its answers come late", async () => {
    runtime.deaf = true;
    void run.start(source);
    await nth(runtime.discovers, 0).settle({ kind: "found", tests });
    void run.start(other);
    expect(nth(runtime.judges, 0).signal?.aborted).toBe(true);
    nth(runtime.judges, 0).report(nth(outcomes, 0));
    await nth(runtime.judges, 0).settle(outcomes);
    expect(state()).toMatchObject({ kind: "discovering", source: other });
    await nth(runtime.discovers, 1).settle({ kind: "found", tests });
    nth(runtime.judges, 0).report(nth(outcomes, 1));
    expect(state()).toMatchObject({ kind: "judging", source: other, outcomes: [] });
  });

  it("cannot break the one that superseded it", async () => {
    runtime.deaf = true;
    void run.start(source);
    void run.start(other);
    await nth(runtime.discovers, 0).fail(new Error("late"));
    expect(state()).toMatchObject({ kind: "discovering", source: other });
  });

  it("leaves no trace of its own in the next", async () => {
    runtime.deaf = true;
    await runToEnd();
    void run.start(other);
    await nth(runtime.discovers, 1).settle({ kind: "found", tests });
    await nth(runtime.judges, 1).settle(outcomes);
    await nth(runtime.traces, 0).settle(finished("old"));
    expect(shownTrace(state())).toBeNull();
    await nth(runtime.traces, 1).settle(finished("b"));
    expect(shownTrace(state())).toEqual(finished("b"));
  });
});

describe("stop", () => {
  it("takes effect at once while the tests are being found", async () => {
    runtime.deaf = true;
    void run.start(source);
    run.stop();
    expect(state()).toMatchObject({ kind: "stopped", source });
    await nth(runtime.discovers, 0).settle({ kind: "found", tests });
    expect(state()).toMatchObject({ kind: "stopped", source });
    expect(isBusy(state())).toBe(false);
  });

  it.each([true, false])("keeps the outcomes so far while judging (deaf: %s)", async (deaf) => {
    runtime.deaf = deaf;
    void run.start(source);
    await nth(runtime.discovers, 0).settle({ kind: "found", tests });
    nth(runtime.judges, 0).report(nth(outcomes, 0));
    run.stop();
    expect(done().outcomes.map(({ status }) => status)).toEqual(["passed", "stopped"]);
    await nth(runtime.judges, 0).settle(outcomes);
    expect(done().outcomes.map(({ status }) => status)).toEqual(["passed", "stopped"]);
    expect(runtime.traces).toHaveLength(0);
    expect(isBusy(state())).toBe(false);
  });

  it("ends a trace at once, and choosing the test again records it anew", async () => {
    runtime.deaf = true;
    await runToEnd();
    run.stop();
    expect(shownTrace(state())?.end).toEqual({ kind: "stopped" });
    await nth(runtime.traces, 0).settle(finished("b"));
    expect(shownTrace(state())?.end).toEqual({ kind: "stopped" });
    void run.select("b");
    await nth(runtime.traces, 1).settle(finished("b"));
    expect(shownTrace(state())?.end).toEqual({ kind: "finished" });
  });
});

describe("a trace that is stopped", () => {
  it("is shown as far as it came", async () => {
    await runToEnd();
    nth(runtime.traces, 0).soFar = traceOfLargest();
    run.stop();
    expect(isBusy(state())).toBe(false);
    await nth(runtime.traces, 0).promise;
    expect(shownTrace(state())).toEqual({ ...traceOfLargest(), end: { kind: "stopped" } });
    void run.select("b");
    expect(done().traces["b"]).toEqual({ kind: "tracing" });
  });

  it("is not shown when another was chosen instead", async () => {
    await runToEnd();
    nth(runtime.traces, 0).soFar = traceOfLargest();
    void run.select("a");
    await nth(runtime.traces, 0).promise;
    expect(done().traces).toEqual({ a: { kind: "tracing" } });
    run.stop();
    void run.start(other);
    await nth(runtime.traces, 1).promise;
    expect(state()).toMatchObject({ kind: "discovering", source: other });
  });
});

describe("broken machinery", () => {
  it("says what the runtime says", async () => {
    void run.start(source);
    runtime.become({ kind: "broken", what: "No Python.", why: "No wasm.", tryThis: "Update." });
    await nth(runtime.discovers, 0).fail(new Error("boot"));
    expect(state()).toMatchObject({ kind: "broken", failure: { what: "No Python." } });
  });

  it("says so when judging or tracing rejects, and the next run works", async () => {
    void run.start(source);
    await nth(runtime.discovers, 0).settle({ kind: "found", tests });
    await nth(runtime.judges, 0).fail(new Error("bad reply"));
    expect(state()).toMatchObject({ kind: "broken", failure: { why: "bad reply" } });
    void run.start(source);
    await nth(runtime.discovers, 1).settle({ kind: "found", tests });
    await nth(runtime.judges, 1).settle(outcomes);
    await nth(runtime.traces, 0).fail(new Error("bad trace"));
    expect(done().traces["b"]).toMatchObject({ kind: "broken", failure: { why: "bad trace" } });
  });
});

it("a run is stale when its texts were edited, and no longer when the edit is taken back", async () => {
  await runToEnd();
  expect(isStale(state(), source)).toBe(false);
  expect(isStale(state(), other)).toBe(true);
  expect(isStale({ kind: "idle" }, other)).toBe(false);
});
