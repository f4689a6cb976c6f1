import { condense } from "../../domain/condense";
import type { RepairRequest } from "../../domain/engine";
import { InterpreterEnded, type InterpreterSource } from "../interpreter";
import type { Args, SearchEvent } from "../protocol";
import type { SearchLimits } from "./limits";

/** Of how many steps of the trace each is sent; rationales speak of the first and the last ones. */
const sentSteps = 5_000;

/** Seconds that no search lasts: the caller ends it. */
const longest = 86_400;

/** How many times longer a search may be silent that said nothing at its first try. */
const slowMachine = 4;

/** How one interpreter's share of a search ended; `begun` tells whether a candidate was tried. */
export type EndOfShare = { kind: "exhausted" } | { kind: "gaveUp"; begun: boolean };

export type ShareOfSearch = {
  source: InterpreterSource;
  request: RepairRequest;
  /** Which of how many parts of the candidates. */
  share: readonly [part: number, parts: number];
  limits: SearchLimits;
  signal: AbortSignal;
  onEvent: (event: SearchEvent) => void;
};

/** What every call for the same request has in common. */
export function problemArgs(
  { problem, tests, outcomes, trace }: RepairRequest,
  limits: Pick<SearchLimits, "testSeconds">,
): Omit<Args<"rank">, "patches" | "varied"> {
  return {
    program: problem.program,
    tests: problem.tests,
    instruction: problem.instruction,
    failing: outcomes.filter(({ status }) => status !== "passed").map(({ testId }) => testId),
    all: tests.map(({ id }) => id),
    trace: condense(trace, sentSteps),
    seconds: limits.testSeconds,
  };
}

/**
 * Goes through one share of the candidates. One that hangs or kills its interpreter costs that
 * interpreter only: another goes on where it stood, first with care, to learn which it was. After an
 * abort the end means nothing.
 */
export async function searchShare(work: ShareOfSearch): Promise<EndOfShare> {
  const { limits, signal } = work;
  const standing = { index: -1, foundAt: -1 };
  const skip: number[] = [];
  let from = 0;
  let patience = 1;
  let careful = false;
  while (!signal.aborted) {
    const silence = limits.hangSeconds * patience;
    if (
      (await searchOnce(work, { from, careful, skip: [...skip] }, silence, standing)) === "through"
    )
      break;
    if (standing.index < from && patience === 1) {
      // A slow machine may need longer to watch the tests before it comes to a candidate.
      patience = slowMachine;
      continue;
    }
    patience = 1;
    if (skip.length >= limits.hangs || standing.index < from) {
      return { kind: "gaveUp", begun: standing.index >= 0 };
    }
    if (careful) {
      skip.push(standing.index);
      from = standing.index + 1;
    } else {
      // It was the last candidate that was told, or one soon after it.
      from = Math.max(standing.index, standing.foundAt + 1);
    }
    standing.index = from - 1;
    careful = !careful;
  }
  return { kind: "exhausted" };
}

type Standing = {
  index: number;
  /** The index of the last patch that was found. */
  foundAt: number;
};

async function searchOnce(
  { source, request, share, limits, signal, onEvent }: ShareOfSearch,
  place: Pick<Args<"search">, "from" | "careful" | "skip">,
  silenceSeconds: number,
  standing: Standing,
): Promise<"through" | "broken off"> {
  const [part, parts] = share;
  const most = limits.candidates;
  const args: Args<"search"> = {
    ...problemArgs(request, limits),
    ...{ ...place, share: [part, parts], most },
  };
  let interpreter;
  try {
    interpreter = await source.fresh(signal);
    await interpreter.call("search", args, {
      seconds: longest,
      silenceSeconds,
      signal,
      onEvent: (event) => {
        if (event.kind !== "suspicion") standing.index = event.index;
        if (event.kind === "plausible") standing.foundAt = event.index;
        if (!signal.aborted) onEvent(event);
      },
    });
    return "through";
  } catch (error) {
    if (error instanceof InterpreterEnded) return "broken off";
    throw error;
  } finally {
    interpreter?.end();
  }
}
