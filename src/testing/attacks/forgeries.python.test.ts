import { readFileSync } from "node:fs";
import type { PyodideAPI } from "pyodide";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../../domain/limits";
import type { TestOutcome } from "../../domain/test";
import type { InterpreterSource } from "../../python/interpreter";
import { judgeTests } from "../../python/judging";
import { bootNode, NodeInterpreter } from "../nodeInterpreter";
import { sharing } from "../sharedInterpreter";
import { secretTest, type Forgery } from "./forgery";
import { forgeries } from "./forgeries";
import { learning } from "./leftovers";

const right = "def f(x):\n    return 48151623\n";
const wrong = "def f(x):\n    return 5\n";
const idle = "def f(x):\n    return None\n";
const ways = ["asserts", "failures", "compares", "shows", "prints", "exits", "cases", "restarts"];

/** An interpreter to be attacked, and the judges without defences in it. */
type Victim = {
  interpreter: NodeInterpreter;
  /** Whether a judge of `naive.py` says that the tests pass. */
  naive: (way: string, program: string, tests: string) => boolean;
};

let judge: NodeInterpreter;
let freshInterpreter: () => Promise<Victim>;
let unharmed: Victim | null = null;

beforeAll(async () => {
  const naive = readFileSync(new URL("naive.py", import.meta.url), "utf8");
  freshInterpreter = async () => {
    const { pyodide, booted } = await bootNode({ "naive.py": naive });
    return { interpreter: NodeInterpreter.of(booted), naive: naiveIn(pyodide) };
  };
  judge = (await freshInterpreter()).interpreter;
});

function naiveIn(pyodide: PyodideAPI): Victim["naive"] {
  const judged = pyodide.runPython("import naive; naive.judge") as (
    ...given: string[]
  ) => boolean | undefined;
  return (way, program, tests) => {
    try {
      // An interpreter that ended without an error has passed, for who looks at nothing else.
      return judged(way, program, tests) ?? way === "exits";
    } catch (error) {
      return way === "exits" && Reflect.get(Object(error), "status") === 0;
    }
  };
}

/** An interpreter in which nothing is changed: the last one, if it still works as it should. */
async function victim(tests: string): Promise<Victim> {
  const taken = unharmed;
  unharmed = null;
  return taken && (await isUnharmed(taken, tests)) ? taken : freshInterpreter();
}

async function isUnharmed({ interpreter, naive }: Victim, tests: string): Promise<boolean> {
  if (!(await answers(interpreter)) || naive("asserts", idle, tests)) return false;
  return ways.every((way) => naive(way, right, secretTest) && !naive(way, wrong, secretTest));
}

/** Whether it gives a right program's result. */
async function answers(interpreter: NodeInterpreter): Promise<boolean> {
  const ask = { kind: "call" as const, function: "f", args: [], kwargs: [] };
  const program = "def f():\n    return 5\n";
  try {
    const reply = await interpreter.call(
      "answer",
      { program, session: "unharmed", ask, limits: defaultLimits },
      { seconds: 1 },
    );
    return reply.kind === "value" && JSON.stringify(reply.value) === '["int","5"]';
  } catch {
    return false;
  }
}

async function judged(
  program: string,
  tests: string,
  source: InterpreterSource,
): Promise<TestOutcome[]> {
  const discovery = await judge.call("discover", { program, tests }, { seconds: 10 });
  if (discovery.kind !== "found") throw new Error(discovery.message);
  const { outcomes } = await judgeTests({
    program,
    tests,
    units: discovery.tests,
    judges: sharing(judge),
    source,
    limits: { ...defaultLimits, seconds: 2 },
  });
  return outcomes;
}

/** A test that needs the interpreter around it, and so runs beside the program. */
const besideProgram = (tests: string) =>
  `def test_f():\n    eval("0")\n${tests.replaceAll(/^/gm, "    ")}\n`;

/** Whether the attack wins against the judge that believes it. */
async function believed(attack: Forgery, target: Victim): Promise<boolean> {
  const { program, tests = secretTest, believedBy, then } = attack;
  if (believedBy === "together") {
    const outcomes = await judged(program, besideProgram(tests), sharing(target.interpreter));
    expect(outcomes.map(({ judging }) => judging.kind)).toEqual(["together"]);
    return outcomes.every(({ status }) => status === "passed");
  }
  const wins = target.naive(believedBy, program, tests);
  return then === undefined ? wins : target.naive(believedBy, then, tests);
}

describe.each(Object.entries(forgeries))("%s", (_, attacks) => {
  it.each(attacks)("$name", async (attack) => {
    const { program, tests = secretTest, then } = attack;
    // Judges without defences leave the tests behind where such programs would find them.
    const target = await (attack.looks ? freshInterpreter() : victim(tests));
    const [outcome, ...others] = await judged(program, tests, sharing(target.interpreter));
    expect(others).toEqual([]);
    if (attack.says) {
      expect(outcome).toMatchObject({ status: "passed", judging: { kind: "together" } });
    } else {
      expect(outcome?.status).not.toBe("passed");
      expect(outcome?.message).not.toBe("");
      expect(outcome?.judging).toEqual({ kind: "apart" });
    }
    if (then !== undefined) {
      const [later] = await judged(then, tests, sharing((await freshInterpreter()).interpreter));
      expect(later?.status).toBe("failed");
    }
    const usable = attack.looks || (await isUnharmed(target, tests));
    const control = usable ? target : await freshInterpreter();
    expect(await believed(attack, control), "the control must win").toBe(true);
    unharmed = control;
  });
});

it(learning.name, async () => {
  const { program, tests } = learning;
  const fresh = { fresh: async () => (await freshInterpreter()).interpreter };
  const statuses = async (source: InterpreterSource) =>
    (await judged(program, tests, source)).map(({ status, judging }) => [judging.kind, status]);
  expect(await statuses(fresh)).toEqual([
    ["together", "passed"],
    ["apart", "failed"],
  ]);
  const one = (await freshInterpreter()).interpreter;
  expect(await statuses(sharing(one)), "the control must win").toEqual([
    ["together", "passed"],
    ["apart", "passed"],
  ]);
});
