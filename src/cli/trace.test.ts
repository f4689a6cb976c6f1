import { describe, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import type { Test } from "../domain/test";
import { emptyTrace } from "../domain/trace";
import { Ends, FakeSource, silence, type Behaviour } from "../testing/fakeInterpreter";
import type { TraceCommand } from "./arguments";
import { BadUsage } from "./badUsage";
import { traceSource } from "./trace";

const source = { program: "x = 1\n", tests: "assert x\nassert x == 2\n" };

const testAt = (line: number): Test => ({
  id: `t${line}`,
  kind: "assert",
  name: `assert ${line}`,
  place: "tests",
  line,
  endLine: line,
  text: "",
  judging: { kind: "apart" },
});

const found: Behaviour = (method, args) => {
  if (method === "discover") return { kind: "found", tests: [testAt(1), testAt(2)] };
  return emptyTrace("test" in args ? args.test : null, { kind: "finished" });
};

async function traced(changes: Partial<TraceCommand>, behaviour: Behaviour = found) {
  const command: TraceCommand = {
    kind: "trace",
    program: "p.py",
    tests: null,
    test: null,
    form: "inline",
    limits: { ...defaultLimits, seconds: 2 },
    ...{ stdin: null, files: [], seed: null, clock: null },
    ...changes,
  };
  return traceSource(command, source, await new FakeSource(behaviour).fresh());
}

describe("what is traced", () => {
  it.each([
    [{}, null],
    [{ tests: "t.py" }, "t1"],
    [{ tests: "t.py", test: 2 }, "t2"],
    [{ test: 2 }, "t2"],
  ])("for %j is %s", async (changes, id) => {
    const { test, trace } = await traced(changes);
    expect([test?.id ?? null, trace.testId]).toEqual([id, id]);
  });

  it("must be there", async () => {
    await expect(traced({ test: 3 })).rejects.toThrow(BadUsage);
    await expect(traced({ test: 3 })).rejects.toThrow("There is no test 3: 2 tests were found.");
  });
});

describe("a run that gives no trace", () => {
  it("says where the texts cannot be read", async () => {
    const unreadable = { place: "tests", line: 2, column: 4, message: "invalid syntax" };
    const { trace } = await traced({ tests: "t.py" }, () => ({
      kind: "unreadable",
      ...unreadable,
    }));
    expect(trace.end).toEqual({
      kind: "syntaxError",
      message: "invalid syntax",
      at: { place: "tests", line: 2 },
      column: 4,
    });
  });

  it("names the user's limit when it was ended by force", async () => {
    const { trace } = await traced({}, () => silence);
    expect(trace.end).toEqual({ kind: "timedOut", seconds: 2 });
  });

  it("says what brought the interpreter down", async () => {
    const { trace } = await traced({}, () => new Ends({ kind: "died", message: "exit(3)" }));
    expect(trace.end).toEqual({ kind: "crashed", message: "exit(3)" });
  });

  it("is no trace at all where our own machinery broke", async () => {
    await expect(traced({}, () => "nonsense")).rejects.toThrow();
  });
});
