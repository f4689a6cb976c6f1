import { createStore, type StoreApi } from "zustand/vanilla";
import { noForecast, type Forecast } from "../../../domain/forecast/forecast";
import { withSurroundings } from "../../../domain/surroundings";
import type { Discovery, Test } from "../../../domain/test";
import type { Runtime } from "../../../python/runtime";
import type { DraftStore, TextStorage } from "../problem/draft";
import type { RunStore } from "../run/run";
import { readForecast, writeForecast, type StoredForecast } from "./storedForecast";

/** The tests of which one is forecast, or why there are none. */
export type ForecastTests =
  { kind: "looking" } | { kind: "found"; tests: readonly Test[] } | { kind: "none"; why: string };

/** A forecast from its first word to its comparison. It belongs to one program and its tests. */
export type ForecastState =
  | { kind: "none" }
  /** Nothing has run, so that nothing gives it away. */
  | { kind: "making"; kept: StoredForecast; tests: ForecastTests }
  | { kind: "made"; kept: StoredForecast };

type Setting = { storage: TextStorage; draft: DraftStore; run: RunStore; runtime: Runtime };

/** Makes, keeps and forgets the forecast of the draft, free of React. */
export class Forecasting {
  readonly store: StoreApi<ForecastState>;
  private looking = new AbortController();

  constructor(private readonly setting: Setting) {
    this.store = createStore<ForecastState>(() => this.restored());
    setting.draft.store.subscribe(() => {
      const { state } = this;
      if (state.kind !== "none" && !this.isOfDraft(state.kept)) this.forget();
    });
  }

  /** Begins a forecast, or goes on with the one that is there. What a run showed is forgotten. */
  readonly begin = (): void => {
    const { draft, run } = this.setting;
    const { program, tests } = draft.store.getState().problem;
    const now = run.store.getState();
    const testId = now.kind === "done" ? now.selected : null;
    const before = this.state.kind === "none" ? null : this.state.kept;
    const forecast = before?.forecast ?? noForecast;
    run.clear();
    this.make({
      source: { program, tests },
      isMade: false,
      forecast,
      testId: before?.testId ?? testId,
    });
    void this.look();
  };

  /** Finds the tests again after a reload; whether a forecast is being made. */
  readonly resume = (): boolean => {
    if (this.state.kind !== "making") return false;
    void this.look();
    return true;
  };

  /** Says something else. */
  readonly say = (forecast: Forecast): void => {
    if (this.state.kind === "making") this.make({ ...this.state.kept, forecast });
  };

  readonly chooseTest = (testId: string): void => {
    if (this.state.kind === "making") this.make({ ...this.state.kept, testId });
  };

  /** The program is about to run: what was said stands. Gives the test that was forecast, if any. */
  readonly settle = (): string | null => {
    const { state } = this;
    if (state.kind === "none") return null;
    this.looking.abort();
    this.show({ kind: "made", kept: { ...state.kept, isMade: true } });
    return state.kept.testId;
  };

  readonly forget = (): void => {
    this.looking.abort();
    this.show({ kind: "none" });
  };

  private get state(): ForecastState {
    return this.store.getState();
  }

  private restored(): ForecastState {
    const kept = readForecast(this.setting.storage);
    if (kept === null || !this.isOfDraft(kept)) return { kind: "none" };
    return kept.isMade
      ? { kind: "made", kept }
      : { kind: "making", kept, tests: { kind: "looking" } };
  }

  private isOfDraft({ source }: StoredForecast): boolean {
    const { program, tests } = this.setting.draft.store.getState().problem;
    return source.program === program && source.tests === tests;
  }

  private make(kept: StoredForecast): void {
    const { state } = this;
    const tests = state.kind === "making" ? state.tests : { kind: "looking" as const };
    this.show({ kind: "making", kept, tests });
  }

  private show(state: ForecastState): void {
    writeForecast(this.setting.storage, state.kind === "none" ? null : state.kept);
    this.store.setState(state, true);
  }

  /** Takes the tests apart, which executes nothing. */
  private async look(): Promise<void> {
    this.looking.abort();
    this.looking = new AbortController();
    const { signal } = this.looking;
    const { runtime, draft } = this.setting;
    const { program, tests, surroundings } = draft.store.getState().problem;
    const source = { program, tests, ...withSurroundings(surroundings) };
    runtime.start();
    const found = await runtime.discover(source, signal).then(testsOf, (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      return { kind: "none" as const, why: `Python could not be asked for them: ${why}` };
    });
    const { state } = this;
    if (signal.aborted || state.kind !== "making") return;
    const known = found.kind === "found" ? found.tests : [];
    const isKnown = known.some(({ id }) => id === state.kept.testId);
    const testId = isKnown ? state.kept.testId : (known[0]?.id ?? null);
    this.show({ kind: "making", tests: found, kept: { ...state.kept, testId } });
  }
}

function testsOf(discovery: Discovery): ForecastTests {
  if (discovery.kind === "unreadable") {
    const { place, line, message } = discovery;
    return { kind: "none", why: `Line ${line} of the ${place} cannot be read: ${message}.` };
  }
  const { tests } = discovery;
  return tests.length > 0
    ? { kind: "found", tests }
    : { kind: "none", why: "There are none in the Tests box." };
}
