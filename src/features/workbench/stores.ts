import { createStore, type StoreApi } from "zustand/vanilla";
import { defaultLimits, type Limits } from "../../domain/limits";
import type { Problem } from "../../domain/problem";
import { withSurroundings } from "../../domain/surroundings";
import type { TraceFile } from "../../domain/traceFile";
import type { Runtime } from "../../python/runtime";
import { createHeat, type Heat } from "./editor/heat";
import { createMargin, type Margin } from "./editor/margin";
import { Forecasting } from "./forecast/forecasting";
import { createSpotlight, type Spotlight } from "./explanation/spotlight";
import { blankProblem, createDraft, type DraftStore, type TextStorage } from "./problem/draft";
import { examples } from "./problem/examples";
import { createRun, type RunStore } from "./run/run";

/** How the user wants to see the run. */
export type View = { showTrace: boolean };

/** The workbench's state and what can be done to it, free of React. */
export type WorkbenchStores = {
  readonly runtime: Runtime;
  readonly draft: DraftStore;
  readonly run: RunStore;
  readonly view: StoreApi<View>;
  /** What the user says that the program will do. */
  readonly forecasting: Forecasting;
  /** What the forecast shows beside the program. */
  readonly margin: StoreApi<Margin>;
  /** Where a repair suspects the fault. */
  readonly heat: StoreApi<Heat>;
  /** The part of a text that the reader wants to see. */
  readonly spotlight: Spotlight;
  /** Runs the draft as it stands; an empty program has nothing to run. */
  readonly runNow: () => void;
  /** Runs the draft if nothing was run yet and nothing is being forecast; for the opening of the page. */
  readonly begin: () => void;
  /** Replaces the draft (an example, a link, a sample) and runs it. */
  readonly open: (problem: Problem) => void;
  /** Replaces the draft with the texts of a trace file and shows its trace; runs nothing. */
  readonly openTrace: (file: TraceFile, name: string) => void;
  /** Replaces the draft with an empty problem. */
  readonly openBlank: () => void;
  /** Brings back what the last `open`, `openTrace`, `openBlank` or `apply` replaced, and runs it. */
  readonly undo: () => void;
  /** Takes a fix, or tests with one more among them, over into the draft and runs it. */
  readonly apply: (field: "program" | "tests", text: string) => void;
};

type WorkbenchSetting = {
  runtime: Runtime;
  storage: TextStorage;
  limits?: () => Limits;
};

/** Makes the stores of one workbench. The draft is the stored one, else the first example. */
export function createWorkbench(setting: WorkbenchSetting): WorkbenchStores {
  const { runtime, storage, limits = () => defaultLimits } = setting;
  const draft = createDraft(storage, examples[0]?.problem ?? blankProblem());
  const run = createRun(runtime, limits);
  const forecasting = new Forecasting({ storage, draft, run, runtime });
  const runNow = (): void => {
    const { program, tests, surroundings } = draft.store.getState().problem;
    const wanted = forecasting.settle();
    if (program.trim() === "") run.clear();
    else void run.start({ program, tests, ...withSurroundings(surroundings) }, wanted);
  };
  return {
    runtime,
    draft,
    run,
    view: createStore<View>(() => ({ showTrace: true })),
    forecasting,
    margin: createMargin(),
    heat: createHeat(),
    spotlight: createSpotlight(),
    runNow,
    begin() {
      if (run.store.getState().kind === "idle" && !forecasting.resume()) runNow();
    },
    open(problem) {
      draft.replace(problem);
      runNow();
    },
    openTrace({ program, tests, test, trace }, name) {
      draft.replace({ ...blankProblem(), title: titleOf(name), program, tests });
      run.open({ program, tests }, { name, test, trace });
    },
    openBlank() {
      draft.replace(blankProblem());
      run.clear();
    },
    undo() {
      draft.undoReplace();
      runNow();
    },
    apply(field, text) {
      draft.replace({ ...draft.store.getState().problem });
      draft.edit(field, text);
      runNow();
    },
  };
}

/** A problem's title for the file that it came with: the file's name without its ending. */
function titleOf(fileName: string): string {
  const name = fileName.replace(/\.json$/i, "").trim();
  return name === "" ? "Untitled" : name;
}
