import type { EngineName, RepairTask } from "../domain/engine";
import type { Problem } from "../domain/problem";
import type { Versions } from "../domain/sample";
import { markOnce } from "../domain/startup";
import { indexOf } from "../domain/timeline/traceIndex";
import { acceptFix, type Acceptance } from "../features/repair/acceptance";
import { createKeptFixes } from "../features/repair/keptFixes";
import { createRepair, type Repair } from "../features/repair/repair";
import type { ProvenFix } from "../features/repair/repairState";
import { createPackages, type Packages } from "../features/packages/packages";
import { createSamplesModel, type SamplesModel } from "../features/samples/samplesModel";
import { createSettings, type Settings } from "../features/settings/settings";
import { Timeline } from "../features/timeline/timeline";
import { newId } from "../features/workbench/problem/draft";
import { createRunMemory, type RunMemory } from "../features/workbench/run/previousTrace";
import type { RunState } from "../features/workbench/run/run";
import { shownOf } from "../features/workbench/run/shown";
import { createWorkbench, type WorkbenchStores } from "../features/workbench/stores";
import { createEndpointEngine } from "../llm/engine";
import { buildPrompt } from "../llm/prompt";
import { createRuntime } from "../python/client";
import { missingPackages } from "../python/packages/findWheels";
import { explain } from "../python/packages/packageProblem";
import type { Runtime } from "../python/runtime";
import { createSearchEngine } from "../python/search/engine";
import { TracemendDatabase } from "../storage/database";
import { createSampleStorage, type SampleStorage } from "../storage/samples";
import type { StoreApi } from "zustand";
import { followSuspicion } from "./suspicion";

/** Everything that lives as long as the page, wired up once and free of React. */
export type Composition = {
  readonly runtime: Runtime;
  readonly settings: StoreApi<Settings>;
  readonly workbench: WorkbenchStores;
  readonly timeline: Timeline;
  /** The run before the program was changed. */
  readonly runMemory: StoreApi<RunMemory>;
  readonly packages: Packages;
  readonly repair: Repair;
  readonly database: TracemendDatabase;
  readonly sampleStorage: SampleStorage;
  readonly samples: SamplesModel;
  readonly chooseEngine: (engine: EngineName) => void;
  readonly acceptFix: (subject: RepairTask, fix: ProvenFix) => Promise<Acceptance>;
};

export function compose(): Composition {
  const runtime = createRuntime();
  const settings = createSettings(localStorage, sessionStorage);
  const limits = () => settings.getState().limits;
  const workbench = createWorkbench({ runtime, storage: localStorage, limits });
  const timeline = new Timeline({
    request: (callback) => requestAnimationFrame(callback),
    cancel: (id) => cancelAnimationFrame(id),
  });
  followTrace(workbench, timeline);
  const database = new TracemendDatabase();
  const sampleStorage = createSampleStorage(database);
  const repair = createRepair({
    runtime,
    engines: {
      search: createSearchEngine(runtime.interpreters),
      endpoint: {
        propose: (request, signal) =>
          createEndpointEngine(settings.getState().endpoint).propose(request, signal),
      },
    },
    limits,
    versions: () => versionsOf(runtime),
    kept: createKeptFixes(localStorage),
    seconds: () => settings.getState().searchSeconds,
    newId,
    now: () => performance.now(),
  });
  follow(workbench, (problem) => {
    repair.attend(problem);
  });
  followSuspicion(workbench, repair);
  const packages = makePackages(settings, () => {
    workbench.runNow();
  });
  follow(workbench, (problem) => {
    void packages.attend(problem);
  });
  return {
    runtime,
    settings,
    workbench,
    timeline,
    runMemory: createRunMemory(workbench.run.store),
    packages,
    repair,
    database,
    sampleStorage,
    samples: createSamplesModel(sampleStorage),
    chooseEngine(engine) {
      settings.setState({ engine });
    },
    acceptFix: (subject, fix) =>
      acceptFix(
        { samples: sampleStorage, buildPrompt, newId, now: () => new Date().toISOString() },
        subject,
        fix,
      ),
  };
}

/** What the packages' code does is loaded when a program imports something. */
const packageCode = () => import("../python/packages/packages");

function makePackages(settings: StoreApi<Settings>, onAcquired: () => void): Packages {
  return createPackages({
    missing: missingPackages,
    acquire: async (file, options) => {
      const { acquire } = await packageCode();
      return acquire(settings.getState().packageAddress, file, options);
    },
    explain,
    onAcquired,
  });
}

/** Calls `attend` with the problem being edited, now and after each change. */
function follow(workbench: WorkbenchStores, attend: (problem: Problem) => void): void {
  attend(workbench.draft.store.getState().problem);
  workbench.draft.store.subscribe((draft, before) => {
    if (draft.problem !== before.problem) attend(draft.problem);
  });
}

/** Keeps the timeline on the trace that the workbench shows. */
function followTrace(workbench: WorkbenchStores, timeline: Timeline): void {
  const show = (run: RunState): void => {
    const shown = shownOf(run);
    if (shown !== null) markOnce(performance, "traced");
    const hasSteps = shown !== null && shown.trace.steps.length > 0;
    timeline.show(hasSteps ? indexOf(shown.trace, shown.source) : null);
  };
  show(workbench.run.store.getState());
  workbench.run.store.subscribe(show);
}

function versionsOf({ state }: Runtime): Versions {
  const unknown = { pyodide: "unknown", python: "unknown" };
  return {
    tracemend: __TRACEMEND_VERSION__,
    ...(state.kind === "ready" ? state.versions : unknown),
  };
}
