import { describe, expect, it } from "vitest";
import { condense } from "../domain/condense";
import type { EngineEvent, RepairRequest } from "../domain/engine";
import type { TestOutcome, TestStatus } from "../domain/test";
import { emptyTrace } from "../domain/trace";
import { traceOfSteps } from "../testing/traces";
import { InterpreterEnded, type Interpreter, type InterpreterSource } from "./interpreter";
import { searchEventSchema, type Args, type SearchEvent } from "./protocol";
import { createSearchEngine } from "./search";

type Ending = { tried: number; total: number } | "dies" | "breaks" | "waits";
/** What one interpreter does when it is asked to search. */
type Script = { says: SearchEvent[]; ends: Ending };

const trying = (index: number, total = 9): SearchEvent => ({ kind: "trying", index, total });
const found = (index: number): SearchEvent => ({
  kind: "found",
  index,
  fix: `fix ${index}`,
  operator: "comparison",
  rationale: `because ${index}`,
});

function actors(scripts: Script[]) {
  const asked: Args<"search">[] = [];
  let ended = 0;
  const source: InterpreterSource = {
    fresh: () => {
      const script = scripts.shift();
      if (!script) throw new Error("no interpreter left");
      return Promise.resolve(actor(script));
    },
  };
  const actor = (script: Script): Interpreter => {
    const died = new InterpreterEnded({ kind: "died", message: "gone" });
    return {
      versions: { pyodide: "0", python: "3" },
      alive: true,
      call: async (method, args, options) => {
        if (method !== "search") throw new Error(`unexpected ${method}`);
        asked.push(args as Args<"search">);
        for (const event of script.says) {
          await Promise.resolve();
          options.onEvent?.(searchEventSchema.parse(event) as never);
        }
        if (script.ends === "dies") throw died;
        if (script.ends === "breaks") throw new Error("broken reply");
        if (script.ends === "waits") {
          return new Promise((_, reject) => {
            options.signal?.addEventListener("abort", () => {
              reject(new InterpreterEnded({ kind: "ended" }));
            });
          });
        }
        return script.ends as never;
      },
      end: () => {
        ended += 1;
      },
    };
  };
  return { source, asked, endedCount: () => ended };
}

function outcome(testId: string, status: TestStatus): TestOutcome {
  const judging = { kind: "apart" } as const;
  return { testId, status, message: "", expected: null, actual: null, output: "", judging };
}

function request(statuses: TestStatus[] = ["failed", "passed"]): RepairRequest {
  const outcomes = statuses.map((status, index) => outcome(`t${index + 1}`, status));
  return {
    problem: {
      id: "p",
      title: "",
      instruction: "Do it.",
      program: "x = 1\n",
      tests: "assert x == 2\n",
      provenance: { source: "user", reference: "" },
    },
    tests: outcomes.map(({ testId, judging }) => ({
      id: testId,
      kind: "assert",
      name: testId,
      place: "tests",
      line: 1,
      endLine: 1,
      text: "",
      judging,
    })),
    outcomes,
    trace: emptyTrace("t1", { kind: "finished" }),
  };
}

async function collect(
  source: InterpreterSource,
  options: { request?: RepairRequest; signal?: AbortSignal; reportEvery?: number } = {},
): Promise<EngineEvent[]> {
  const engine = createSearchEngine(source, { reportEvery: options.reportEvery ?? 0 });
  const signal = options.signal ?? new AbortController().signal;
  const events: EngineEvent[] = [];
  for await (const event of engine.propose(options.request ?? request(), signal)) {
    events.push(event);
  }
  return events;
}

describe("the search engine", () => {
  it("reports progress, proposes each fix, and says how many it tried", async () => {
    const { source, asked, endedCount } = actors([
      { says: [trying(0), found(0), trying(4)], ends: { tried: 9, total: 9 } },
    ]);
    const events = await collect(source);
    expect(events).toEqual([
      { type: "progress", tried: 0, total: 9, note: "single edits 1" },
      {
        type: "proposal",
        proposal: {
          rationale: "because 0",
          fix: "fix 0",
          prompt: null,
          engine: { name: "search", detail: "single edits 1" },
        },
      },
      { type: "progress", tried: 4, total: 9, note: "single edits 1" },
      { type: "progress", tried: 9, total: 9, note: "single edits 1" },
      { type: "exhausted", tried: 9, note: "Tried 9 single edits; 1 passes all tests." },
    ]);
    expect(asked[0]).toMatchObject({ failing: ["t1"], all: ["t1", "t2"], from: 0 });
    expect(endedCount()).toBe(1);
  });

  it("holds progress back between reports, but gives the last", async () => {
    const says = Array.from({ length: 500 }, (_, index) => trying(index, 1204));
    const { source } = actors([{ says, ends: { tried: 1204, total: 1204 } }]);
    const events = await collect(source, { reportEvery: Number.POSITIVE_INFINITY });
    const progress = events.filter(({ type }) => type === "progress");
    expect(progress.map((event) => "tried" in event && event.tried)).toEqual([0, 1204]);
    expect(events.at(-1)).toMatchObject({
      type: "exhausted",
      note: expect.stringMatching(/^Tried 1,204 single edits; none passes all tests\./) as unknown,
    });
  });

  it("goes on after the candidate that killed its interpreter", async () => {
    const { source, asked, endedCount } = actors([
      { says: [trying(0), found(0), trying(3)], ends: "dies" },
      { says: [trying(3), trying(4), trying(5)], ends: "dies" },
      { says: [trying(6), found(7)], ends: "dies" },
      { says: [trying(8)], ends: { tried: 9, total: 9 } },
    ]);
    const events = await collect(source);
    expect(asked.map(({ from, careful }) => [from, careful])).toEqual([
      [0, false],
      [3, true],
      [6, false],
      // Not the one that was found again.
      [8, true],
    ]);
    expect(endedCount()).toBe(4);
    expect(events.at(-1)).toMatchObject({ note: "Tried 9 single edits; 2 pass all tests." });
  });

  it("stops after enough fixes, counted over all interpreters", async () => {
    const { source } = actors([
      { says: [found(0), found(1), found(2), trying(3)], ends: "dies" },
      { says: [found(4), found(5), trying(6)], ends: "waits" },
    ]);
    const events = await collect(source);
    expect(events.filter(({ type }) => type === "proposal")).toHaveLength(5);
    expect(events.at(-1)).toMatchObject({ type: "exhausted", tried: 6 });
  });

  it("tries once more when nothing was tried at first", async () => {
    const { source, asked } = actors([
      { says: [trying(-1, 0)], ends: "dies" },
      { says: [trying(0), found(0)], ends: { tried: 1, total: 1 } },
    ]);
    const events = await collect(source);
    expect(asked.map(({ from }) => from)).toEqual([0, 0]);
    expect(events.at(-1)).toMatchObject({ note: "Tried 1 single edit; 1 passes all tests." });
  });

  it("gives up on a program that kills every interpreter before the first candidate", async () => {
    const dying = (): Script => ({ says: [trying(-1, 0)], ends: "dies" });
    const { source } = actors([dying(), dying()]);
    expect(await collect(source)).toEqual([
      {
        type: "failed",
        failure: expect.objectContaining({ what: "The search could not begin." }) as unknown,
      },
    ]);
  });

  it("gives up after too many candidates that kill their interpreters", async () => {
    const scripts = Array.from({ length: 60 }, (_, index): Script => ({
      // The interpreter of each is told anew, carefully.
      says: [trying(Math.floor(index / 2), 99)],
      ends: "dies",
    }));
    const events = await collect(actors(scripts).source);
    expect(events.at(-1)).toMatchObject({ failure: { what: "The search was given up." } });
    expect(scripts).toHaveLength(19);
  });

  it("ends silently when it is aborted, and ends its interpreter", async () => {
    const { source, endedCount } = actors([{ says: [trying(0)], ends: "waits" }]);
    const controller = new AbortController();
    const engine = createSearchEngine(source, { reportEvery: 0 });
    const events: EngineEvent[] = [];
    for await (const event of engine.propose(request(), controller.signal)) {
      events.push(event);
      controller.abort();
    }
    expect(events.map(({ type }) => type)).toEqual(["progress"]);
    expect(endedCount()).toBe(1);
  });

  it("ends its interpreter when the consumer leaves", async () => {
    const { source, endedCount } = actors([{ says: [found(0)], ends: "waits" }]);
    const engine = createSearchEngine(source);
    for await (const event of engine.propose(request(), new AbortController().signal)) {
      expect(event.type).toBe("proposal");
      break;
    }
    expect(endedCount()).toBe(1);
  });

  it("lets a failure of our own machinery through", async () => {
    const { source } = actors([{ says: [trying(0)], ends: "breaks" }]);
    await expect(collect(source)).rejects.toThrow("broken reply");
  });

  it("sends a long trace condensed", async () => {
    const { source, asked } = actors([{ says: [], ends: { tried: 0, total: 0 } }]);
    const long = request();
    const frame = { call: 0, function: "f", depth: 0, caller: null };
    const changes = [{ name: "x", value: "1" }];
    long.trace = traceOfSteps(
      Array.from({ length: 9_000 }, (_, ordinal) => {
        return { ordinal, place: "program" as const, line: 1, frame, changes, printed: 0 };
      }),
    );
    await collect(source, { request: long });
    expect(asked[0]?.trace).toEqual(condense(long.trace, 5_000));
    expect(asked[0]?.trace.steps).toHaveLength(6_000);
  });

  it.each([
    ["no test fails", request(["passed", "passed"]), "There is nothing to repair."],
    ["there is no test", request([]), "There is no test to repair the program against."],
    ["there is a syntax error", request(["syntaxError"]), "The program cannot be searched yet."],
  ])("says so when %s", async (_, asked, what) => {
    expect(await collect(actors([]).source, { request: asked })).toEqual([
      { type: "failed", failure: expect.objectContaining({ what }) as unknown },
    ]);
  });
});
