import { defaultLimits } from "../domain/limits";
import type { Test } from "../domain/test";
import type { Interpreter } from "../python/interpreter";
import type { Args, Result, SearchEvent } from "../python/protocol";
import { recordTrace } from "../python/recordTrace";

export type Problem = { program: string; tests: string };

/** A candidate that passed all tests. */
export type Plausible = Extract<SearchEvent, { kind: "plausible" }>;

/** What a search of the Python engine found; `tried` are the indices of the candidates it told of. */
export type Found = { found: Plausible[]; tried: number[]; done: Result<"search"> };

const limits = { ...defaultLimits, seconds: 1, steps: 5_000, output: 20_000 };

/** From the beginning, all parts of the candidates, but not too many. */
export const start = {
  ...{ instruction: "", from: 0, skip: [], careful: false, seconds: 1, most: 400 },
  share: [0, 1] as [number, number],
};

export async function discover(interpreter: Interpreter, problem: Problem): Promise<Test[]> {
  const discovery = await interpreter.call("discover", problem, { seconds: 10 });
  if (discovery.kind !== "found") throw new Error(discovery.message);
  return discovery.tests;
}

/** Whether the program passes a test; the output of a stdin and stdout pair is compared here. */
async function passes(interpreter: Interpreter, problem: Problem, test: Test): Promise<boolean> {
  const asked = { ...problem, test: test.id, limits };
  const outcome = await interpreter.call("together", asked, { seconds: 10 });
  if (outcome.status !== "passed" || test.kind !== "stdio") return outcome.status === "passed";
  const expected = test.text.split("--- stdout\n")[1] ?? "";
  return outcome.output.trim() === expected.trim();
}

/** What the engine is asked for a problem, its outcomes and its trace found out first. */
export async function searchArgs(
  interpreter: Interpreter,
  { program, tests }: Problem,
): Promise<Args<"search">> {
  const problem = { program, tests };
  const found = await discover(interpreter, problem);
  const failing: string[] = [];
  for (const test of found) {
    if (!(await passes(interpreter, problem, test))) failing.push(test.id);
  }
  const trace = await recordTrace(interpreter, { ...problem, test: failing[0] ?? null, limits });
  return { ...problem, ...start, failing, all: found.map(({ id }) => id), trace };
}

export async function search(interpreter: Interpreter, args: Args<"search">): Promise<Found> {
  const found: Plausible[] = [];
  const tried: number[] = [];
  const onEvent = (event: SearchEvent) => {
    if (event.kind === "plausible") found.push(event);
    else if (event.kind === "trying" && event.index >= args.from) tried.push(event.index);
  };
  const done = await interpreter.call("search", args, { seconds: 120, onEvent });
  return { found, tried, done };
}

/** The patches in their order of rank. */
export async function rank(
  interpreter: Interpreter,
  args: Args<"search">,
  found: readonly Plausible[],
): Promise<Result<"rank">> {
  const { program, tests, instruction, failing, all, trace, seconds } = args;
  const problem = { program, tests, instruction, failing, all, trace, seconds };
  const patches = found.map(({ fix, edits, score, index }) => ({ fix, edits, score, index }));
  return interpreter.call("rank", { ...problem, patches, varied: true }, { seconds: 60 });
}
