import { beforeAll, describe, expect, it } from "vitest";
import type { InjectedBug, Injection } from "../domain/injection";
import { defaultLimits } from "../domain/limits";
import { makeBugs, readCorrectPrograms } from "../testing/correctPrograms";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { sharing } from "../testing/sharedInterpreter";
import { injectWith, type InjectionTask } from "./injecting";
import { judgeTests } from "./judging";

const programs = readCorrectPrograms();
const limits = { ...defaultLimits, seconds: 2 };

let interpreter: NodeInterpreter;
let judge: NodeInterpreter;
beforeAll(async () => {
  interpreter = await NodeInterpreter.start();
  judge = await NodeInterpreter.start();
});

const inject = (task: Partial<InjectionTask>): Promise<Injection> =>
  injectWith(sharing(interpreter), {
    ...{ program: "", tests: "", instruction: "", difficulty: "easy", seed: 0, count: 3 },
    ...task,
  });

/** Ids of the tests that a program fails when they are judged as every verdict is. */
async function failing(program: string, tests: string): Promise<string[]> {
  const found = await judge.call("discover", { program, tests }, { seconds: 10 });
  if (found.kind !== "found") throw new Error(found.message);
  const { outcomes } = await judgeTests({
    program,
    tests,
    units: found.tests,
    judges: sharing(judge),
    source: sharing(interpreter),
    limits,
  });
  return outcomes.filter(({ status }) => status !== "passed").map(({ testId }) => testId);
}

describe("an injected bug", () => {
  it("of the easy level is one change that most tests show, by the judge's word too", async () => {
    const some = programs.filter((_, index) => index % 4 === 0);
    expect(some.length).toBeGreaterThanOrEqual(12);
    const bugs = await makeBugs(interpreter, some, { difficulty: "easy", count: 2 });
    expect(bugs.length).toBeGreaterThanOrEqual(some.length + 6);
    for (const bug of bugs) {
      expect(bug).toMatchObject({ difficulty: "easy", hangs: false });
      expect(bug.failing.length).toBeGreaterThan(bug.passing.length);
      expect(bug.lines).toHaveLength(1);
      expect(bug.why).toMatch(/shows it: .+\.$/);
      expect(await failing(bug.program, bug.of.tests)).toEqual(bug.failing);
    }
    expect(new Set(bugs.map(({ family }) => family)).size).toBeGreaterThanOrEqual(7);
  });

  it("of the medium level fails some test", async () => {
    const some = programs.filter((_, index) => index % 10 === 3);
    const bugs = await makeBugs(interpreter, some, { difficulty: "medium", count: 2 });
    expect(bugs.length).toBeGreaterThanOrEqual(2 * some.length - 2);
    for (const bug of bugs) {
      expect(bug).toMatchObject({ difficulty: "medium", hangs: false });
      expect(await failing(bug.program, bug.of.tests)).toEqual(bug.failing);
    }
  });

  it("of the hard level is two changes, neither of which alone mends it, or shown by one test", async () => {
    const chosen = programs.filter(({ name }) => ["running-totals", "longest-run"].includes(name));
    const bugs = await makeBugs(interpreter, chosen, { difficulty: "hard", count: 4 });
    expect(bugs.length).toBeGreaterThanOrEqual(4);
    expect(bugs.some(({ lines }) => lines.length > 1)).toBe(true);
    for (const bug of bugs) {
      expect(await failing(bug.program, bug.of.tests)).toEqual(bug.failing);
      const right = bug.of.program.split("\n");
      const wrong = bug.program.split("\n");
      if (bug.lines.length === 1) expect(bug.failing).toHaveLength(1);
      // With a line more or less, the lines of the two do not stand side by side.
      for (const line of right.length === wrong.length ? bug.lines : []) {
        if (bug.lines.length === 1) continue;
        const half = wrong.map((text, at) => (at === line - 1 ? right[at] : text)).join("\n");
        expect(await failing(half, bug.of.tests)).not.toEqual([]);
      }
    }
  });

  it("is the same for the same seed, another for another, and of varied families", async () => {
    const { program, tests } = programs.find(({ name }) => name === "merge-sorted") ?? {};
    if (program === undefined || tests === undefined) throw new Error("merge-sorted is gone");
    const bugs = async (seed: number): Promise<InjectedBug[]> => {
      const injection = await inject({ program, tests, seed });
      return injection.kind === "injected" ? injection.bugs : [];
    };
    const first = await bugs(1);
    expect(first).toHaveLength(3);
    expect(new Set(first.map(({ family }) => family)).size).toBe(3);
    expect(await bugs(1)).toEqual(first);
    expect(await bugs(2)).not.toEqual(first);
  });

  it("puts in what is a repair's reverse: shared rows, shared defaults, a lookup without a default", async () => {
    const families = async (name: string): Promise<string[]> => {
      const [of] = programs.filter((one) => one.name === name);
      if (!of) throw new Error(`no ${name}`);
      const bugs = await makeBugs(interpreter, [of], { difficulty: "medium", count: 8 });
      return bugs.map(({ family }) => family);
    };
    expect(await families("multiplication-table")).toContain("aliasing");
    expect(await families("shopping-basket")).toContain("mutable default");
    expect(await families("letter-counts")).toContain("lookup");
  });

  it("is not made of a program that fails its tests, has none, or cannot be read", async () => {
    const why = async (program: string, tests: string) => {
      const injection = await inject({ program, tests });
      return injection.kind === "refused" ? injection.why : "";
    };
    const program = "def f():\n    return 1\n";
    expect(await why(program, "assert f() == 2\nassert f() == 1")).toBe(
      "the program fails 1 of its 2 tests",
    );
    expect(await why(program, "")).toBe("there are no tests");
    expect(await why("def f(:\n", "assert f()")).toBe("the program cannot be read");
    expect(await why(program, "assert f( == 1")).toContain("the tests cannot be read");
  });
});
