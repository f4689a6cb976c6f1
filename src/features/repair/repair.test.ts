import { describe, expect, it } from "vitest";
import { visibleTo, type RepairTask } from "../../domain/engine";
import type { Contrast } from "../../domain/fixChecks";
import { defaultLimits } from "../../domain/limits";
import type { Discovery, Test, TestOutcome } from "../../domain/test";
import { noSurroundings } from "../../domain/surroundings";
import { emptyTrace } from "../../domain/trace";
import { isPlausible, isVerified } from "../../domain/verdict";
import { buildPrompt } from "../../llm/prompt";
import type { FixTask, JudgeOptions, RunOptions, Source } from "../../python/runtime";
import { FakeEngine, proposalOf } from "../../testing/fakeEngine";
import { exampleSample } from "../../testing/samples";
import { createKeptFixes, type KeptFixes } from "./keptFixes";
import { createRepair, type Repair } from "./repair";
import { findingsOf, shownFix } from "./repairState";

const sample = exampleSample();
const visibleTest = theOnly(sample.verdict.tests);

const subject: RepairTask = {
  problem: sample.problem,
  tests: sample.verdict.tests,
  outcomes: [outcomeOf(visibleTest, false)],
  trace: sample.trace,
};

function theOnly(tests: readonly Test[]): Test {
  const [test] = tests;
  if (test === undefined) throw new Error("The example has a test.");
  return test;
}

const contrast: Contrast = { compared: 0, agreed: 0, unstable: 0, examples: [] };
const heldOut = "assert largest([7, 3]) == 7  # canary-7351";
const sealedTest: Test = { ...visibleTest, text: heldOut, name: heldOut };
const sealedSubject: RepairTask = { ...subject, problem: { ...subject.problem, heldOut } };

function outcomeOf(test: Test, passed: boolean): TestOutcome {
  return {
    testId: test.id,
    status: passed ? "passed" : "failed",
    message: passed ? "" : "expected -1, got 0",
    expected: "-1",
    actual: passed ? "-1" : "0",
    output: "",
    judging: test.judging,
  };
}

/** Programs that contain "good" pass; one that contains "doctored" lost its tests. */
class FakePython {
  readonly judged: string[] = [];
  readonly sources: Source[] = [];
  readonly contrasted: string[] = [];
  readonly signals: AbortSignal[] = [];
  /** Whether each judgement was of held-out tests. */
  readonly sealed: boolean[] = [];
  readonly traced: { source: Source; testId: string | null }[] = [];
  /** Held judgements are released by the test. */
  hold: Promise<void> = Promise.resolve();

  discover = (source: Source): Promise<Discovery> => {
    if (source.tests === heldOut) return Promise.resolve({ kind: "found", tests: [sealedTest] });
    if (source.program.includes("unreadable")) {
      const message = "invalid syntax";
      return Promise.resolve({ kind: "unreadable", place: "program", line: 2, column: 0, message });
    }
    const tests = source.program.includes("doctored") ? [] : [visibleTest];
    return Promise.resolve({ kind: "found", tests });
  };

  judge = async (
    source: Source,
    tests: readonly Test[],
    options: JudgeOptions,
  ): Promise<TestOutcome[]> => {
    this.judged.push(source.program);
    this.sources.push(source);
    this.sealed.push(options.heldOut ?? false);
    await this.hold;
    if (source.tests === heldOut) {
      return tests.map((test) => outcomeOf(test, source.program.includes("very good")));
    }
    return tests.map((test) => outcomeOf(test, source.program.includes("good")));
  };

  inspect = () => Promise.resolve([]);

  contrast = (task: FixTask, passing: readonly Test[], { signal }: RunOptions) => {
    this.contrasted.push(task.fix);
    if (signal) this.signals.push(signal);
    return this.hold.then(() => ({ ...contrast, compared: passing.length }));
  };

  trace = (source: Source, testId: string | null) => {
    this.traced.push({ source, testId });
    return Promise.resolve(emptyTrace(testId, { kind: "finished" }));
  };
}

class FakeStorage {
  readonly entries = new Map<string, string>();
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => void this.entries.set(key, value);
}

function setUp(kept: KeptFixes = createKeptFixes(new FakeStorage())) {
  const python = new FakePython();
  const engines = { search: new FakeEngine(), endpoint: new FakeEngine() };
  let ids = 0;
  let time = 0;
  const repair = createRepair({
    runtime: python,
    engines,
    limits: () => defaultLimits,
    versions: () => sample.versions,
    kept,
    newId: () => `fix-${String((ids += 1))}`,
    now: () => (time += 1000),
  });
  return { python, ...engines, repair };
}

const lifecycleOf = (repair: Repair) => repair.store.getState().lifecycle;
const fixesOf = (repair: Repair) =>
  findingsOf(lifecycleOf(repair)).fixes.map((fix) => fix.proposal.fix);

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
    expect(progressOf(repair)).toEqual({ tried: 1, total: 11, note: "", secondsLeft: 10 });
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

describe("held-out tests", () => {
  it("decide which plausible fix is verified, after the visible tests and apart from them", async () => {
    const { repair, search, python } = setUp();
    const run = repair.find("search", sealedSubject);
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("bad") },
      { type: "proposal", proposal: proposalOf("good") },
      { type: "proposal", proposal: proposalOf("very good") },
      { type: "exhausted", tried: 3, note: "" },
    );
    await run;
    const verdicts = findingsOf(lifecycleOf(repair)).fixes.map(({ verdict }) => verdict);
    expect(verdicts.map(isPlausible)).toEqual([true, true]);
    expect(verdicts.map(isVerified)).toEqual([false, true]);
    expect(python.judged).toEqual(["bad", "good", "good", "very good", "very good"]);
    expect(python.sealed).toEqual([false, false, true, false, true]);
  });

  it("do not let a search end with fixes that fail them", async () => {
    const { repair, search } = setUp();
    const run = repair.find("search", sealedSubject);
    const proposals = [1, 2, 3, 4].map((n) => proposalOf(`good = ${String(n)}`));
    search.lastCall.say(...proposals.map((proposal) => ({ type: "proposal", proposal }) as const));
    search.lastCall.say({ type: "exhausted", tried: 4, note: "all tried" });
    await run;
    expect(fixesOf(repair)).toHaveLength(4);
  });

  it.each(["search", "endpoint"] as const)("are nothing that %s is told", async (engine) => {
    const { repair, ...engines } = setUp();
    const run = repair.find(engine, sealedSubject);
    engines[engine].lastCall.say(
      { type: "proposal", proposal: proposalOf("good") },
      { type: "exhausted", tried: 1, note: "" },
    );
    await run;
    const again = repair.find(engine, sealedSubject);
    engines[engine].lastCall.say({ type: "exhausted", tried: 0, note: "" });
    await again;
    expect(JSON.stringify(engines[engine].calls.map(({ request }) => request))).not.toContain(
      "canary-7351",
    );
    expect(JSON.stringify(buildPrompt(visibleTo(sealedSubject)))).not.toContain("canary-7351");
  });

  it("run with what the visible tests run with, and so does the engine", async () => {
    const surroundings = { ...noSurroundings, stdin: "7\n" };
    const problem = { ...sealedSubject.problem, surroundings };
    const { repair, search, python } = setUp();
    const run = repair.find("search", { ...sealedSubject, problem });
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("good") },
      { type: "exhausted", tried: 1, note: "" },
    );
    await run;
    expect(search.lastCall.request.problem.surroundings).toEqual(surroundings);
    expect(python.sources.map((source) => source.surroundings)).toEqual([
      surroundings,
      surroundings,
    ]);
  });

  it("that cannot be judged verify nothing, and say why", () => {
    const verdict = { ...sample.verdict, heldOut: { tests: [], outcomes: [], problem: "line 1" } };
    expect([isPlausible(verdict), isVerified(verdict)]).toEqual([true, false]);
    expect(isVerified(sample.verdict)).toBe(false);
  });
});

describe("contrasting the fix on show with the buggy program", () => {
  const found = (repair: Repair) =>
    findingsOf(lifecycleOf(repair)).fixes.map(({ verdict }) => verdict.contrast?.compared);

  it("adds to its verdict what is found, after it is shown, and keeps it", async () => {
    const kept = createKeptFixes(new FakeStorage());
    const { repair, search } = setUp(kept);
    const run = repair.find("search", subject);
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("good = 1") },
      { type: "exhausted", tried: 1, note: "" },
    );
    await run;
    await expect.poll(() => found(repair)).toEqual([0]);
    expect(kept.load(subject.problem)?.fixes[0]?.verdict.contrast).toEqual(contrast);
  });

  it("is broken off when another fix is shown", async () => {
    const { repair, search, python } = setUp();
    const run = repair.find("search", subject);
    const proposals = [1, 2].map((n) => proposalOf(`good = ${String(n)}`));
    search.lastCall.say(...proposals.map((proposal) => ({ type: "proposal", proposal }) as const));
    search.lastCall.say({ type: "exhausted", tried: 2, note: "" });
    await run;
    let release = (): void => undefined;
    python.hold = new Promise<void>((resolve) => (release = resolve));
    repair.show(1);
    await expect.poll(() => python.contrasted).toEqual(["good = 1", "good = 2"]);
    repair.show(0);
    await expect.poll(() => python.signals[1]?.aborted).toBe(true);
    release();
  });
});
