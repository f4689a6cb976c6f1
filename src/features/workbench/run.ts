import { createStore, type StoreApi } from "zustand/vanilla";
import type { Limits } from "../../domain/limits";
import type { Discovery, Test, TestOutcome } from "../../domain/test";
import { emptyTrace, type Trace } from "../../domain/trace";
import type { Runtime, Source } from "../../python/runtime";

/** Our own machinery broke: what happened, why, and what to try. */
export type Failure = { what: string; why: string; tryThis: string };

/** Where the trace of one test stands; a test that was never chosen has none. */
export type TraceState =
  { kind: "tracing" } | { kind: "traced"; trace: Trace } | { kind: "broken"; failure: Failure };

type Begun = { id: number; source: Source };
type Judged = Begun & { tests: readonly Test[]; selected: string | null };

/** The life of one run. `outcomes` are in the order of arrival while judging, then in the tests'. */
export type RunState =
  | { kind: "idle" }
  | ({ kind: "discovering" } & Begun)
  | ({ kind: "judging"; outcomes: readonly TestOutcome[] } & Judged)
  | ({
      kind: "done";
      outcomes: readonly TestOutcome[];
      traces: Readonly<Record<string, TraceState>>;
    } & Judged)
  | ({ kind: "unreadable"; discovery: Extract<Discovery, { kind: "unreadable" }> } & Begun)
  | ({ kind: "broken"; failure: Failure } & Begun);

export type RunStore = {
  readonly store: StoreApi<RunState>;
  /** Runs all tests; an earlier run is dropped. Settles when the first trace is there. */
  start(source: Source): Promise<void>;
  /** Ends whatever is at work, at once. */
  stop(): void;
  /** Chooses a test and, once the run is done, traces it. */
  select(testId: string): Promise<void>;
  /** Forgets the run. */
  clear(): void;
};

/** Whether there is something for Stop to stop. */
export function isBusy(run: RunState): boolean {
  if (run.kind === "done") return Object.values(run.traces).some(({ kind }) => kind === "tracing");
  return run.kind === "discovering" || run.kind === "judging";
}

/** The chosen test's trace, when it is there. */
export function shownTrace(run: RunState): Trace | null {
  if (run.kind !== "done" || run.selected === null) return null;
  const state = run.traces[run.selected];
  return state?.kind === "traced" ? state.trace : null;
}

/** Whether the program or the tests were edited since `run` began. */
export function isStale(run: RunState, source: Source): boolean {
  if (run.kind === "idle") return false;
  return run.source.program !== source.program || run.source.tests !== source.tests;
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
export function createRun(runtime: Runtime, limits: () => Limits): RunStore {
  const state = createStore<RunState>(() => ({ kind: "idle" }));
  let lastId = 0;
  let work = new AbortController();
  let tracing = new AbortController();

  const show = (next: RunState): void => {
    state.setState(next, true);
  };
  const abortAll = (): void => {
    work.abort();
    tracing.abort();
  };
  const failure = (error: unknown): Failure => {
    if (runtime.state.kind === "broken") {
      const { what, why, tryThis } = runtime.state;
      return { what, why, tryThis };
    }
    return {
      what: "Tracemend itself broke while it ran the tests.",
      why: error instanceof Error ? error.message : String(error),
      tryThis: "Run again. If it happens again, reload the page; your work is kept.",
    };
  };

  async function start(source: Source): Promise<void> {
    abortAll();
    work = new AbortController();
    const { signal } = work;
    const begun: Begun = { id: ++lastId, source };
    runtime.start();
    show({ kind: "discovering", ...begun });
    try {
      const discovery = await runtime.discover(source, signal);
      if (signal.aborted) return;
      if (discovery.kind === "unreadable") show({ kind: "unreadable", ...begun, discovery });
      else await judge(begun, discovery.tests, signal);
    } catch (error) {
      if (!signal.aborted) show({ kind: "broken", ...begun, failure: failure(error) });
    }
  }

  async function judge(begun: Begun, tests: readonly Test[], signal: AbortSignal): Promise<void> {
    show({ kind: "judging", ...begun, tests, outcomes: [], selected: null });
    const outcomes = await runtime.judge(begun.source, tests, {
      limits: limits(),
      signal,
      onOutcome: (outcome) => {
        const run = state.getState();
        if (signal.aborted || run.kind !== "judging") return;
        show({ ...run, outcomes: [...run.outcomes, outcome] });
      },
    });
    if (signal.aborted) return;
    show({ kind: "done", ...begun, tests, outcomes, selected: null, traces: {} });
    const first = mostTelling(tests, outcomes);
    if (first !== null) await select(first);
  }

  async function select(testId: string): Promise<void> {
    const run = state.getState();
    if (run.kind === "judging") show({ ...run, selected: testId });
    if (run.kind !== "done") return;
    const known = run.traces[testId];
    const has = known?.kind === "traced" && known.trace.end.kind !== "stopped";
    if (has || known?.kind === "tracing") {
      show({ ...run, selected: testId });
      return;
    }
    await trace(run, testId);
  }

  async function trace(run: Extract<RunState, { kind: "done" }>, testId: string): Promise<void> {
    tracing.abort();
    tracing = new AbortController();
    const { signal } = tracing;
    // One trace at a time: the one that is wanted now must not wait for one that no longer is.
    const settled = Object.entries(run.traces).filter(([, { kind }]) => kind !== "tracing");
    const traces = { ...Object.fromEntries(settled), [testId]: { kind: "tracing" as const } };
    show({ ...run, selected: testId, traces });
    const settle = (result: TraceState): void => {
      const now = state.getState();
      if (signal.aborted || now.kind !== "done" || now.id !== run.id) return;
      show({ ...now, traces: { ...now.traces, [testId]: result } });
    };
    try {
      const result = await runtime.trace(run.source, testId, { limits: limits(), signal });
      settle({ kind: "traced", trace: result });
    } catch (error) {
      settle({ kind: "broken", failure: failure(error) });
    }
  }

  return {
    store: state,
    start,
    stop() {
      abortAll();
      const run = state.getState();
      if (run.kind === "discovering") show({ kind: "idle" });
      else if (run.kind === "judging") show(cutShort(run));
      else if (run.kind === "done") show({ ...run, traces: withStoppedTrace(run.traces) });
    },
    select,
    clear() {
      abortAll();
      show({ kind: "idle" });
    },
  };
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
