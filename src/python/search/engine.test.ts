import { describe, expect, it } from "vitest";
import { condense } from "../../domain/condense";
import type { EngineEvent, ProposeOptions, RepairRequest } from "../../domain/engine";
import type { TestOutcome, TestStatus } from "../../domain/test";
import { emptyTrace } from "../../domain/trace";
import { traceOfSteps } from "../../testing/traces";
import { InterpreterEnded, type Interpreter, type InterpreterSource } from "../interpreter";
import { methods, type Args, type Result, type SearchEvent } from "../protocol";
import { createSearchEngine } from "./engine";
import type { SearchLimits } from "./limits";

type Ending = { tried: number; total: number } | "dies" | "breaks" | "waits";
/** What one interpreter does when it is asked to search, or to rank. */
type Script = { says: SearchEvent[]; ends: Ending } | { ranks: Result<"rank"> | "dies" };

const trying = (index: number, total: number | null = 9, passed = 0): SearchEvent => ({
  ...{ kind: "trying", index, tried: Math.max(0, index), total },
  best: passed > 0 ? { passed, of: 2 } : null,
});
const found = (index: number): SearchEvent => ({
  ...{ kind: "plausible", index, fix: `fix ${index}`, score: 1 - index / 100 },
  edits: [{ family: "comparison" }],
});
const confidence = { probability: 0.9, grade: "confident" as const, doubts: [] };
const ranks = (...indices: number[]): Script => ({
  ranks: {
    patches: indices.map((index) => ({
      ...{ fix: `fix ${index}`, rationale: `because ${index}`, confidence },
    })),
    disagreements: [],
  },
});
const proposal = (index: number): EngineEvent => ({
  type: "proposal",
  proposal: {
    ...{ rationale: `because ${index}`, fix: `fix ${index}`, prompt: null, confidence },
    engine: { name: "search", detail: "search 2" },
  },
});
const typesOf = (events: readonly EngineEvent[]) => events.map(({ type }) => type);

function actors(scripts: Script[], slots?: number) {
  const asked: Args<"search">[] = [];
  const ranked: Args<"rank">[] = [];
  let ended = 0;
  const source: InterpreterSource = {
    fresh: () => {
      const script = scripts.shift();
      if (!script) throw new Error("no interpreter left");
      return Promise.resolve(actor(script));
    },
    ...(slots !== undefined && { slots }),
  };
  const actor = (script: Script): Interpreter => {
    const died = new InterpreterEnded({ kind: "died", message: "gone" });
    return {
      versions: { pyodide: "0", python: "3" },
      alive: true,
      call: async (method, args, options) => {
        if ("ranks" in script) {
          expect(method).toBe("rank");
          ranked.push(args as Args<"rank">);
          if (script.ranks === "dies") throw died;
          return script.ranks as never;
        }
        expect(method).toBe("search");
        asked.push(args as Args<"search">);
        for (const event of script.says) {
          await Promise.resolve();
          options.onEvent?.(methods.search.event.parse(event) as never);
        }
        if (script.ends === "dies") throw died;
        if (script.ends === "breaks") throw new Error("broken reply");
        if (script.ends === "waits") {
          if (options.signal?.aborted) throw new InterpreterEnded({ kind: "ended" });
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
  return { source, asked, ranked, endedCount: () => ended };
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
  asked: {
    request?: RepairRequest;
    reportEvery?: number;
    limits?: Partial<SearchLimits>;
    options?: ProposeOptions;
  } = {},
): Promise<EngineEvent[]> {
  const engine = createSearchEngine(source, {
    ...{ reportEvery: asked.reportEvery ?? 0, ...asked.limits },
  });
  const { signal } = new AbortController();
  const events: EngineEvent[] = [];
  for await (const event of engine.propose(asked.request ?? request(), signal, asked.options)) {
    events.push(event);
  }
  return events;
}

describe("the search engine", () => {
  it("reports progress, proposes what was ranked, and says how many it tried", async () => {
    const { source, asked, ranked, endedCount } = actors([
      { says: [trying(0), found(0), found(2), trying(4, 9, 1)], ends: { tried: 9, total: 9 } },
      ranks(2, 0),
    ]);
    const events = await collect(source);
    const note = "edits, pairs of edits and new expressions";
    const best = { passed: 1, of: 2 };
    expect(events).toEqual([
      { type: "progress", tried: 4, total: null, note, best },
      { type: "progress", tried: 4, total: null, note, best },
      proposal(2),
      proposal(0),
      { type: "exhausted", tried: 4, note: "Tried 4 candidates; 2 pass all tests." },
    ]);
    expect(asked[0]).toMatchObject({ failing: ["t1"], all: ["t1", "t2"], from: 0, share: [0, 1] });
    expect(ranked[0]).toMatchObject({ varied: true, failing: ["t1"] });
    expect(ranked[0]?.patches.map(({ fix }) => fix)).toEqual(["fix 0", "fix 2"]);
    expect(endedCount()).toBe(2);
  });

  it("tells the suspicious lines once, and where the patches in front differ", async () => {
    const suspicion: SearchEvent = { kind: "suspicion", lines: [[2, 0.5]] };
    const disagreements = [{ call: "f([])", answers: [{ fix: "fix 0", answer: "0" }] }];
    const { source } = actors([
      { says: [suspicion, found(0), suspicion], ends: { tried: 1, total: 1 } },
      { ranks: { patches: [{ fix: "fix 0", rationale: "", confidence }], disagreements } },
    ]);
    const events = await collect(source);
    expect(typesOf(events)).toEqual([
      ...["suspicion", "progress", "disagreements", "proposal", "exhausted"],
    ]);
    expect(events[0]).toEqual({ type: "suspicion", lines: [[2, 0.5]] });
    expect(events[2]).toEqual({ type: "disagreements", disagreements });
  });

  it("holds progress back between reports, but gives the last", async () => {
    const says = Array.from({ length: 500 }, (_, index) => trying(index, 1204));
    const { source } = actors([{ says, ends: { tried: 1204, total: 1204 } }]);
    const events = await collect(source, { reportEvery: Number.POSITIVE_INFINITY });
    const progress = events.filter(({ type }) => type === "progress");
    expect(progress.map((event) => "tried" in event && event.tried)).toEqual([1, 499]);
    expect(events.at(-1)).toMatchObject({
      type: "exhausted",
      note: expect.stringMatching(/^Tried 499 candidates; none passes all tests\./) as unknown,
    });
  });

  it("searches in as many parts as interpreters are served at once", async () => {
    const { source, asked } = actors(
      [
        { says: [trying(3), found(1)], ends: { tried: 9, total: 9 } },
        { says: [trying(5), found(1), found(4)], ends: { tried: 9, total: 9 } },
        ranks(1, 4),
      ],
      2,
    );
    const events = await collect(source);
    expect(asked.map(({ share }) => share)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(events.at(-1)).toMatchObject({
      tried: 8,
      note: "Tried 8 candidates; 2 pass all tests.",
    });
  });

  it("goes on after the candidate that killed its interpreter", async () => {
    const { source, asked, endedCount } = actors([
      { says: [trying(0), found(0), trying(3)], ends: "dies" },
      { says: [trying(3), trying(4), trying(5)], ends: "dies" },
      { says: [trying(6), found(7)], ends: "dies" },
      { says: [trying(8)], ends: { tried: 9, total: 9 } },
      ranks(0, 7),
    ]);
    const events = await collect(source);
    expect(asked.map(({ from, careful, skip }) => [from, careful, skip])).toEqual([
      [0, false, []],
      [3, true, []],
      [6, false, [5]],
      // Not the one that was found again.
      [8, true, [5]],
    ]);
    expect(endedCount()).toBe(5);
    expect(events.at(-1)).toMatchObject({ note: "Tried 8 candidates; 2 pass all tests." });
  });

  it("ends a while after the first patch, but not before all single edits were tried", async () => {
    const { source } = actors([
      { says: [found(0), trying(3), trying(4, null), trying(5, null)], ends: "waits" },
      ranks(0),
    ]);
    const events = await collect(source, { limits: { rivalSeconds: 0 } });
    expect(events.filter(({ type }) => type === "proposal")).toEqual([proposal(0)]);
    expect(events.at(-1)).toMatchObject({ type: "exhausted", tried: 4 });
  });

  it("ranks what it has when the time is over", async () => {
    const { source } = actors([{ says: [trying(0), found(0)], ends: "waits" }, ranks(0)]);
    const events = await collect(source, { options: { seconds: 0.05, thorough: true } });
    expect(typesOf(events)).toEqual(["progress", "proposal", "exhausted"]);
  });

  it("watches patches under the tests alone where one hangs on other inputs", async () => {
    const { source, ranked } = actors([
      { says: [found(0)], ends: { tried: 1, total: 1 } },
      { ranks: "dies" },
      ranks(0),
    ]);
    const events = await collect(source);
    expect(ranked.map(({ varied }) => varied)).toEqual([true, false]);
    expect(events.at(-2)).toEqual(proposal(0));
  });

  it("proposes patches by their score where they cannot be watched at all", async () => {
    const { source } = actors([
      { says: [found(4), found(2)], ends: { tried: 1, total: 1 } },
      { ranks: "dies" },
      { ranks: "dies" },
    ]);
    const events = await collect(source);
    const fixes = events.flatMap((event) =>
      event.type === "proposal" ? [event.proposal.fix, event.proposal.confidence] : [],
    );
    expect(fixes).toEqual(["fix 2", undefined, "fix 4", undefined]);
  });

  it("tries once more when nothing was tried at first", async () => {
    const { source, asked } = actors([
      { says: [trying(-1, 0)], ends: "dies" },
      { says: [found(0), trying(1)], ends: { tried: 1, total: 1 } },
      ranks(0),
    ]);
    const events = await collect(source);
    expect(asked.map(({ from }) => from)).toEqual([0, 0]);
    expect(events.at(-1)).toMatchObject({ note: "Tried 1 candidate; 1 passes all tests." });
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
    const { source, endedCount } = actors([{ says: [trying(1)], ends: "waits" }]);
    const controller = new AbortController();
    const engine = createSearchEngine(source, { reportEvery: 0 });
    const events: EngineEvent[] = [];
    for await (const event of engine.propose(request(), controller.signal)) {
      events.push(event);
      controller.abort();
    }
    expect(typesOf(events)).toEqual(["progress"]);
    expect(endedCount()).toBe(1);
  });

  it("ends its interpreter when the consumer leaves", async () => {
    const { source, endedCount } = actors([{ says: [trying(1)], ends: "waits" }]);
    const engine = createSearchEngine(source);
    for await (const event of engine.propose(request(), new AbortController().signal)) {
      expect(event.type).toBe("progress");
      break;
    }
    await expect.poll(endedCount).toBe(1);
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

  it("searches a program that cannot be read for its holes", async () => {
    const { source, asked } = actors([{ says: [trying(0)], ends: { tried: 1, total: 1 } }]);
    const unread = request(["syntaxError", "syntaxError"]);
    const holey = { ...unread, problem: { ...unread.problem, program: "x = ??\n" } };
    const events = await collect(source, { request: holey });
    expect(typesOf(events)).toEqual(["progress", "exhausted"]);
    expect(asked[0]?.failing).toEqual(["t1", "t2"]);
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
