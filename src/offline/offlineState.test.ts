import { describe, expect, it } from "vitest";
import type { WorkerMessage } from "./messages";
import { nextState, nothingKept, type OfflineEvent, type OfflineState } from "./offlineState";

const told = (message: WorkerMessage): OfflineEvent => ({ kind: "told", message });
const filling = told({ kind: "filling", build: "own", done: 1, total: 9 });
const kept = told({ kind: "kept", build: "own", bytes: 9 });
const keptNewer = told({ kind: "kept", build: "newer", bytes: 8 });
const failedNewer = told({ kind: "failed", build: "newer", failure: "incomplete" });

const after = (...events: OfflineEvent[]): OfflineState =>
  events.reduce<OfflineState>((state, event) => nextState(state, event, "own"), nothingKept);

describe("nextState", () => {
  it("goes from filling to kept", () => {
    expect(after(filling).copy).toEqual({ kind: "filling", done: 1, total: 9 });
    expect(after(filling, kept)).toEqual({
      copy: { kind: "kept", bytes: 9 },
      update: { kind: "none" },
    });
  });

  it("says that a newer version waits, or is at work already for another tab", () => {
    expect(after(kept, { kind: "waiting" }).update).toEqual({ kind: "ready" });
    expect(after(kept, keptNewer).update).toEqual({ kind: "ready" });
    // The older worker's report must not take the notice away.
    expect(after(kept, { kind: "waiting" }, kept).update).toEqual({ kind: "ready" });
  });

  it("keeps a good copy when a newer one fails, and tells the two failures apart", () => {
    expect(after(kept, failedNewer)).toEqual({
      copy: { kind: "kept", bytes: 9 },
      update: { kind: "failed", failure: "incomplete" },
    });
    expect(after(failedNewer, kept)).toEqual(after(kept, failedNewer));
    expect(after(filling, failedNewer).copy).toEqual({ kind: "failed", failure: "incomplete" });
  });

  it("does not count a newer version's download as its own", () => {
    const newer = told({ kind: "filling", build: "newer", done: 1, total: 8 });
    expect(after(kept, newer).copy).toEqual({ kind: "kept", bytes: 9 });
  });
});
