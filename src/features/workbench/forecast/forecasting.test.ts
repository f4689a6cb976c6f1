import { beforeEach, describe, expect, it } from "vitest";
import { noForecast, withLine } from "../../../domain/forecast/forecast";
import { FakeRuntime, fakeOutcome, fakeTest } from "../../../testing/fakeRuntime";
import { traceOfLargest } from "../../../testing/largest";
import { memoryStorage } from "../../../testing/memoryStorage";
import type { TextStorage } from "../problem/draft";
import { shownTrace } from "../run/run";
import { createWorkbench, type WorkbenchStores } from "../stores";
import type { ForecastState } from "./forecasting";
import { forecastKey } from "./storedForecast";

const tests = [fakeTest("a"), fakeTest("b")];
const said = withLine(noForecast, 2, "once");

let storage: TextStorage;
let runtime: FakeRuntime;
let stores: WorkbenchStores;
const state = (): ForecastState => stores.forecasting.store.getState();

/** The page as it is after a reload. */
function load(): void {
  runtime = new FakeRuntime();
  stores = createWorkbench({ runtime, storage });
  stores.begin();
}

const foundTests = () => runtime.discovers.at(-1)?.settle({ kind: "found", tests });

async function beginForecast(): Promise<void> {
  stores.forecasting.begin();
  await foundTests();
}

/** Runs to the trace of the test that the run chooses. */
async function run(): Promise<void> {
  stores.runNow();
  await foundTests();
  await runtime.judges.at(-1)?.settle(tests.map(({ id }) => fakeOutcome(id, "failed")));
  const trace = runtime.traces.at(-1);
  await trace?.settle({ ...traceOfLargest(), testId: trace.testId });
}

beforeEach(() => {
  storage = memoryStorage();
  load();
});

describe("a forecast", () => {
  it("begins with nothing on show, and of the test that was looked at", async () => {
    await run();
    void stores.run.select("b");
    await beginForecast();
    expect(stores.run.store.getState()).toEqual({ kind: "idle" });
    expect(state()).toMatchObject({
      kind: "making",
      tests: { kind: "found", tests },
      kept: { testId: "b", isMade: false, forecast: noForecast },
    });
  });

  it("stands once the program runs, which traces its test", async () => {
    await beginForecast();
    stores.forecasting.say(said);
    stores.forecasting.chooseTest("b");
    await run();
    expect(state()).toMatchObject({ kind: "made", kept: { testId: "b", forecast: said } });
    expect(shownTrace(stores.run.store.getState())?.testId).toBe("b");
    stores.forecasting.say(noForecast);
    expect(state()).toMatchObject({ kept: { forecast: said } });
  });

  it("can be changed, and is there as it was", async () => {
    await beginForecast();
    stores.forecasting.say(said);
    await run();
    await beginForecast();
    expect(state()).toMatchObject({ kind: "making", kept: { testId: "a", forecast: said } });
  });

  it("survives a reload while it is made, which then runs nothing", async () => {
    await beginForecast();
    stores.forecasting.say(said);
    load();
    await foundTests();
    expect(state()).toMatchObject({ kind: "making", kept: { testId: "a", forecast: said } });
    expect(runtime.judges).toHaveLength(0);
    await run();
    load();
    expect(state()).toMatchObject({ kind: "made", kept: { forecast: said } });
    expect(stores.run.store.getState().kind).toBe("discovering");
  });

  it("is forgotten when the program changes, or its tests", async () => {
    for (const field of ["program", "tests"] as const) {
      await beginForecast();
      stores.draft.edit("title", `Another title for ${field}`);
      expect(state().kind).toBe("making");
      stores.draft.edit(field, "x = 1");
      expect(state()).toEqual({ kind: "none" });
      load();
      expect(state()).toEqual({ kind: "none" });
    }
  });

  it("says why there is no test", async () => {
    stores.forecasting.begin();
    const place = "program" as const;
    const message = "invalid syntax";
    await runtime.discovers
      .at(-1)
      ?.settle({ kind: "unreadable", place, line: 3, column: 0, message });
    expect(state()).toMatchObject({
      tests: { kind: "none", why: "Line 3 of the program cannot be read: invalid syntax." },
    });
    stores.forecasting.begin();
    await runtime.discovers.at(-1)?.fail(new Error("no wasm"));
    expect(state()).toMatchObject({
      tests: { why: "Python could not be asked for them: no wasm" },
    });
  });

  it("is none where what was kept cannot be read", () => {
    storage.setItem(forecastKey, '{"version":1}');
    load();
    expect(state()).toEqual({ kind: "none" });
  });
});
