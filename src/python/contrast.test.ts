import { expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import { Ends, FakeSource, silence, type Behaviour } from "../testing/fakeInterpreter";
import { fakeOutcome, fakeTest } from "../testing/fakeRuntime";
import { contrastFix, type ContrastJob } from "./contrast";
import { methods, type Ask, type Ruling } from "./protocol";

const ask = (number: number): Ask => ({
  kind: "call",
  function: `f${String(number)}`,
  args: [],
  kwargs: [],
});
const summary = { compared: 2, agreed: 1, unstable: 0, examples: [] };

/** Asks once for each test, varies into two calls, and contrasts to `summary`. */
const judging: Behaviour = (method, args) => {
  if (method === "vary") return [ask(1), ask(2)];
  if (method === "contrast") return summary;
  return methods.judge.args.parse(args).cases.map(({ test, replies }) => {
    const settled: Ruling = { kind: "settled", outcome: fakeOutcome(test, "passed") };
    return { test, ruling: replies.length > 0 ? settled : { kind: "asks", ask: ask(0) } };
  });
};

const value = { kind: "value", value: ["int", "1"], output: "" };

function job(answering: Behaviour, over: Partial<ContrastJob> = {}) {
  const judges = new FakeSource(judging);
  const source = new FakeSource(answering);
  const texts = { program: "buggy", fix: "fixed", tests: "t", limits: defaultLimits };
  return { judges, source, task: { ...texts, passing: [fakeTest("t1")], judges, source, ...over } };
}

it("calls both programs alike, one after the other, and never tells them the tests", async () => {
  const { source, task } = job(() => value);
  expect(await contrastFix(task)).toEqual(summary);
  const told = source.given.map(({ calls }) =>
    calls.map(({ args }) => {
      expect("tests" in args).toBe(false);
      const { program, session, ask: asked } = methods.answer.args.parse(args);
      return [program, session, asked.kind === "call" ? asked.function : ""];
    }),
  );
  expect(told).toEqual([
    [["buggy", "t1", "f0"]],
    [
      ["buggy", "before 0", "f1"],
      ["buggy", "again 0", "f1"],
      ["buggy", "before 1", "f2"],
      ["buggy", "again 1", "f2"],
    ],
    [
      ["fixed", "after 0", "f1"],
      ["fixed", "after 1", "f2"],
    ],
  ]);
  expect(source.given.map(({ alive }) => alive)).toEqual([false, false, false]);
});

it("compares what was answered before a program hung", async () => {
  const { judges, task } = job((_, args) => {
    const { program, session } = methods.answer.args.parse(args);
    return program === "fixed" && session === "after 1" ? silence : value;
  });
  expect(await contrastFix(task)).toEqual(summary);
  const compared = judges.given.flatMap(({ calls }) =>
    calls.flatMap(({ method, args }) =>
      method === "contrast" ? methods.contrast.args.parse(args).calls : [],
    ),
  );
  expect(compared).toHaveLength(1);
});

it.each([
  ["no test passed", { passing: [] }],
  [
    "no test is judged apart",
    { passing: [fakeTest("t1", { judging: { kind: "together", reason: "" } })] },
  ],
  ["it was aborted", { signal: AbortSignal.abort() }],
])("tells nothing when %s", async (_, over) => {
  expect(await contrastFix(job(() => value, over).task)).toBeNull();
});

it("tells nothing when the buggy program is lost at once", async () => {
  const { task } = job((_, args) =>
    methods.answer.args.parse(args).session === "t1"
      ? value
      : new Ends({ kind: "died", message: "out of memory" }),
  );
  expect(await contrastFix(task)).toBeNull();
});
