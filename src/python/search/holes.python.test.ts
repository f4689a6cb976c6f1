import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../../domain/limits";
import { NodeInterpreter } from "../../testing/nodeInterpreter";
import type { Args, SearchEvent } from "../protocol";
import { recordTrace } from "../recordTrace";

const limits = { ...defaultLimits, seconds: 1, steps: 5_000, output: 20_000 };

let interpreter: NodeInterpreter;
beforeAll(async () => {
  interpreter = await NodeInterpreter.start();
});

type Problem = { program: string; tests: string };
type Found = Extract<SearchEvent, { kind: "plausible" }>;

async function searchArgs(problem: Problem, most: number): Promise<Args<"search">> {
  const discovery = await interpreter.call("discover", problem, { seconds: 10 });
  if (discovery.kind !== "found") throw new Error(discovery.message);
  const all = discovery.tests.map(({ id }) => id);
  const trace = await recordTrace(interpreter, { ...problem, test: all[0] ?? null, limits });
  return {
    ...{ ...problem, failing: all, all, trace, most },
    ...{ instruction: "", from: 0, skip: [], careful: false, seconds: 1, share: [0, 1] },
  };
}

/** All that fills the holes among the first candidates. */
async function filled(problem: Problem, most = 1_500): Promise<Found[]> {
  const found: Found[] = [];
  await interpreter.call("search", await searchArgs(problem, most), {
    seconds: 120,
    onEvent: (event) => {
      if (event.kind === "plausible") found.push(event);
    },
  });
  return found;
}

const fixes = (found: readonly Found[]) => found.map(({ fix }) => fix);

describe("x", () => {
  it("probe", async () => {
    const cases: Problem[] = JSON.parse(process.env.CASES ?? "[]") as Problem[];
    for (const one of cases) {
      process.stderr.write(one.program); const t = performance.now();
      let at = 0;
      const found: string[] = [];
      const args = await searchArgs(one, 4000);
      const r = await interpreter.call("search", args, { seconds: 120, onEvent: (e) => {
        if (e.kind === "plausible" ) { found.push(e.index+":"+e.edits.map((x)=>x.replacement).join(" | ")); at ||= performance.now() - t; }
      }});
      console.log(one.program, "\n=>", found.length, found.slice(0,12), "first ms", Math.round(at), "total", Math.round(performance.now()-t), r);
    }
  }, 200000);
});
