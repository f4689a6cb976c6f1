import { describe, expect, it } from "vitest";
import { Ends, FakeSource, Sends, silence, type Behaviour } from "../testing/fakeInterpreter";
import { injectWith, type InjectionTask } from "./injecting";
import { InterpreterEnded } from "./interpreter";
import { methods } from "./protocol";

const task: InjectionTask = {
  ...{ program: "p", tests: "t", instruction: "" },
  ...{ difficulty: "easy", seed: 3, count: 2 },
};
const none = { kind: "injected", bugs: [], tried: 9 };
const died = new Ends({ kind: "died", message: "gone" });
const trying = (...indices: number[]) => indices.map((index) => ({ kind: "trying", index }));

/** Interpreters that do one after the other what `script` says. */
function scripted(script: unknown[]): { source: FakeSource; skips: number[][] } {
  const skips: number[][] = [];
  const behaviour: Behaviour = (_, args) => {
    skips.push(methods.inject.args.parse(args).skip);
    return script.shift();
  };
  return { source: new FakeSource(behaviour), skips };
}

describe("making bugs", () => {
  it("tells how many variants were tried", async () => {
    const tried: number[] = [];
    const { source } = scripted([new Sends(trying(-1, 0, 1), none)]);
    const options = { onTried: (count: number) => tried.push(count) };
    expect(await injectWith(source, task, options)).toEqual(none);
    expect(tried).toEqual([0, 1, 2]);
    expect(source.given.map(({ alive }) => alive)).toEqual([false]);
  });

  it("leaves out a candidate that ends its interpreter, and makes the others in another", async () => {
    const { source, skips } = scripted([
      new Sends(trying(-1, 0, 1, 2), died),
      new Sends(trying(-1, 0, 1, 2, 3, 4), silence),
      none,
    ]);
    expect(await injectWith(source, task)).toEqual(none);
    expect(skips).toEqual([[], [2], [2, 4]]);
  });

  it("is given up when Python dies before the first, or too often", async () => {
    const refused = { kind: "refused", why: "too many of its variants hang Python, or crash it" };
    expect(await injectWith(scripted([new Sends(trying(-1), died)]).source, task)).toEqual(refused);
    const deaths = [0, 1, 2, 3].map((index) => new Sends(trying(-1, index), died));
    const limits = { hangs: 2 };
    const { source, skips } = scripted(deaths);
    expect(await injectWith(source, task, { limits })).toEqual(refused);
    expect(skips).toHaveLength(3);
  });

  it("ends at once when it is aborted", async () => {
    const work = new AbortController();
    const { source } = scripted([silence]);
    const making = injectWith(source, task, { signal: work.signal });
    work.abort();
    await expect(making).rejects.toBeInstanceOf(InterpreterEnded);
  });
});
