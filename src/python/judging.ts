import type { Limits } from "../domain/limits";
import type { Judging, Test, TestOutcome } from "../domain/test";
import { boundedOutcome, faultOf } from "./edge";
import {
  InterpreterEnded,
  type CallOptions,
  type Interpreter,
  type InterpreterSource,
} from "./interpreter";
import type { Args, Ask, Method, Reply, Result, Ruling } from "./protocol";

/** Seconds beyond the soft limit before an interpreter is ended by force. */
const graceSeconds = 1;

/** More of them for an interpreter's first call, which imports our modules. */
const firstCallSeconds = 3;

/** The judge stops asking long before this; a test that passes it is given up. */
const maxRounds = 1000;

/** Less than this is no time to answer anything in. */
const leastSeconds = 0.05;

export type JudgingJob = {
  program: string;
  tests: string;
  units: readonly Test[];
  /**
   * Where judges come from; they execute test code, never the program. One that is alive when the
   * job is done is left to its owner.
   */
  judges: InterpreterSource;
  /** Where the program's interpreters come from. Those that were taken are ended with the job. */
  source: InterpreterSource;
  limits: Limits;
  /** Called as each test settles, in the order of `units`. */
  onOutcome?: (outcome: TestOutcome) => void;
  /** Called with each ask of a test that is judged apart, before it is answered. */
  onAsk?: (testId: string, ask: Ask) => void;
  signal?: AbortSignal;
};

type Judged = {
  /** One for each unit, in their order. */
  outcomes: TestOutcome[];
  /** Of the interpreters that judged; null when none was needed. */
  versions: Interpreter["versions"] | null;
};

/** Why a call gave nothing, as the outcome of the test that it was made for. */
type Lost = { kind: "lost"; status: TestOutcome["status"]; message: string };

/**
 * Judges tests against a program. Tests that are judged apart are replayed by a judge, which asks
 * the program's interpreter for each call's result; the others run beside the program, in an
 * interpreter of their own. Whatever an interpreter does, each test settles.
 *
 * @throws Error when no interpreter can be started, or the judge's own machinery broke.
 */
export async function judgeTests(job: JudgingJob): Promise<Judged> {
  const broker = new Broker(job);
  const outcomes: TestOutcome[] = [];
  try {
    for (const test of job.units) {
      const outcome = boundedOutcome(await broker.judge(test), job.limits.output);
      outcomes.push(outcome);
      job.onOutcome?.(outcome);
    }
  } finally {
    broker.end();
  }
  return { outcomes, versions: broker.versions };
}

/** An interpreter that is replaced by a fresh one after it ended. */
class Seat {
  versions: Interpreter["versions"] | null = null;
  /** How long the last call took, without the wait for the interpreter. */
  lastSeconds = 0;
  private current: Interpreter | null = null;
  private isFirstCall = true;

  constructor(
    private readonly source: InterpreterSource,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Waits until there is an interpreter. */
  async fill(): Promise<Interpreter> {
    if (!this.current?.alive) {
      this.current = await this.source.fresh(this.signal);
      this.versions = this.current.versions;
      this.isFirstCall = true;
    }
    return this.current;
  }

  async call<M extends Method>(method: M, args: Args<M>, seconds: number): Promise<Result<M>> {
    const interpreter = await this.fill();
    const allowance = this.isFirstCall ? firstCallSeconds : graceSeconds;
    this.isFirstCall = false;
    const options: CallOptions<M> = { seconds: seconds + allowance };
    if (this.signal) options.signal = this.signal;
    const began = performance.now();
    try {
      return await interpreter.call(method, args, options);
    } finally {
      this.lastSeconds = (performance.now() - began) / 1000;
    }
  }

  /** Ends the interpreter; the next call takes a fresh one. */
  empty(): void {
    this.current?.end();
    this.current = null;
  }
}

class Broker {
  private readonly judges: Seat;
  /** Never holds the tests' text. */
  private readonly answering: Seat;
  /** Holds the tests' text, so that nothing in it may answer for a test that is judged apart. */
  private readonly running: Seat;

  constructor(private readonly job: JudgingJob) {
    this.judges = new Seat(job.judges, job.signal);
    this.answering = new Seat(job.source, job.signal);
    this.running = new Seat(job.source, job.signal);
  }

  get versions(): Interpreter["versions"] | null {
    return this.answering.versions ?? this.running.versions ?? this.judges.versions;
  }

  end(): void {
    this.answering.empty();
    this.running.empty();
  }

  async judge(test: Test): Promise<TestOutcome> {
    if (this.job.signal?.aborted) return lost(test, stopped);
    return test.judging.kind === "apart"
      ? this.judgeApart(test)
      : this.judgeTogether(test, test.judging);
  }

  private async judgeApart(test: Test): Promise<TestOutcome> {
    const replies: Reply[] = [];
    let secondsLeft = this.job.limits.seconds;
    for (let round = 0; round < maxRounds; round += 1) {
      const ruling = await this.rule(test, replies);
      if (ruling.kind === "lost") return lost(test, ruling);
      if (ruling.kind === "settled") return { ...ruling.outcome, testId: test.id };
      if (ruling.kind === "declined") {
        return this.judgeTogether(test, { kind: "together", reason: ruling.reason });
      }
      this.job.onAsk?.(test.id, ruling.ask);
      const reply = await this.answer(test, ruling, Math.max(secondsLeft, leastSeconds));
      if (reply.kind === "lost") return lost(test, reply);
      secondsLeft -= this.answering.lastSeconds;
      replies.push(reply);
    }
    return lost(test, crashed("the test calls the program without end"));
  }

  private async judgeTogether(test: Test, judging: Judging): Promise<TestOutcome> {
    const { program, tests, limits } = this.job;
    const outcome = await this.attempt(
      this.running,
      () =>
        this.running.call("together", { program, tests, test: test.id, limits }, limits.seconds),
      { timedOut: this.tooLong, died: "the interpreter ended" },
    );
    if ("kind" in outcome) return { ...lost(test, outcome), judging };
    return { ...outcome, testId: test.id, judging };
  }

  private async rule(test: Test, replies: Reply[]): Promise<Ruling | Lost> {
    const { program, tests, limits } = this.job;
    const rulings = await this.attempt(
      this.judges,
      () =>
        this.judges.call(
          "judge",
          { program, tests, cases: [{ test: test.id, replies }], seconds: limits.seconds },
          limits.seconds,
        ),
      {
        timedOut: `the test's own code ${this.tooLong}`,
        died: "the interpreter that judges the tests ended",
      },
    );
    if ("kind" in rulings) return rulings;
    const own = rulings.find((each) => each.test === test.id);
    return own?.ruling ?? crashed("the judge gave no ruling for this test");
  }

  private async answer(
    test: Test,
    { ask, program = this.job.program }: Extract<Ruling, { kind: "asks" }>,
    seconds: number,
  ): Promise<Reply | Lost> {
    const { limits } = this.job;
    const reply = await this.attempt(
      this.answering,
      () =>
        this.answering.call(
          "answer",
          { program, session: test.id, ask, limits: { ...limits, seconds } },
          seconds,
        ),
      { timedOut: this.tooLong, died: "the interpreter ended" },
    );
    const ranOut = reply.kind === "ended" && reply.status === "timedOut";
    return ranOut ? { ...reply, message: this.tooLong } : reply;
  }

  private get tooLong(): string {
    return `did not finish within ${String(this.job.limits.seconds)} s`;
  }

  /** What `call` gives, or why it gave nothing. After a loss the seat is empty. */
  private async attempt<T>(
    seat: Seat,
    call: () => Promise<T>,
    words: { timedOut: string; died: string },
  ): Promise<T | Lost> {
    try {
      await seat.fill();
    } catch (error) {
      if (this.job.signal?.aborted) return stopped;
      throw error;
    }
    try {
      return await call();
    } catch (error) {
      seat.empty();
      if (this.job.signal?.aborted) return stopped;
      if (!(error instanceof InterpreterEnded)) {
        if (seat === this.judges) throw error;
        // The program shares its interpreter with what answers for it, and may have broken that.
        return crashed(`the interpreter gave an answer that makes no sense: ${faultOf(error)}`);
      }
      if (error.end.kind === "timedOut") {
        return { kind: "lost", status: "timedOut", message: words.timedOut };
      }
      const why = error.end.kind === "died" ? error.end.message : "it was ended from outside";
      return crashed(`${words.died}: ${why}`);
    }
  }
}

const stopped: Lost = { kind: "lost", status: "stopped", message: "stopped before it was judged" };

function crashed(message: string): Lost {
  return { kind: "lost", status: "crashed", message };
}

function lost(test: Test, { status, message }: Lost): TestOutcome {
  return {
    testId: test.id,
    status,
    message,
    expected: null,
    actual: null,
    output: "",
    judging: test.judging,
  };
}
