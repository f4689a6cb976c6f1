import {
  visibleTo,
  type Disagreement,
  type Engine,
  type Proposal,
  type RepairTask,
} from "../domain/engine";
import { hasHoles } from "../domain/holes";
import type { Limits } from "../domain/limits";
import type { Problem } from "../domain/problem";
import type { Verdict } from "../domain/verdict";
import { prove } from "../features/repair/proof";
import type { Runtime } from "../python/runtime";
import { createSearchEngine } from "../python/search/engine";

/** What finding fixes needs of a runtime, in the page and under Node. */
export type RepairRuntime = Pick<
  Runtime,
  "discover" | "judge" | "inspect" | "trace" | "interpreters"
>;

export type RepairOptions = {
  /** Seconds that the engine may look. */
  budget: number;
  limits: Limits;
};

/** A proposal that passed all tests when it was judged apart from the engine. */
export type FoundFix = { proposal: Proposal; verdict: Verdict };

/** What became of a repair. */
export type Found = {
  kind: "searched" | "passing" | "unreadable";
  /** The best first; those that the engine takes for unlikely come last. */
  fixes: readonly FoundFix[];
  disagreements: readonly Disagreement[];
  candidates: number;
  /** Seconds that the engine looked, and until its first proposal. */
  seconds: number;
  firstSeconds: number | null;
  /** How it ended, in words. */
  note: string;
};

/** Seconds beyond the budget in which an engine may rank what it has. */
const graceSeconds = 25;

/** Fixes that are proven and told. */
const enough = 5;

const nothing = { fixes: [], disagreements: [], candidates: 0, seconds: 0, firstSeconds: null };

/** Judges a program, and where it fails has the engine look for fixes, each of which is proved. */
export async function findFixes(
  runtime: RepairRuntime,
  problem: Problem,
  options: RepairOptions,
  engine: Engine = createSearchEngine(runtime.interpreters),
): Promise<Found> {
  const { limits } = options;
  const discovery = await runtime.discover(problem);
  if (discovery.kind === "unreadable") {
    const { place, line, message } = discovery;
    const note = `Line ${String(line)} of the ${place} cannot be read: ${message}`;
    return { kind: "unreadable", ...nothing, note };
  }
  const { tests } = discovery;
  const outcomes = await runtime.judge(problem, tests, { limits });
  const unread = outcomes.find(({ status }) => status === "syntaxError");
  if (unread && !hasHoles(problem.program)) {
    const note = `The program cannot be read: ${unread.message}`;
    return { kind: "unreadable", ...nothing, note };
  }
  const failing = outcomes.find(({ status }) => status !== "passed");
  if (failing === undefined && tests.length > 0) {
    const isTested = tests.some(({ kind }) => kind !== "program");
    const why = isTested
      ? "the program passes all its tests."
      : "the program runs to its end, and there is no test of what it should do.";
    return { kind: "passing", ...nothing, note: `There is nothing to repair: ${why}` };
  }
  const trace = await runtime.trace(problem, failing?.testId ?? null, { limits });
  const task = { problem, tests, outcomes, trace };
  const { proposals, ...searched } = await search(engine, task, options);
  const fixes = [];
  for (const proposal of inRank(proposals)) {
    const verdict = await verdictOf(runtime, task, proposal, limits);
    if (verdict !== null) fixes.push({ proposal, verdict });
    if (fixes.length === enough) break;
  }
  return { kind: "searched", ...searched, fixes };
}

type Searched = Omit<Found, "kind" | "fixes"> & { proposals: readonly Proposal[] };

async function search(
  engine: Engine,
  task: RepairTask,
  { budget }: RepairOptions,
): Promise<Searched> {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  const proposals: Proposal[] = [];
  let disagreements: readonly Disagreement[] = [];
  let [candidates, note] = [0, "The budget was used up."];
  let firstSeconds: number | null = null;
  const signal = AbortSignal.timeout((budget + graceSeconds) * 1000);
  for await (const event of engine.propose(visibleTo(task), signal, { seconds: budget })) {
    if (event.type === "proposal") {
      firstSeconds ??= passed();
      proposals.push(event.proposal);
    }
    if (event.type === "disagreements") ({ disagreements } = event);
    if (event.type === "progress" || event.type === "exhausted") {
      candidates = Math.max(candidates, event.tried);
    }
    if (event.type === "exhausted") ({ note } = event);
    if (event.type === "failed") note = `${event.failure.what} ${event.failure.why}`;
  }
  return { proposals, disagreements, candidates, seconds: passed(), firstSeconds, note };
}

/** In the engine's order, but what it takes for unlikely behind the others. */
function inRank(proposals: readonly Proposal[]): Proposal[] {
  const isUnlikely = ({ confidence }: Proposal) => confidence?.grade === "unlikely";
  return [...proposals.filter((one) => !isUnlikely(one)), ...proposals.filter(isUnlikely)];
}

/** Null for a proposal that does not pass. */
async function verdictOf(
  runtime: RepairRuntime,
  { problem, tests }: RepairTask,
  { fix }: Proposal,
  limits: Limits,
): Promise<Verdict | null> {
  const { signal } = new AbortController();
  const task = { ...problem, fix, expected: tests };
  const proof = await prove(runtime, task, { limits, signal });
  return proof.kind === "proven" ? proof.verdict : null;
}
