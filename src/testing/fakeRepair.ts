import type { RepairTask } from "../domain/engine";
import type { Contrast } from "../domain/fixChecks";
import { defaultLimits } from "../domain/limits";
import type { Discovery, Test, TestOutcome } from "../domain/test";
import { emptyTrace } from "../domain/trace";
import type { FixTask, JudgeOptions, RunOptions, Source } from "../python/runtime";
import { FakeEngine } from "./fakeEngine";
import { exampleSample } from "./samples";
import { createKeptFixes, type KeptFixes } from "../features/repair/keptFixes";
import { createRepair, type Repair } from "../features/repair/repair";
import { findingsOf } from "../features/repair/repairState";

export const sample = exampleSample();
const visibleTest = theOnly(sample.verdict.tests);

export const subject: RepairTask = {
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

export const contrast: Contrast = { compared: 0, agreed: 0, unstable: 0, examples: [] };
const heldOut = "assert largest([7, 3]) == 7  # canary-7351";
const sealedTest: Test = { ...visibleTest, text: heldOut, name: heldOut };
export const sealedSubject: RepairTask = { ...subject, problem: { ...subject.problem, heldOut } };

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

export class FakeStorage {
  readonly entries = new Map<string, string>();
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => void this.entries.set(key, value);
}

/** A repair over fakes that a test steers. */
export function setUp(kept: KeptFixes = createKeptFixes(new FakeStorage())) {
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
    seconds: () => 10,
    newId: () => `fix-${String((ids += 1))}`,
    now: () => (time += 1000),
  });
  return { python, ...engines, repair };
}

export const lifecycleOf = (repair: Repair) => repair.store.getState().lifecycle;
export const fixesOf = (repair: Repair) =>
  findingsOf(lifecycleOf(repair)).fixes.map((fix) => fix.proposal.fix);
