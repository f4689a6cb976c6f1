import type {
  Engine,
  EngineEvent,
  EngineFailure,
  ProposeOptions,
  RepairRequest,
} from "../../domain/engine";
import { EventQueue } from "../eventQueue";
import type { InterpreterSource } from "../interpreter";
import { surrounding } from "../surrounded";
import { Findings } from "./findings";
import { defaultSearchLimits, type SearchLimits } from "./limits";
import { rankPatches } from "./ranking";
import { searchShare, type EndOfShare } from "./share";
import { closingNote, obstacle, progressNote, searchVersion, unreachable } from "./words";

/**
 * The built-in engine: edits of the program, tried against the tests in as many interpreters as
 * `source` serves at once. What passes is ranked when the time is over, or when the search has gone
 * on for a while after the first patch.
 */
export function createSearchEngine(
  source: InterpreterSource,
  limits: Partial<SearchLimits> = {},
): Engine {
  const all = { ...defaultSearchLimits, ...limits };
  return {
    propose: (request, signal, options) => propose(source, all, request, signal, options ?? {}),
  };
}

async function* propose(
  source: InterpreterSource,
  limits: SearchLimits,
  request: RepairRequest,
  signal: AbortSignal,
  options: ProposeOptions,
): AsyncGenerator<EngineEvent> {
  const failure = obstacle(request);
  if (failure) {
    yield { type: "failed", failure };
    return;
  }
  const findings = new Findings(limits, options);
  const prepared = surrounding(source, request.problem);
  const enough = new AbortController();
  const leaving = () => {
    enough.abort();
  };
  signal.addEventListener("abort", leaving);
  try {
    const parts = Math.max(1, source.slots ?? 1);
    const ends = yield* searched(prepared, parts, limits, request, findings, enough);
    if (signal.aborted) return;
    const givenUp = unsuccessful(ends, findings);
    if (givenUp) {
      yield { type: "failed", failure: givenUp };
      return;
    }
    yield { ...findings.progress(), note: progressNote };
    yield* ranked(prepared, limits, request, findings, signal);
  } finally {
    enough.abort();
    signal.removeEventListener("abort", leaving);
  }
}

/** Tries candidates in all parts at once, until they are through or what is found is enough. */
async function* searched(
  source: InterpreterSource,
  parts: number,
  limits: SearchLimits,
  request: RepairRequest,
  findings: Findings,
  enough: AbortController,
): AsyncGenerator<EngineEvent, EndOfShare[]> {
  const queue = new EventQueue<EngineEvent>();
  const { signal } = enough;
  const timer = setTimeout(() => {
    enough.abort();
  }, findings.seconds * 1000);
  const shares = Array.from({ length: parts }, (_, part) =>
    searchShare({
      ...{ source, request, limits, signal, share: [part, parts] },
      onEvent: (event) => {
        for (const said of findings.take(part, event)) queue.push(said);
        if (findings.isEnough()) enough.abort();
      },
    }),
  );
  const all = Promise.all(shares).finally(() => {
    clearTimeout(timer);
    queue.close();
  });
  // It is awaited after the events; until then a failure must not count as unhandled.
  all.catch(() => undefined);
  try {
    yield* queue;
    return await all;
  } finally {
    clearTimeout(timer);
  }
}

async function* ranked(
  source: InterpreterSource,
  limits: SearchLimits,
  request: RepairRequest,
  findings: Findings,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  const { tried } = findings.progress();
  if (findings.patches.length > 0) {
    const { patches, disagreements } = await rankPatches(
      source,
      request,
      findings.patches,
      limits,
      signal,
    );
    if (signal.aborted) return;
    if (disagreements.length > 0) yield { type: "disagreements", disagreements };
    for (const { fix, rationale, confidence } of patches) {
      const engine = { name: "search" as const, detail: searchVersion };
      const proposal = { rationale, fix, prompt: null, engine, ...(confidence && { confidence }) };
      yield { type: "proposal", proposal };
    }
  }
  yield { type: "exhausted", tried, note: closingNote(tried, findings.patches.length) };
}

/** Why nothing was found, where that is not for want of a patch; else null. */
function unsuccessful(ends: readonly EndOfShare[], findings: Findings): EngineFailure | null {
  if (findings.patches.length > 0) return null;
  const givenUp = ends.filter((end) => end.kind === "gaveUp");
  if (givenUp.length < ends.length || ends.length === 0) return null;
  return unreachable(givenUp.some(({ begun }) => begun));
}
