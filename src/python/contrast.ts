import type { Contrast } from "../domain/fixChecks";
import type { Limits } from "../domain/limits";
import type { Test } from "../domain/test";
import { InterpreterEnded, type Interpreter, type InterpreterSource } from "./interpreter";
import { judgeTests } from "./judging";
import type { Ask, Reply } from "./protocol";

export type ContrastJob = {
  /** The buggy program. */
  program: string;
  fix: string;
  tests: string;
  /** The tests that the buggy program passes already. */
  passing: readonly Test[];
  /** Reads and replays tests; never executes a program. */
  judges: InterpreterSource;
  /** Where the two programs' interpreters come from; those taken are ended with the job. */
  source: InterpreterSource;
  limits: Limits;
  signal?: AbortSignal;
};

/** How many changed calls are compared, and from how many calls of the tests they are made. */
const changedCalls = 40;
const recordedCalls = 40;

/** Seconds for one call of one program, and for all of them. */
const callSeconds = 0.1;
const allSeconds = 1.5;

/** Beyond the soft limit of a call; the first one of an interpreter imports our modules, too. */
const graceSeconds = 3;

/** So that the same fix is always tried with the same calls. */
const seed = 20_260;

type AnsweredCall = { ask: Ask; before: Reply; again: Reply; after: Reply };

/**
 * Calls the buggy program and its fix with changed inputs of the tests that passed already. Null
 * when there is no such call, when it was aborted, or when an interpreter was lost.
 *
 * @throws Error when our own machinery broke.
 */
export async function contrastFix(job: ContrastJob): Promise<Contrast | null> {
  const asks = await callsOfTests(job);
  if (asks.length === 0 || job.signal?.aborted) return null;
  const judge = await job.judges.fresh(job.signal);
  const taken: Interpreter[] = [];
  try {
    const varied = await judge.call(
      "vary",
      { asks, seed, count: changedCalls },
      { seconds: graceSeconds },
    );
    if (varied.length === 0) return null;
    taken.push(await job.source.fresh(job.signal), await job.source.fresh(job.signal));
    const [first, second] = taken;
    if (!first || !second) return null;
    const calls = await answerAll(job, varied, first, second);
    if (calls.length === 0) return null;
    return await judge.call("contrast", { calls }, { seconds: graceSeconds });
  } catch (error) {
    if (error instanceof InterpreterEnded) return null;
    throw error;
  } finally {
    for (const interpreter of taken) interpreter.end();
  }
}

/** The plain calls that the passing tests make of the buggy program. */
async function callsOfTests(job: ContrastJob): Promise<Ask[]> {
  const { program, tests, judges, source, limits, signal } = job;
  const units = job.passing.filter(({ judging }) => judging.kind === "apart");
  const asks: Ask[] = [];
  await judgeTests({
    program,
    tests,
    units,
    judges,
    source,
    limits,
    onAsk: (_, ask) => {
      if (ask.kind === "call" && asks.length < recordedCalls) asks.push(ask);
    },
    ...(signal && { signal }),
  });
  return asks;
}

/** The answers of both programs, until the time is over or one of the interpreters is lost. */
async function answerAll(
  { program, fix, limits, signal }: ContrastJob,
  asks: readonly Ask[],
  buggy: Interpreter,
  fixed: Interpreter,
): Promise<AnsweredCall[]> {
  const began = performance.now();
  const calls: AnsweredCall[] = [];
  const answer = (interpreter: Interpreter, text: string, session: string, ask: Ask) =>
    interpreter.call(
      "answer",
      { program: text, session, ask, limits: { ...limits, seconds: callSeconds } },
      { seconds: callSeconds + graceSeconds, ...(signal && { signal }) },
    );
  try {
    for (const [index, ask] of asks.entries()) {
      if (performance.now() - began > allSeconds * 1000) break;
      const before = await answer(buggy, program, `first ${String(index)}`, ask);
      const again = await answer(buggy, program, `second ${String(index)}`, ask);
      const after = await answer(fixed, fix, `first ${String(index)}`, ask);
      calls.push({ ask, before, again, after });
    }
  } catch (error) {
    // A call that hangs ends the comparison; what was compared before it counts.
    if (!(error instanceof InterpreterEnded)) throw error;
  }
  return calls;
}
