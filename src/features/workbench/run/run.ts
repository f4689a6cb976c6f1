import { createStore, type StoreApi } from "zustand/vanilla";
import type { Limits } from "../../../domain/limits";
import { sameSurroundings } from "../../../domain/surroundings";
import type { Discovery, Test, TestOutcome } from "../../../domain/test";
import { emptyTrace, type Trace } from "../../../domain/trace";
import type { Runtime, Source } from "../../../python/runtime";

/** Our own machinery broke: what happened, why, and what to try. */
export type Failure = { what: string; why: string; tryThis: string };

/** Where the trace of one test stands; a test that was never chosen has none. */
export type TraceState =
  { kind: "tracing" } | { kind: "traced"; trace: Trace } | { kind: "broken"; failure: Failure };

type Begun = { id: number; source: Source };
/** A trace that was made elsewhere: where it comes from, and the test that it is of, if any. */
type Opened = { name: string; test: Test | null; trace: Trace };
type Judged = Begun & { tests: readonly Test[]; selected: string | null };

/** The life of one run. `outcomes` are in the order of arrival while judging, then in the tests'. */
export type RunState =
  | { kind: "idle" }
  | ({ kind: "discovering" } & Begun)
  /** Stopped before the tests were known. */
  | ({ kind: "stopped" } & Begun)
  | ({ kind: "judging"; outcomes: readonly TestOutcome[] } & Judged)
  | ({
      kind: "done";
      outcomes: readonly TestOutcome[];
      traces: Readonly<Record<string, TraceState>>;
    } & Judged)
  /** Nothing was run here: a trace file is shown. */
  | ({ kind: "opened" } & Begun & Opened)
  | ({ kind: "unreadable"; discovery: Extract<Discovery, { kind: "unreadable" }> } & Begun)
  | ({ kind: "broken"; failure: Failure } & Begun);

type Done = Extract<RunState, { kind: "done" }>;

export type RunStore = {
  readonly store: StoreApi<RunState>;
  /**
   * Runs all tests and traces the `wanted` one, or else the most telling; an earlier run is dropped.
   * Settles when that trace is there.
   */
  readonly start: (source: Source, wanted?: string | null) => Promise<void>;
  /** Ends whatever is at work, at once. */
  readonly stop: () => void;
  /** Chooses a test and, once the run is done, traces it. */
  readonly select: (testId: string) => Promise<void>;
  /** Shows a trace that was made elsewhere; an earlier run is dropped. */
  readonly open: (source: Source, opened: Opened) => void;
  /** Forgets the run. */
  readonly clear: () => void;
};

/** Whether there is something for Stop to stop. */
export function isBusy(run: RunState): boolean {
  if (run.kind === "done") return Object.values(run.traces).some(({ kind }) => kind === "tracing");
  return run.kind === "discovering" || run.kind === "judging";
}

/** The chosen test's trace, or the opened one, when it is there. */
export function shownTrace(run: RunState): Trace | null {
  if (run.kind === "opened") return run.trace;
  if (run.kind !== "done" || run.selected === null) return null;
  const state = run.traces[run.selected];
  return state?.kind === "traced" ? state.trace : null;
}

/** Whether the program, the tests or what they run with were edited since `run` began, or was opened. */
export function isStale(run: RunState, source: Source): boolean {
  if (run.kind === "idle") return false;
  const { program, tests } = run.source;
  if (program !== source.program || tests !== source.tests) return true;
  return !sameSurroundings(run.source, source);
}

/** The test to look at first: the first that did not pass, else the first. */
function mostTelling(tests: readonly Test[], outcomes: readonly TestOutcome[]): string | null {
  return outcomes.find(({ status }) => status !== "passed")?.testId ?? tests[0]?.id ?? null;
}

function stoppedOutcome(test: Test): TestOutcome {
  return {
    testId: test.id,
    status: "stopped",
    message: "Stopped before it was judged.",
    expected: null,
    actual: null,
    output: "",
    judging: test.judging,
  };
}

/** Runs and traces through `runtime`. Answers of an older run, or after a stop, change nothing. */
class Runner implements RunStore {
  readonly store = createStore<RunState>(() => ({ kind: "idle" }));
  private lastId = 0;
  private work = new AbortController();
  private tracing = new AbortController();

  constructor(
    private readonly runtime: Runtime,
    private readonly limits: () => Limits,
  ) {}

  readonly start = async (source: Source, wanted: string | null = null): Promise<void> => {
    this.abortAll();
    this.work = new AbortController();
    const { signal } = this.work;
    const begun: Begun = { id: ++this.lastId, source };
    this.runtime.start();
    this.show({ kind: "discovering", ...begun });
    try {
      const discovery = await this.runtime.discover(source, signal);
      if (signal.aborted) return;
      if (discovery.kind === "unreadable") this.show({ kind: "unreadable", ...begun, discovery });
      else await this.judge(begun, discovery.tests, wanted, signal);
    } catch (error) {
      if (!signal.aborted) this.show({ kind: "broken", ...begun, failure: this.failure(error) });
    }
  };

  readonly select = async (testId: string): Promise<void> => {
    const run = this.store.getState();
    if (run.kind === "judging") this.show({ ...run, selected: testId });
    if (run.kind !== "done") return;
    const known = run.traces[testId];
    const recorded = known?.kind === "traced" && known.trace.end.kind !== "stopped";
    if (recorded || known?.kind === "tracing") this.show({ ...run, selected: testId });
    else await this.trace(run, testId);
  };

  readonly stop = (): void => {
    this.abortAll();
    const run = this.store.getState();
    if (run.kind === "discovering") this.show({ ...run, kind: "stopped" });
    else if (run.kind === "judging") this.show(cutShort(run));
    else if (run.kind === "done") this.show({ ...run, traces: withStoppedTrace(run.traces) });
  };

  readonly open = (source: Source, opened: Opened): void => {
    this.abortAll();
    this.show({ kind: "opened", id: ++this.lastId, source, ...opened });
  };

  readonly clear = (): void => {
    this.abortAll();
    this.show({ kind: "idle" });
  };

  private async judge(
    begun: Begun,
    tests: readonly Test[],
    wanted: string | null,
    signal: AbortSignal,
  ): Promise<void> {
    this.show({ kind: "judging", ...begun, tests, outcomes: [], selected: null });
    const outcomes = await this.runtime.judge(begun.source, tests, {
      limits: this.limits(),
      signal,
      onOutcome: (outcome) => {
        const run = this.store.getState();
        if (signal.aborted || run.kind !== "judging") return;
        this.show({ ...run, outcomes: [...run.outcomes, outcome] });
      },
    });
    if (signal.aborted) return;
    this.show({ kind: "done", ...begun, tests, outcomes, selected: null, traces: {} });
    const isThere = tests.some(({ id }) => id === wanted);
    const first = isThere ? wanted : mostTelling(tests, outcomes);
    if (first !== null) await this.select(first);
  }

  private async trace(run: Done, testId: string): Promise<void> {
    this.tracing.abort();
    this.tracing = new AbortController();
    const { signal } = this.tracing;
    // One trace at a time: the one that is wanted now must not wait for one that no longer is.
    const settled = Object.entries(run.traces).filter(([, { kind }]) => kind !== "tracing");
    const traces = { ...Object.fromEntries(settled), [testId]: { kind: "tracing" as const } };
    this.show({ ...run, selected: testId, traces });
    const isWanted = (result: TraceState): boolean => {
      if (!signal.aborted) return true;
      // Of a trace that was stopped, what came until then; of one that was given up, nothing.
      const wasStopped = this.tracing.signal === signal;
      return wasStopped && result.kind === "traced" && result.trace.end.kind === "stopped";
    };
    const settle = (result: TraceState): void => {
      const now = this.store.getState();
      if (now.kind !== "done" || now.id !== run.id || !isWanted(result)) return;
      this.show({ ...now, traces: { ...now.traces, [testId]: result } });
    };
    try {
      const trace = await this.runtime.trace(run.source, testId, { limits: this.limits(), signal });
      settle({ kind: "traced", trace });
    } catch (error) {
      settle({ kind: "broken", failure: this.failure(error) });
    }
  }

  private show(next: RunState): void {
    this.store.setState(next, true);
  }

  private abortAll(): void {
    this.work.abort();
    this.tracing.abort();
  }

  private failure(error: unknown): Failure {
    if (this.runtime.state.kind === "broken") {
      const { what, why, tryThis } = this.runtime.state;
      return { what, why, tryThis };
    }
    return {
      what: "Tracemend itself broke while it ran the tests.",
      why: error instanceof Error ? error.message : String(error),
      tryThis: "Run again. If it happens again, reload the page; your work is kept.",
    };
  }
}

export function createRun(runtime: Runtime, limits: () => Limits): RunStore {
  return new Runner(runtime, limits);
}

/** The run as it stands when stopped while judging: no trace is begun after a stop. */
function cutShort(run: Extract<RunState, { kind: "judging" }>): RunState {
  const known = new Map(run.outcomes.map((outcome) => [outcome.testId, outcome]));
  const outcomes = run.tests.map((test) => known.get(test.id) ?? stoppedOutcome(test));
  const { id, source, tests } = run;
  return { kind: "done", id, source, tests, outcomes, selected: null, traces: {} };
}

function withStoppedTrace(
  traces: Readonly<Record<string, TraceState>>,
): Readonly<Record<string, TraceState>> {
  return Object.fromEntries(
    Object.entries(traces).map(([testId, state]) => [
      testId,
      state.kind === "tracing"
        ? { kind: "traced", trace: emptyTrace(testId, { kind: "stopped" }) }
        : state,
    ]),
  );
}
