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
async function filled(args: Args<"search">): Promise<Found[]> {
  const found: Found[] = [];
  await interpreter.call("search", args, {
    seconds: 120,
    onEvent: (event) => {
      if (event.kind === "plausible") found.push(event);
    },
  });
  return found;
}

/** The programs that pass among the first candidates. */
async function fixes(problem: Problem, most = 90): Promise<string[]> {
  return (await filled(await searchArgs(problem, most))).map(({ fix }) => fix);
}

/** A program and one like it with something else in its hole. */
const put = (program: string, ...fillings: string[]): string =>
  fillings.reduce((text, filling) => text.replace("??", () => filling), program);

const largest = (start: string, condition: string): Problem => ({
  program: `def largest(xs):\n    best = ${start}\n    for x in xs:\n        if ${condition}:\n            best = x\n    return best\n`,
  tests:
    "assert largest([3, 1, 2]) == 3\nassert largest([-3, -2]) == -2\nassert largest([1, 7, 4]) == 7\n",
});
const total = (statement: string): Problem => ({
  program: `def total(xs):\n    total = 0\n    for x in xs:\n        ${statement}\n    return total\n`,
  tests: "assert total([3, 1, 2]) == 6\nassert total([]) == 0\nassert total([1, 7]) == 8\n",
});

describe("a hole of one kind", () => {
  it("of an expression is filled with a term in scope", async () => {
    const problem = largest("??", "x > best");
    expect(await fixes(problem)).toContain(put(problem.program, "xs[0]"));
  });

  it("of an expression is filled with what recorded values lead to", async () => {
    const program = "def mean(xs):\n    return ??\n";
    const tests =
      "assert mean([1, 2]) == 1.5\nassert mean([4]) == 4\nassert mean([1, 3, 5]) == 3\n";
    expect(await fixes({ program, tests }, 60)).toEqual([put(program, "sum(xs) / len(xs)")]);
  });

  it("of a condition is filled with a comparison", async () => {
    const problem = largest("xs[0]", "??");
    expect((await fixes(problem))[0]).toBe(put(problem.program, "x > best"));
  });

  it("of a condition of a comprehension too", async () => {
    const program = "def evens(xs):\n    return [x for x in xs if ??]\n";
    const tests = "assert evens([1, 2, 3, 4]) == [2, 4]\nassert evens([7, 10]) == [10]\n";
    expect(await fixes({ program, tests }, 100)).toContain(put(program, "x % 2 == 0"));
  });

  it("of an operator is filled with each that fits there", async () => {
    const program = "def f(a, b):\n    return a ?? b + 1\n";
    const tests = "assert f(2, 3) == 7\nassert f(0, 5) == 1\nassert f(4, 1) == 5\n";
    expect(await fixes({ program, tests }, 60)).toEqual([put(program, "*")]);
    const member = "def f(a, b):\n    return a??b\n";
    const asked = "assert f(2, [2]) is True\nassert f('a', 'bc') is False\n";
    expect(await fixes({ program: member, tests: asked }, 60)).toEqual([put(member, " in ")]);
  });

  it("of an updating operator is filled with an arithmetic one", async () => {
    const problem = total("total ??= x");
    expect(await fixes(problem, 60)).toEqual([put(problem.program, "+")]);
  });

  it("of a statement is filled with a statement", async () => {
    const problem = total("??");
    expect((await fixes(problem))[0]).toBe(put(problem.program, "total += x"));
  });

  it("of a statement is filled with what sets a name that nothing else sets", async () => {
    const program =
      "def f(xs):\n    ??\n    for x in xs:\n        found.append(x)\n    return found\n";
    const tests = "assert f([1, 2]) == [1, 2]\nassert f([]) == []\n";
    expect(await fixes({ program, tests }, 200)).toContain(put(program, "found = []"));
  });
});

describe("several holes", () => {
  it("are filled together", async () => {
    const { tests } = largest("", "");
    const program = largest("??", "x ?? best").program;
    expect(await fixes({ program, tests }, 400)).toContain(put(program, "xs[0]", ">"));
  });

  it("are filled together in one expression", async () => {
    const program = "def f(a, b):\n    return a ?? ??\n";
    const tests = "assert f(2, 3) == -1\nassert f(10, 4) == 6\nassert f(1, 1) == 0\n";
    expect(await fixes({ program, tests }, 400)).toContain(put(program, "-", "b"));
  });
});

describe("whatever the holes are", () => {
  it("all else stays byte for byte", async () => {
    const program =
      "# ?? é\r\ndef  largest( xs ) :\r\n\tbest = ??  # a hole \u{1F600}\r\n\tfor x in xs :\r\n\t\tif x>best : best=x\r\n\treturn  best";
    const { tests } = largest("", "");
    const hole = program.lastIndexOf("??");
    expect(await fixes({ program, tests })).toContain(
      `${program.slice(0, hole)}xs[0]${program.slice(hole + 2)}`,
    );
  });

  it("nothing is found where nothing fits", async () => {
    const program = "def f(a):\n    return a ?? 1\n";
    expect(await fixes({ program, tests: "assert f(1) == 'never'\n" })).toEqual([]);
  });

  it("question marks in strings and comments are none", async () => {
    const program = 'def f(a):  # ??\n    return a + "??"\n';
    const args = await searchArgs({ program, tests: 'assert f("a") == "??a"\n' }, 250);
    const found = await filled(args);
    expect(found.map(({ fix }) => fix)).toContain('def f(a):  # ??\n    return "??" + a\n');
  });

  it("a text with another mistake is left alone", async () => {
    const program = "def f(a:\n    return ??\n";
    expect(await fixes({ program, tests: "assert f(1) == 1\n" })).toEqual([]);
  });
});

describe("what people are told", () => {
  it("is that a line has a hole, not that Python cannot read it", async () => {
    const { trace } = await searchArgs(largest("??", "x ?? best"), 0);
    expect(trace.end).toMatchObject({
      kind: "syntaxError",
      explanation: {
        title: "Line 2 has a hole (`??`)",
        happened: expect.stringContaining("one more") as string,
        at: { line: 2, column: 11, endColumn: 13 },
      },
    });
  });

  it("is what stands in the hole and what that does", async () => {
    const args = await searchArgs(largest("xs[0]", "??"), 60);
    const [found] = await filled(args);
    if (!found) throw new Error("nothing was found");
    const { program, tests, instruction, failing, all, trace, seconds } = args;
    const { patches } = await interpreter.call(
      "rank",
      {
        ...{ program, tests, instruction, failing, all, trace, seconds, varied: true },
        patches: [{ fix: found.fix, edits: found.edits, score: found.score, index: found.index }],
      },
      { seconds: 60 },
    );
    expect(patches[0]?.fix).toBe(put(program, "x > best"));
    expect(patches[0]?.rationale).toBe(
      "Line 4: `??` is `x > best`.\n\nWith it, `largest([3, 1, 2])` gives `3`, as expected.",
    );
  });
});
