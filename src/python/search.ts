import { condense } from "../domain/condense";
import type { Engine, EngineEvent, EngineFailure, RepairRequest } from "../domain/engine";
import { EventQueue } from "./eventQueue";
import { InterpreterEnded, type InterpreterSource } from "./interpreter";
import type { Args, Result, SearchEvent } from "./protocol";
import { surrounding } from "./surrounded";

/** Named in every sample that the search made. */
const searchVersion = "single edits 1";

/** Of how many steps of the trace each is sent; rationales speak of the first and the last ones. */
const sentSteps = 5_000;

export type SearchLimits = {
  /** Seconds for one test of one candidate. */
  testSeconds: number;
  /** Seconds without a sign of life after which a candidate is skipped and its interpreter ended. */
  hangSeconds: number;
  /** Seconds for one interpreter's share of the search. */
  seconds: number;
  /** Interpreters that may hang or die before the search gives up. */
  hangs: number;
  /** Fixes after which it stops. */
  fixes: number;
  /** Milliseconds between two reports of progress. */
  reportEvery: number;
};

const defaultSearchLimits: SearchLimits = {
  testSeconds: 1,
  hangSeconds: 4,
  seconds: 600,
  hangs: 20,
  fixes: 5,
  reportEvery: 100,
};

/** How many times longer a search may be silent that said nothing at its first try. */
const slowMachine = 4;

/**
 * The built-in engine: single edits of the program, tried against the tests in interpreters of
 * `source`. A candidate that hangs or kills its interpreter costs that interpreter only.
 */
export function createSearchEngine(
  source: InterpreterSource,
  limits: Partial<SearchLimits> = {},
): Engine {
  const all = { ...defaultSearchLimits, ...limits };
  return {
    propose: (request, signal) =>
      propose(surrounding(source, request.problem), all, request, signal),
  };
}

/** How far a search has come. */
type Standing = {
  index: number;
  total: number;
  fixes: number;
  /** The index of the last one. */
  foundAt: number;
  reportedAt: number;
};

async function* propose(
  source: InterpreterSource,
  limits: SearchLimits,
  request: RepairRequest,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  const failure = obstacle(request);
  if (failure) {
    yield { type: "failed", failure };
    return;
  }
  const standing: Standing = {
    index: -1,
    total: 0,
    fixes: 0,
    foundAt: -1,
    reportedAt: -Infinity,
  };
  let patience = 1;
  let hangs = 0;
  let careful = false;
  while (!signal.aborted) {
    const from = standing.index + 1;
    const args = { ...searchArgs(request, limits), from, careful };
    const patient = { ...limits, hangSeconds: limits.hangSeconds * patience };
    const end = yield* searchOnce(source, args, patient, standing, signal);
    if (end === "aborted") return;
    if (end !== "hung") {
      const tried = end.tried;
      if (end.total > 0) yield { type: "progress", tried, total: end.total, note: searchVersion };
      yield { type: "exhausted", tried, note: closingNote(tried, standing.fixes) };
      return;
    }
    if (standing.index < from && patience === 1) {
      // A slow machine may need longer to watch the tests before it comes to a candidate.
      patience = slowMachine;
      continue;
    }
    patience = 1;
    if (hangs >= limits.hangs || standing.index < from) {
      yield { type: "failed", failure: unreachable(standing) };
      return;
    }
    if (careful) hangs += 1;
    // It was the last candidate that was told, or one soon after it.
    else standing.index = Math.max(standing.index - 1, standing.foundAt);
    careful = !careful;
  }
}

/** One interpreter's share of the search: until it is through, or hangs, or is aborted. */
async function* searchOnce(
  source: InterpreterSource,
  args: Args<"search">,
  limits: SearchLimits,
  standing: Standing,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, Result<"search"> | "hung" | "aborted"> {
  const interpreter = await source.fresh(signal).catch(endedOrThrow);
  if (interpreter === null) return signal.aborted ? "aborted" : "hung";
  try {
    const queue = new EventQueue<SearchEvent>();
    const call = interpreter
      .call("search", args, {
        seconds: limits.seconds,
        silenceSeconds: limits.hangSeconds,
        signal,
        onEvent: (event) => {
          queue.push(event);
        },
      })
      .catch(endedOrThrow)
      .finally(() => {
        queue.close();
      });
    // It is awaited after the events; until then a failure must not count as unhandled.
    call.catch(() => undefined);
    for await (const event of queue) {
      if (signal.aborted) break;
      const said = heard(event, standing, limits);
      if (said) yield said;
      if (standing.fixes >= limits.fixes) {
        interpreter.end();
        return { tried: standing.index + 1, total: standing.total };
      }
    }
    const result = await call;
    if (signal.aborted) return "aborted";
    return result ?? "hung";
  } finally {
    interpreter.end();
  }
}

/** Takes in what the search said; gives what the app is told of it, if anything. */
function heard(event: SearchEvent, standing: Standing, limits: SearchLimits): EngineEvent | null {
  standing.index = event.index;
  if (event.kind === "found") {
    standing.fixes += 1;
    standing.foundAt = event.index;
    const { rationale, fix } = event;
    const engine = { name: "search" as const, detail: searchVersion };
    return { type: "proposal", proposal: { rationale, fix, prompt: null, engine } };
  }
  standing.total = event.total;
  const now = performance.now();
  if (event.total === 0 || now - standing.reportedAt < limits.reportEvery) return null;
  standing.reportedAt = now;
  return { type: "progress", tried: event.index, total: event.total, note: searchVersion };
}

function endedOrThrow(error: unknown): null {
  if (error instanceof InterpreterEnded) return null;
  throw error;
}

function searchArgs(
  request: RepairRequest,
  limits: SearchLimits,
): Omit<Args<"search">, "from" | "careful"> {
  const { problem, tests, outcomes, trace } = request;
  const { program, instruction } = problem;
  return {
    program,
    tests: problem.tests,
    instruction,
    failing: outcomes.filter(({ status }) => status !== "passed").map(({ testId }) => testId),
    all: tests.map(({ id }) => id),
    trace: condense(trace, sentSteps),
    seconds: limits.testSeconds,
  };
}

/** Why there is nothing to search, or null. */
function obstacle({ outcomes, trace }: RepairRequest): EngineFailure | null {
  if (outcomes.length === 0) {
    return {
      what: "There is no test to repair the program against.",
      why: "The search keeps an edit only if all tests pass with it.",
      tryThis: "Add a test that shows what should happen, run it, and search again.",
    };
  }
  if (trace.end.kind === "syntaxError" || outcomes.some(isSyntaxError)) {
    return {
      what: "The program cannot be searched yet.",
      why: "It has a syntax error, and the search edits programs that Python can read.",
      tryThis: "Correct the marked line, or choose the endpoint engine, then try again.",
    };
  }
  if (outcomes.every(({ status }) => status === "passed")) {
    return {
      what: "There is nothing to repair.",
      why: "The program passes all its tests.",
      tryThis: "Add a test that shows what goes wrong, run it, and search again.",
    };
  }
  return null;
}

const isSyntaxError = ({ status }: { status: string }) => status === "syntaxError";

function unreachable(standing: Standing): EngineFailure {
  const began = standing.index >= 0;
  return {
    what: began ? "The search was given up." : "The search could not begin.",
    why: began
      ? "Too many variants of this program hang or crash Python itself."
      : "The program hangs or crashes Python itself, so that its tests could not be watched.",
    tryThis: "Use smaller inputs in the tests, or choose the endpoint engine.",
  };
}

const count = new Intl.NumberFormat("en");

function closingNote(tried: number, fixes: number): string {
  const edits = tried === 1 ? "1 single edit" : `${count.format(tried)} single edits`;
  if (fixes === 0) {
    return `Tried ${edits}; none passes all tests. The program may need more than one change: choose the endpoint engine, or change what you can and search again.`;
  }
  return `Tried ${edits}; ${fixes === 1 ? "1 passes" : `${count.format(fixes)} pass`} all tests.`;
}
