import { createStore, type StoreApi } from "zustand/vanilla";
import type { Test } from "../../../domain/test";
import type { Trace } from "../../../domain/trace";
import type { Source } from "../../../python/runtime";
import type { RunState } from "./run";

type Done = Extract<RunState, { kind: "done" }>;

/** The last run, and the last one before it whose program was another. */
export type RunMemory = { last: Done | null; previous: Done | null };

/** A test's run in an earlier program. */
export type EarlierTrace = { source: Source; trace: Trace };

const nothing: RunMemory = { last: null, previous: null };

/** What to remember once `run` is how the run stands. A cleared run and an opened trace forget everything. */
function remember(memory: RunMemory, run: RunState): RunMemory {
  if (run.kind === "idle" || run.kind === "opened") return nothing;
  if (run.kind !== "done") return memory;
  const { last } = memory;
  const isChanged = last !== null && last.source.program !== run.source.program;
  return { last: run, previous: isChanged ? last : memory.previous };
}

/** Follows a run, and remembers the one before the program was changed. */
export function createRunMemory(run: Pick<StoreApi<RunState>, "getState" | "subscribe">) {
  const store = createStore<RunMemory>(() => remember(nothing, run.getState()));
  run.subscribe((state) => {
    store.setState((memory) => remember(memory, state));
  });
  return store;
}

/** The trace of the last run's chosen test in the program before; null where none was recorded. */
export function previousTrace({ last, previous }: RunMemory): EarlierTrace | null {
  if (last === null || previous === null) return null;
  const test = sameTest(previous.tests, last);
  const state = test === undefined ? undefined : previous.traces[test.id];
  return state?.kind === "traced" ? { source: previous.source, trace: state.trace } : null;
}

/** Found by its text, and by its place among those of the same text: ids may move with lines. */
function sameTest(tests: readonly Test[], { tests: now, selected }: Done): Test | undefined {
  const chosen = now.find(({ id }) => id === selected);
  if (chosen === undefined) return undefined;
  const isAlike = ({ kind, place, text }: Test) =>
    kind === chosen.kind && place === chosen.place && text === chosen.text;
  return tests.filter(isAlike)[now.filter(isAlike).indexOf(chosen)];
}
