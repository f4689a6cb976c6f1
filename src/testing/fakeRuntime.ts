import type { Contrast, HardCoding } from "../domain/fixChecks";
import type { Discovery, Test, TestOutcome } from "../domain/test";
import type { Injection } from "../domain/injection";
import { emptyTrace, type Trace } from "../domain/trace";
import type { InjectionOptions, InjectionTask } from "../python/injecting";
import type { InterpreterSource } from "../python/interpreter";
import type { JudgeOptions, RunOptions, Runtime, RuntimeState, Source } from "../python/runtime";

/** A call that waits until the test settles it. */
class Held<T> {
  readonly promise: Promise<T>;
  private resolvePromise: (value: T) => void = () => undefined;
  private rejectPromise: (error: Error) => void = () => undefined;

  constructor(
    readonly source: Source,
    readonly signal: AbortSignal | undefined,
  ) {
    this.promise = new Promise((resolve, reject) => {
      this.resolvePromise = resolve;
      this.rejectPromise = reject;
    });
  }

  /** Answers, and waits until those who asked have taken note. */
  async settle(value: T): Promise<void> {
    this.resolvePromise(value);
    await takenNote();
  }

  async fail(error: Error): Promise<void> {
    this.rejectPromise(error);
    await takenNote();
  }
}

class HeldJudge extends Held<TestOutcome[]> {
  constructor(
    source: Source,
    readonly tests: readonly Test[],
    readonly options: JudgeOptions,
  ) {
    super(source, options.signal);
  }

  report(outcome: TestOutcome): void {
    this.options.onOutcome?.(outcome);
  }
}

class HeldTrace extends Held<Trace> {
  /** What was recorded when it is stopped. */
  soFar: Trace;

  constructor(
    source: Source,
    readonly testId: string | null,
    signal: AbortSignal | undefined,
  ) {
    super(source, signal);
    this.soFar = emptyTrace(testId, { kind: "stopped" });
  }
}

class HeldInjection extends Held<Injection> {
  constructor(
    readonly task: InjectionTask,
    readonly options: InjectionOptions,
  ) {
    super(task, options.signal);
  }
}

/** Long enough for every promise that is already settled to be seen by those who wait for it. */
function takenNote(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** A test with plain values, for tests of what shows or judges tests. */
export function fakeTest(id: string, over: Partial<Test> = {}): Test {
  return {
    id,
    kind: "assert",
    name: id,
    place: "tests",
    line: 1,
    endLine: 1,
    text: `assert ${id}`,
    judging: { kind: "apart" },
    ...over,
  };
}

/** An outcome with plain values. */
export function fakeOutcome(
  testId: string,
  status: TestOutcome["status"],
  over: Partial<TestOutcome> = {},
): TestOutcome {
  return {
    testId,
    status,
    message: status === "passed" ? "" : status,
    expected: null,
    actual: null,
    output: "",
    judging: { kind: "apart" },
    ...over,
  };
}

/**
 * A `Runtime` that holds every launch until the test settles it. As the real one does, it settles
 * an aborted judgement or trace as stopped; `deaf` makes it answer late instead, as a message that
 * was already under way does.
 */
export class FakeRuntime implements Runtime {
  state: RuntimeState = { kind: "ready", versions: { pyodide: "0", python: "3" } };
  deaf = false;
  started = 0;
  readonly discovers: Held<Discovery>[] = [];
  readonly judges: HeldJudge[] = [];
  readonly traces: HeldTrace[] = [];
  readonly injections: HeldInjection[] = [];
  private readonly listeners = new Set<() => void>();

  readonly interpreters: InterpreterSource = {
    fresh: () => Promise.reject(new Error("The fake runtime has no interpreters.")),
  };

  become(state: RuntimeState): void {
    this.state = state;
    this.listeners.forEach((listener) => {
      listener();
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    this.started += 1;
  }

  discover(source: Source, signal?: AbortSignal): Promise<Discovery> {
    const held = new Held<Discovery>(source, signal);
    this.discovers.push(held);
    this.onAbort(signal, () => held.fail(new Error("aborted")));
    return held.promise;
  }

  judge(source: Source, tests: readonly Test[], options: JudgeOptions): Promise<TestOutcome[]> {
    const held = new HeldJudge(source, tests, options);
    this.judges.push(held);
    this.onAbort(options.signal, () =>
      held.settle(tests.map((test) => fakeOutcome(test.id, "stopped"))),
    );
    return held.promise;
  }

  inspect(): Promise<HardCoding[]> {
    return Promise.resolve([]);
  }

  contrast(): Promise<Contrast | null> {
    return Promise.resolve(null);
  }

  trace(source: Source, testId: string | null, options: RunOptions): Promise<Trace> {
    const held = new HeldTrace(source, testId, options.signal);
    this.traces.push(held);
    this.onAbort(options.signal, () => held.settle({ ...held.soFar, end: { kind: "stopped" } }));
    return held.promise;
  }

  inject(task: InjectionTask, options: InjectionOptions = {}): Promise<Injection> {
    const held = new HeldInjection(task, options);
    this.injections.push(held);
    this.onAbort(options.signal, () => held.fail(new Error("aborted")));
    return held.promise;
  }

  private onAbort(signal: AbortSignal | undefined, settle: () => Promise<void>): void {
    signal?.addEventListener("abort", () => {
      if (!this.deaf) void settle();
    });
  }
}
