import { describe, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import type { TestOutcome } from "../domain/test";
import { Ends, FakeSource, silence, type Behaviour } from "../testing/fakeInterpreter";
import { fakeOutcome, fakeTest } from "../testing/fakeRuntime";
import { judgeTests, type JudgingJob } from "./judging";
import { methods, type Ask, type Ruling } from "./protocol";

const limits = { ...defaultLimits, seconds: 5 };
const ask: Ask = { kind: "call", function: "f", args: [], kwargs: [] };
const reply = { kind: "value", value: ["int", "1"], output: "" };
const together = { kind: "together", reason: "it says so" } as const;

/** A judge that asks until it has `rounds` replies and then passes the test. */
function judgeAsking(rounds: number, over: (test: string) => unknown = () => null): Behaviour {
  return (_, args) => {
    const { cases } = methods.judge.args.parse(args);
    const special = cases.map((each) => over(each.test)).find((each) => each !== null);
    if (special !== undefined) return special;
    return cases.map(({ test, replies }) => ({
      test,
      ruling:
        replies.length < rounds
          ? { kind: "asks", ask }
          : { kind: "settled", outcome: fakeOutcome(test, "passed") },
    }));
  };
}

function ruled(test: string, ruling: Ruling): unknown {
  return [{ test, ruling }];
}

const answering: Behaviour = (method, args) =>
  method === "answer"
    ? reply
    : fakeOutcome(methods.together.args.parse(args).test, "passed", { judging: together });

function job(over: Partial<JudgingJob> = {}): JudgingJob & { reported: TestOutcome[] } {
  const reported: TestOutcome[] = [];
  return {
    program: "p",
    tests: "t",
    units: [fakeTest("t1"), fakeTest("t2"), fakeTest("t3")],
    judges: new FakeSource(judgeAsking(1)),
    source: new FakeSource(answering),
    limits,
    onOutcome: (outcome) => {
      reported.push(outcome);
    },
    reported,
    ...over,
  };
}

const short = (outcomes: TestOutcome[]) =>
  outcomes.map(({ testId, status, message }) => [testId, status, message]);

it("asks in rounds, and gives outcomes in the order of the tests", async () => {
  const source = new FakeSource(answering);
  const task = job({ judges: new FakeSource(judgeAsking(3)), source });
  const { outcomes, versions } = await judgeTests(task);
  expect(short(outcomes)).toEqual([
    ["t1", "passed", ""],
    ["t2", "passed", ""],
    ["t3", "passed", ""],
  ]);
  expect(task.reported).toEqual(outcomes);
  expect(versions).toEqual({ pyodide: "0", python: "3" });
  const sessions = source.given.flatMap(({ calls }) =>
    calls.map(({ args }) => methods.answer.args.parse(args).session),
  );
  expect(sessions).toEqual(["t1", "t1", "t1", "t2", "t2", "t2", "t3", "t3", "t3"]);
  expect(source.given.map(({ alive }) => alive)).toEqual([false]);
});

it("never gives the tests to the interpreter that answers", async () => {
  const source = new FakeSource(answering);
  const units = [fakeTest("t1"), fakeTest("t2", { judging: together })];
  await judgeTests(job({ source, units }));
  expect(source.given).toHaveLength(2);
  for (const { calls } of source.given) {
    const seen = new Set(calls.map(({ args }) => "tests" in args));
    expect(seen.size).toBe(1);
  }
});

it("takes no more time for a test than its limit, over all rounds", async () => {
  const source = new FakeSource(answering);
  await judgeTests(job({ source, judges: new FakeSource(judgeAsking(2)) }));
  for (const { calls } of source.given) {
    for (const { args, seconds } of calls) {
      const soft = methods.answer.args.parse(args).limits.seconds;
      expect(soft).toBeLessThanOrEqual(limits.seconds);
      expect(seconds).toBeGreaterThan(soft);
    }
  }
});

describe("when an interpreter is lost", () => {
  /** What happens when the program's interpreter does `what` the first time it is asked. */
  async function afterFirst(what: unknown) {
    let asked = 0;
    const source = new FakeSource((method, args) => {
      asked += 1;
      return asked === 1 ? what : answering(method, args);
    });
    const { outcomes } = await judgeTests(job({ source }));
    expect(source.given).toHaveLength(2);
    return short(outcomes);
  }

  const others = [
    ["t2", "passed", ""],
    ["t3", "passed", ""],
  ];

  it.each([
    ["outlasts its time", silence, "timedOut", "did not finish within 5 s"],
    [
      "dies",
      new Ends({ kind: "died", message: "out of memory" }),
      "crashed",
      "the interpreter ended: out of memory",
    ],
    [
      "is ended by someone else",
      new Ends({ kind: "ended" }),
      "crashed",
      "the interpreter ended: it was ended from outside",
    ],
    [
      "forges an outcome",
      { kind: "settled", outcome: fakeOutcome("t1", "passed") },
      "crashed",
      expect.stringContaining("the interpreter gave an answer that makes no sense"),
    ],
    ["gives nothing", null, "crashed", expect.stringContaining("makes no sense")],
  ])("settles the test when the program's %s", async (_, what, status, message) => {
    expect(await afterFirst(what)).toEqual([["t1", status, message], ...others]);
  });

  it("settles tests that run together likewise", async () => {
    let asked = 0;
    const source = new FakeSource((method, args) => {
      asked += 1;
      return asked === 1 ? silence : answering(method, args);
    });
    const units = [fakeTest("t1", { judging: together }), fakeTest("t2", { judging: together })];
    const { outcomes } = await judgeTests(job({ source, units }));
    expect(outcomes).toMatchObject([
      { status: "timedOut", message: "did not finish within 5 s", judging: together },
      { status: "passed", judging: together },
    ]);
  });

  it("takes a new judge for the other tests", async () => {
    const judges = new FakeSource(judgeAsking(1, (test) => (test === "t1" ? silence : null)));
    const { outcomes } = await judgeTests(job({ judges }));
    expect(short(outcomes)).toEqual([
      ["t1", "timedOut", "the test's own code did not finish within 5 s"],
      ...others,
    ]);
    expect(judges.given).toHaveLength(2);
    expect(judges.given[1]?.alive).toBe(true);
  });

  it("fails as a whole only when no interpreter starts or the judge breaks", async () => {
    const broken = { fresh: () => Promise.reject(new Error("no WebAssembly")) };
    await expect(judgeTests(job({ source: broken }))).rejects.toThrow("no WebAssembly");
    await expect(judgeTests(job({ judges: new FakeSource(() => "nonsense") }))).rejects.toThrow();
  });
});

it("passes nothing that the judge did not settle", async () => {
  const judges = new FakeSource(
    judgeAsking(0, (test) =>
      test === "t1" ? [] : test === "t2" ? ruled("t2", { kind: "asks", ask }) : null,
    ),
  );
  const { outcomes } = await judgeTests(job({ judges }));
  expect(short(outcomes)).toEqual([
    ["t1", "crashed", "the judge gave no ruling for this test"],
    ["t2", "crashed", "the test calls the program without end"],
    ["t3", "passed", ""],
  ]);
});

it("runs a test together when the judge declines it, and says why", async () => {
  const judges = new FakeSource(
    judgeAsking(0, (test) => ruled(test, { kind: "declined", reason: "it keeps a result" })),
  );
  const { outcomes } = await judgeTests(job({ judges, units: [fakeTest("t1")] }));
  expect(outcomes).toMatchObject([
    { status: "passed", judging: { kind: "together", reason: "it keeps a result" } },
  ]);
});

it("does not believe what the program's interpreter says about its own judging", async () => {
  const source = new FakeSource(() => fakeOutcome("t9", "passed", { judging: { kind: "apart" } }));
  const units = [fakeTest("t1", { judging: together })];
  const { outcomes } = await judgeTests(job({ source, units }));
  expect(outcomes).toMatchObject([{ testId: "t1", judging: together }]);
});

describe("when aborted", () => {
  it("ends the interpreter at work and stops the tests that are left", async () => {
    const controller = new AbortController();
    const source = new FakeSource((method, args) => {
      const { session } = methods.answer.args.parse(args);
      if (session === "t1") return answering(method, args);
      queueMicrotask(() => {
        controller.abort();
      });
      return silence;
    });
    const { outcomes } = await judgeTests(job({ source, signal: controller.signal }));
    expect(outcomes.map(({ status }) => status)).toEqual(["passed", "stopped", "stopped"]);
    expect(source.given.map(({ alive }) => alive)).toEqual([false]);
  });

  it("takes no interpreter when it is too late from the start", async () => {
    const source = new FakeSource(answering);
    const { outcomes, versions } = await judgeTests(job({ source, signal: AbortSignal.abort() }));
    expect(outcomes.map(({ status }) => status)).toEqual(["stopped", "stopped", "stopped"]);
    expect(source.given).toEqual([]);
    expect(versions).toBeNull();
  });
});
