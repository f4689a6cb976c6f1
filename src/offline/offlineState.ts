import type { Failure, WorkerMessage } from "./messages";

/** The copy of the app that this browser keeps. */
export type Copy =
  /** There is none, and none is being made: this browser or this address does not allow it. */
  | { kind: "none" }
  | { kind: "filling"; done: number; total: number }
  /** Everything is here. Sizes in bytes. */
  | { kind: "kept"; bytes: number }
  | { kind: "failed"; failure: Failure };

/** Where a newer version stands. */
export type Update =
  | { kind: "none" }
  /** Stored; it takes over when the page is loaded again. */
  | { kind: "ready" }
  /** It could not be stored; the kept one goes on. */
  | { kind: "failed"; failure: Failure };

export type OfflineState = { copy: Copy; update: Update };

export type OfflineEvent =
  | { kind: "told"; message: WorkerMessage }
  /** A newer build is stored and waits. */
  | { kind: "waiting" };

export const nothingKept: OfflineState = { copy: { kind: "none" }, update: { kind: "none" } };

/** The state after an event. `ownBuild` is the id of the build that the page itself is of. */
export function nextState(
  state: OfflineState,
  event: OfflineEvent,
  ownBuild: string,
): OfflineState {
  if (event.kind === "waiting") return { ...state, update: { kind: "ready" } };
  const { message } = event;
  const isNewer = message.build !== ownBuild;
  switch (message.kind) {
    case "filling":
      // Another version's download is nothing to look at while this one works.
      if (state.copy.kind === "kept") return state;
      return { ...state, copy: { kind: "filling", done: message.done, total: message.total } };
    case "kept":
      return {
        copy: { kind: "kept", bytes: message.bytes },
        update: isNewer ? { kind: "ready" } : state.update,
      };
    case "failed": {
      const failed = { kind: "failed", failure: message.failure } as const;
      return {
        // Unless a report says that an older copy is here, which may come later.
        copy: state.copy.kind === "kept" ? state.copy : failed,
        update: isNewer ? failed : state.update,
      };
    }
  }
}
