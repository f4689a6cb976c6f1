import { describe, expect, it } from "vitest";
import type { InjectedBug } from "../../domain/injection";
import { withoutHeldOut, type Problem } from "../../domain/problem";
import { FakeRuntime } from "../../testing/fakeRuntime";
import { Exercise, originalOf } from "./exercise";

const original: Problem = {
  id: "example-1",
  title: "Largest",
  instruction: "Return the largest.",
  program: "right",
  tests: "assert f() == 1\n",
  heldOut: "assert f() == 2\n",
  provenance: { source: "example", reference: "largest" },
};

const bug = (program: string): InjectedBug => ({
  program,
  family: "comparison",
  lines: [1],
  difficulty: "easy",
  failing: ["t1"],
  passing: [],
  hangs: false,
  why: `${program} is wrong`,
});
const bugs = (...programs: string[]) =>
  ({ kind: "injected", bugs: programs.map(bug), tried: 5 }) as const;

function setUp() {
  const runtime = new FakeRuntime();
  const opened: Problem[] = [];
  let ids = 0;
  const exercise = new Exercise({
    runtime,
    open: (problem) => opened.push(problem),
    newId: () => `new-${String((ids += 1))}`,
  });
  const making = () => exercise.store.getState().making;
  return { runtime, opened, exercise, making };
}

describe("an exercise", () => {
  it("is the problem with a bug, the correct program held out, and comes undone", async () => {
    const { runtime, opened, exercise, making } = setUp();
    const made = exercise.make(original, "easy");
    expect(making()).toEqual({ kind: "working", tried: 0 });
    const [asked] = runtime.injections;
    expect(asked?.task).toMatchObject({ program: "right", difficulty: "easy", seed: 0 });
    asked?.options.onTried?.(4);
    expect(making()).toEqual({ kind: "working", tried: 4 });
    await asked?.settle(bugs("wrong", "worse"));
    expect(await made).toBe(true);
    const [problem] = opened;
    expect(problem).toEqual({
      ...original,
      id: "new-1",
      title: "Largest (exercise)",
      program: "wrong",
      provenance: { source: "user", reference: "largest" },
      reference: "right",
    });
    expect(problem && Object.keys(withoutHeldOut(problem))).not.toContain("reference");
    exercise.undo();
    expect(opened[1]).toBe(original);
    expect(exercise.store.getState().session).toBeNull();
  });

  it("is followed by the others of its seed, then by those of the next", async () => {
    const { runtime, opened, exercise } = setUp();
    const made = exercise.make(original, "hard");
    await runtime.injections[0]?.settle(bugs("a", "b"));
    await made;
    expect(await exercise.another(originalOf(opened[0] ?? original))).toBe(true);
    expect(opened[1]).toMatchObject({
      program: "b",
      reference: "right",
      title: "Largest (exercise)",
    });
    const next = exercise.another(originalOf(opened[1] ?? original));
    expect(runtime.injections[1]?.task).toMatchObject({ seed: 1, difficulty: "hard" });
    await runtime.injections[1]?.settle(bugs("b", "c"));
    expect(await next).toBe(true);
    expect(opened[2]).toMatchObject({ program: "c" });
  });

  it("is made anew when the tests were changed meanwhile", async () => {
    const { runtime, opened, exercise } = setUp();
    const made = exercise.make(original, "medium");
    await runtime.injections[0]?.settle(bugs("a", "b"));
    await made;
    const changed = { ...originalOf(opened[0] ?? original), tests: "assert f() == 3\n" };
    const next = exercise.another(changed);
    expect(runtime.injections[1]?.task).toMatchObject({ tests: changed.tests, seed: 0 });
    await runtime.injections[1]?.settle(bugs("c"));
    await next;
    expect(opened[1]).toMatchObject({ program: "c", tests: changed.tests });
  });

  it("says why there is none", async () => {
    const { runtime, exercise, making } = setUp();
    const none = exercise.make(original, "hard");
    await runtime.injections[0]?.settle(bugs());
    await runtime.injections[1]?.settle(bugs());
    expect(await none).toBe(false);
    expect(making()).toMatchObject({ failure: { what: "There is no bug of this level." } });

    const refused = exercise.make(original, "easy");
    await runtime.injections[2]?.settle({ kind: "refused", why: "there are no tests" });
    expect(await refused).toBe(false);
    expect(making()).toMatchObject({ failure: { why: "There are no tests." } });

    const broken = exercise.make(original, "easy");
    await runtime.injections[3]?.fail(new Error("out of order"));
    expect(await broken).toBe(false);
    expect(making()).toMatchObject({ failure: { why: "out of order" } });
  });

  it("that is stopped or made again meanwhile opens nothing", async () => {
    const { runtime, opened, exercise, making } = setUp();
    runtime.deaf = true;
    const stopped = exercise.make(original, "easy");
    exercise.stop();
    await runtime.injections[0]?.settle(bugs("late"));
    expect(await stopped).toBe(false);
    expect(making()).toEqual({ kind: "idle" });
    const first = exercise.make(original, "easy");
    const second = exercise.make(original, "hard");
    await runtime.injections[1]?.settle(bugs("late"));
    await runtime.injections[2]?.settle(bugs("right one"));
    expect([await first, await second]).toEqual([false, true]);
    expect(opened.map(({ program }) => program)).toEqual(["right one"]);
  });
});

it("the original of an exercise has the solution as its program; another problem is its own", () => {
  const exercise = { ...original, title: "Mine (exercise)", program: "wrong", reference: "right" };
  expect(originalOf(exercise)).toEqual({ ...original, title: "Mine", program: "right" });
  expect(originalOf(original)).toBe(original);
});
