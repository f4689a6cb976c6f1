import { describe, expect, it } from "vitest";
import { proposalOf } from "../../testing/fakeEngine";
import { createKeptFixes } from "./keptFixes";
import { findingsOf, shownFix } from "./repairState";
import type { Repair } from "./repair";
import type { KeptFixes } from "./keptFixes";
import { subject, FakeStorage, setUp, lifecycleOf, fixesOf } from "../../testing/fakeRepair";

describe("proving proposals", () => {
  it("keeps what passes, counts what does not, and ends when the engine is exhausted", async () => {
    const { repair, search } = setUp();
    const run = repair.find("search", subject);
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("bad = 1") },
      { type: "proposal", proposal: proposalOf("good = 1") },
      { type: "proposal", proposal: proposalOf("good = 1\n") },
      { type: "exhausted", tried: 12, note: "12 candidates tried" },
    );
    await run;
    expect(lifecycleOf(repair)).toMatchObject({
      kind: "done",
      note: "12 candidates tried",
      findings: { refuted: [], refutedCount: 1 },
    });
    expect(fixesOf(repair)).toEqual(["good = 1"]);
    expect(findingsOf(lifecycleOf(repair)).fixes[0]?.verdict.fresh).toBe(true);
  });

  it("ends by itself at three fixes and tells the engine to stop", async () => {
    const { repair, search } = setUp();
    const run = repair.find("search", subject);
    const proposals = [1, 2, 3, 4].map((n) => proposalOf(`good = ${String(n)}`));
    search.lastCall.say(...proposals.map((proposal) => ({ type: "proposal", proposal }) as const));
    await run;
    expect(lifecycleOf(repair).kind).toBe("done");
    expect(fixesOf(repair)).toEqual(["good = 1", "good = 2", "good = 3"]);
    expect(search.lastCall.signal.aborted).toBe(true);
  });

  it("shows a failing proposal of a model, with its outcomes and the reason", async () => {
    const { repair, endpoint } = setUp();
    const run = repair.find("endpoint", subject);
    endpoint.lastCall.say({ type: "proposal", proposal: proposalOf("bad = 1") });
    endpoint.lastCall.end();
    await run;
    const { refuted, fixes } = findingsOf(lifecycleOf(repair));
    expect(fixes).toEqual([]);
    expect(refuted[0]?.verdict?.outcomes[0]?.status).toBe("failed");
    expect(refuted[0]?.reason).toContain("0 of 1 tests pass");
    expect(refuted[0]?.reason).toContain("expected -1, got 0");
  });

  it("lets no fix win that takes the tests away, and does not even run it", async () => {
    const { repair, endpoint, python } = setUp();
    const run = repair.find("endpoint", subject);
    endpoint.lastCall.say({ type: "proposal", proposal: proposalOf("good = 'doctored'") });
    endpoint.lastCall.end();
    await run;
    expect(fixesOf(repair)).toEqual([]);
    expect(python.judged).toEqual([]);
    expect(findingsOf(lifecycleOf(repair)).refuted[0]?.reason).toContain("removes tests");
  });

  it("names the line of a fix that is no Python", async () => {
    const { repair, endpoint } = setUp();
    const run = repair.find("endpoint", subject);
    endpoint.lastCall.say({ type: "proposal", proposal: proposalOf("unreadable (") });
    endpoint.lastCall.end();
    await run;
    expect(findingsOf(lifecycleOf(repair)).refuted[0]?.reason).toBe(
      "The fix cannot be read: line 2, invalid syntax",
    );
  });
});

describe("the life of a run", () => {
  it("drops what a superseded run still says", async () => {
    const { repair, search } = setUp();
    const first = repair.find("search", subject);
    const firstCall = search.lastCall;
    const second = repair.find("search", subject);
    firstCall.say({ type: "proposal", proposal: proposalOf("good = 'late'") });
    await first;
    expect(firstCall.signal.aborted).toBe(true);
    expect(lifecycleOf(repair).kind).toBe("working");
    search.lastCall.say({ type: "proposal", proposal: proposalOf("good = 'new'") });
    search.lastCall.end();
    await second;
    expect(fixesOf(repair)).toEqual(["good = 'new'"]);
  });

  it("drops a verdict that arrives after Stop, and keeps what was found before", async () => {
    const { repair, search, python } = setUp();
    const run = repair.find("search", subject);
    search.lastCall.say({ type: "proposal", proposal: proposalOf("good = 1") });
    await until(repair, () => fixesOf(repair).length === 1);
    let release: () => void = () => undefined;
    python.hold = new Promise((resolve) => (release = resolve));
    search.lastCall.say({ type: "proposal", proposal: proposalOf("good = 2") });
    await until(repair, () => provingOf(repair) === "good = 2");
    repair.stop();
    release();
    await run;
    expect(lifecycleOf(repair).kind).toBe("stopped");
    expect(fixesOf(repair)).toEqual(["good = 1"]);
  });

  it("reports an engine's own failure, and a broken engine in words", async () => {
    const { repair, endpoint } = setUp();
    const failure = { what: "Refused.", why: "Nothing listens.", tryThis: "Start it." };
    const run = repair.find("endpoint", subject);
    endpoint.lastCall.say({ type: "failed", failure });
    await run;
    expect(lifecycleOf(repair)).toMatchObject({ kind: "failed", failure });

    const broken = repair.find("endpoint", subject);
    endpoint.lastCall.break(new Error("the stream tore"));
    await broken;
    expect(lifecycleOf(repair)).toMatchObject({
      kind: "failed",
      failure: { what: "The repair broke off.", why: "the stream tore" },
    });
  });

  it("shows progress with an estimate from the pace so far", async () => {
    const { repair, search } = setUp();
    const run = repair.find("search", subject);
    search.lastCall.say({ type: "progress", tried: 1, total: 11, note: "" });
    await until(repair, () => progressOf(repair) !== null);
    expect(progressOf(repair)).toEqual({
      ...{ tried: 1, total: 11, note: "", secondsLeft: 10 },
      ...{ secondsGone: 1, best: null },
    });
    repair.stop();
    search.lastCall.end();
    await run;
    expect(lifecycleOf(repair)).toMatchObject({ note: "1 candidate was tried." });
  });

  it("traces the shown fix under the same test, once", async () => {
    const { repair, search, python } = setUp();
    const run = repair.find("search", subject);
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("good = 1") },
      { type: "proposal", proposal: proposalOf("good = 2") },
    );
    search.lastCall.end();
    await run;
    repair.show(1);
    repair.show(0);
    repair.show(7);
    const state = repair.store.getState();
    expect(shownFix(state)?.proposal.fix).toBe("good = 2");
    expect(python.traced.map(({ source, testId }) => [source.program, testId])).toEqual([
      ["good = 1", "t1"],
      ["good = 2", "t1"],
    ]);
  });
});

describe("keeping fixes", () => {
  async function found(kept: KeptFixes): Promise<Repair> {
    const { repair, search } = setUp(kept);
    const run = repair.find("search", subject);
    search.lastCall.say({ type: "proposal", proposal: proposalOf("good = 1") });
    search.lastCall.end();
    await run;
    return repair;
  }

  it("restores the proven fixes of the same program and tests after a reload", async () => {
    const storage = new FakeStorage();
    await found(createKeptFixes(storage));
    const { repair } = setUp(createKeptFixes(storage));
    repair.attend({ ...subject.problem, program: "something else" });
    expect(lifecycleOf(repair)).toEqual({ kind: "idle" });
    repair.attend(subject.problem);
    expect(lifecycleOf(repair).kind).toBe("done");
    expect(fixesOf(repair)).toEqual(["good = 1"]);
  });

  it("does not restore what was discarded", async () => {
    const storage = new FakeStorage();
    const before = await found(createKeptFixes(storage));
    before.discard("fix-1");
    expect(fixesOf(before)).toEqual([]);
    const { repair } = setUp(createKeptFixes(storage));
    repair.attend(subject.problem);
    expect(lifecycleOf(repair)).toEqual({ kind: "idle" });
  });

  it("leaves the fixes on show while their program is edited, and clears them for another problem", async () => {
    const repair = await found(createKeptFixes(new FakeStorage()));
    const own = { source: "user", reference: "largest" } as const;
    repair.attend({ ...subject.problem, id: "own", provenance: own, program: "x = 1" });
    repair.attend({
      ...subject.problem,
      id: "taken",
      provenance: { source: "user", reference: "" },
      program: "good = 1",
    });
    expect(fixesOf(repair)).toEqual(["good = 1"]);
    const other = { source: "example", reference: "other" } as const;
    repair.attend({ ...subject.problem, id: "other", provenance: other, program: "x = 1" });
    expect(lifecycleOf(repair)).toEqual({ kind: "idle" });
  });

  it("forgets what cannot be read back, and survives a full storage", async () => {
    const storage = new FakeStorage();
    storage.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    storage.getItem = () => '[{"engine":"search"}]';
    const repair = await found(createKeptFixes(storage));
    expect(fixesOf(repair)).toEqual(["good = 1"]);
  });
});

function provingOf(repair: Repair): string | null {
  const lifecycle = lifecycleOf(repair);
  return lifecycle.kind === "working" ? lifecycle.proving : null;
}

function progressOf(repair: Repair) {
  const lifecycle = lifecycleOf(repair);
  return lifecycle.kind === "working" ? lifecycle.progress : null;
}

/** Resolves at the first state for which `holds` is true. */
function until(repair: Repair, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = repair.store.subscribe(check);
    function check(): void {
      if (!holds()) return;
      unsubscribe();
      resolve();
    }
    check();
  });
}
