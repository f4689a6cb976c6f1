import { createStore, type StoreApi } from "zustand/vanilla";
import type { Problem } from "../../domain/problem";
import type { Progress } from "../../python/packages/fetchPackage";
import type { PackageFile } from "../../python/packages/lock";
import type { PackageFailure } from "../../python/packages/packageProblem";

/** Which packages the problem lacks, and how far fetching them has come. */
export type PackagesState =
  | { kind: "nothing" }
  | { kind: "offered"; files: readonly PackageFile[] }
  | {
      kind: "fetching";
      files: readonly PackageFile[];
      /** How many of the files are done; the next one is under way. */
      done: number;
      received: number;
      total: number | null;
    }
  | { kind: "failed"; files: readonly PackageFile[]; failure: PackageFailure }
  /** They are here, but the browser does not let them stay. */
  | { kind: "notKept"; files: readonly PackageFile[] };

export type PackagesSetting = {
  missing: (problem: Problem) => Promise<readonly PackageFile[]>;
  /** Gives whether the package outlives this tab; rejects with a `PackageProblem`, or when aborted. */
  acquire: (
    file: PackageFile,
    options: { signal: AbortSignal; onProgress: Progress },
  ) => Promise<boolean>;
  /** The designed failure in what `acquire` rejected with. */
  explain: (error: unknown) => PackageFailure;
  /** Every package is here now. */
  onAcquired: () => void;
};

export type Packages = {
  readonly store: StoreApi<PackagesState>;
  /** Tells which problem is being edited. */
  readonly attend: (problem: Problem) => Promise<void>;
  readonly fetch: () => Promise<void>;
  readonly stop: () => void;
  readonly dismiss: () => void;
};

/** Offers the packages that a problem imports, and fetches them when told to. */
export function createPackages(setting: PackagesSetting): Packages {
  const store = createStore<PackagesState>(() => ({ kind: "nothing" }));
  const show = (state: PackagesState): void => {
    store.setState(state, true);
  };
  let attended: Problem | null = null;
  let work: AbortController | null = null;

  const attend = async (problem: Problem): Promise<void> => {
    attended = problem;
    const files = await setting.missing(problem);
    const state = store.getState();
    // Older news, or of no use now: what is being fetched is looked at again when it is here.
    if (attended !== problem || state.kind === "fetching") return;
    if (files.length === 0) {
      if (state.kind !== "notKept") show({ kind: "nothing" });
    } else if (state.kind === "nothing" || !sameFiles(state.files, files)) {
      show({ kind: "offered", files });
    }
  };

  const run = async (files: readonly PackageFile[], signal: AbortSignal): Promise<void> => {
    let areKept = true;
    for (const [done, file] of files.entries()) {
      show({ kind: "fetching", files, done, received: 0, total: null });
      const isKept = await setting.acquire(file, {
        signal,
        onProgress: (received, total) => {
          if (!signal.aborted) show({ kind: "fetching", files, done, received, total });
        },
      });
      if (signal.aborted) return;
      areKept &&= isKept;
    }
    show(areKept ? { kind: "nothing" } : { kind: "notKept", files });
    setting.onAcquired();
  };

  return {
    store,
    attend,
    async fetch() {
      const state = store.getState();
      if (state.kind !== "offered" && state.kind !== "failed") return;
      const { files } = state;
      const { signal } = (work = new AbortController());
      try {
        await run(files, signal);
      } catch (error) {
        const state = store.getState();
        if (signal.aborted || state.kind !== "fetching") return;
        const left = files.slice(state.done);
        show({ kind: "failed", files: left, failure: setting.explain(error) });
      }
      if (attended) await attend(attended);
    },
    stop() {
      const state = store.getState();
      if (state.kind !== "fetching") return;
      work?.abort();
      show({ kind: "offered", files: state.files });
    },
    dismiss() {
      if (store.getState().kind === "notKept") show({ kind: "nothing" });
    },
  };
}

function sameFiles(one: readonly PackageFile[], other: readonly PackageFile[]): boolean {
  return (
    one.length === other.length && one.every(({ sha256 }, index) => sha256 === other[index]?.sha256)
  );
}
