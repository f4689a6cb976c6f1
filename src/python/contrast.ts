import type { Contrast } from "../domain/fixChecks";
import type { Limits } from "../domain/limits";
import type { Test } from "../domain/test";
import { InterpreterEnded, type InterpreterSource } from "./interpreter";
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

/** Seconds for one call, and for all calls of one program. */
const callSeconds = 0.1;
const programSeconds = 0.75;

/** Beyond the soft limit of a call; the first one of an interpreter imports our modules, too. */
const graceSeconds = 3;

/** So that the same fix is always tried with the same calls. */
const seed = 20_260;

/**
 * Calls the buggy program and its fix with changed inputs of the tests that passed already, one
 * program after the other. Null when there is no such call, when it was aborted, or when an
 * interpreter was lost before anything could be compared.
 *
 * @throws Error when our own machinery broke.
 */
export async function contrastFix(job: ContrastJob): Promise<Contrast | null> {
  try {
    const asks = await callsOfTests(job);
    if (asks.length === 0 || job.signal?.aborted) return null;
    const judge = await job.judges.fresh(job.signal);
    const changing = { asks, seed, count: changedCalls };
    const varied = await judge.call("vary", changing, { seconds: graceSeconds });
    // Each call twice, in two sessions: a program that differs from itself can not be compared.
    const sessions = ["before", "again"];
    const buggy = await answers(job, job.program, varied, sessions);
    const fixed = await answers(job, job.fix, varied.slice(0, buggy.length), ["after"]);
    const calls = fixed.flatMap(([after], index) => {
      const [before, again] = buggy[index] ?? [];
      const ask = varied[index];
      return ask && before && again && after ? [{ ask, before, again, after }] : [];
    });
    if (calls.length === 0) return null;
    return await judge.call("contrast", { calls }, { seconds: graceSeconds });
  } catch (error) {
    if (error instanceof InterpreterEnded) return null;
    throw error;
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

/** A program's replies to each ask, one a session, until the time is over or it is lost. */
async function answers(
  { source, limits, signal }: ContrastJob,
  program: string,
  asks: readonly Ask[],
  sessions: readonly string[],
): Promise<Reply[][]> {
  if (asks.length === 0) return [];
  const interpreter = await source.fresh(signal);
  const began = performance.now();
  const replies: Reply[][] = [];
  try {
    for (const [index, ask] of asks.entries()) {
      if (performance.now() - began > programSeconds * 1000) break;
      const own: Reply[] = [];
      for (const name of sessions) {
        const session = `${name} ${String(index)}`;
        const args = { program, session, ask, limits: { ...limits, seconds: callSeconds } };
        const seconds = callSeconds + graceSeconds;
        own.push(await interpreter.call("answer", args, { seconds, ...(signal && { signal }) }));
      }
      replies.push(own);
    }
  } catch (error) {
    // A call that hangs ends the comparison; what was answered before it counts.
    if (!(error instanceof InterpreterEnded)) throw error;
  } finally {
    interpreter.end();
  }
  return replies;
}
