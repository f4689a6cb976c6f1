import { describe, expect, it } from "vitest";
import { visibleTo } from "../../domain/engine";
import { noSurroundings } from "../../domain/surroundings";
import { isPlausible, isVerified } from "../../domain/verdict";
import { buildPrompt } from "../../llm/prompt";
import { proposalOf } from "../../testing/fakeEngine";
import { createKeptFixes } from "./keptFixes";
import { findingsOf } from "./repairState";
import type { Repair } from "./repair";
import {
  sample,
  subject,
  contrast,
  sealedSubject,
  FakeStorage,
  setUp,
  lifecycleOf,
  fixesOf,
} from "../../testing/fakeRepair";

describe("held-out tests", () => {
  it("decide which plausible fix is verified, after the visible tests and apart from them", async () => {
    const { repair, search, python } = setUp();
    const run = repair.find("search", sealedSubject);
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("bad") },
      { type: "proposal", proposal: proposalOf("good") },
      { type: "proposal", proposal: proposalOf("very good") },
      { type: "exhausted", tried: 3, note: "" },
    );
    await run;
    const verdicts = findingsOf(lifecycleOf(repair)).fixes.map(({ verdict }) => verdict);
    expect(verdicts.map(isPlausible)).toEqual([true, true]);
    expect(verdicts.map(isVerified)).toEqual([false, true]);
    expect(python.judged).toEqual(["bad", "good", "good", "very good", "very good"]);
    expect(python.sealed).toEqual([false, false, true, false, true]);
  });

  it("do not let a search end with fixes that fail them", async () => {
    const { repair, search } = setUp();
    const run = repair.find("search", sealedSubject);
    const proposals = [1, 2, 3, 4].map((n) => proposalOf(`good = ${String(n)}`));
    search.lastCall.say(...proposals.map((proposal) => ({ type: "proposal", proposal }) as const));
    search.lastCall.say({ type: "exhausted", tried: 4, note: "all tried" });
    await run;
    expect(fixesOf(repair)).toHaveLength(4);
  });

  it.each(["search", "endpoint"] as const)("are nothing that %s is told", async (engine) => {
    const { repair, ...engines } = setUp();
    const run = repair.find(engine, sealedSubject);
    engines[engine].lastCall.say(
      { type: "proposal", proposal: proposalOf("good") },
      { type: "exhausted", tried: 1, note: "" },
    );
    await run;
    const again = repair.find(engine, sealedSubject);
    engines[engine].lastCall.say({ type: "exhausted", tried: 0, note: "" });
    await again;
    expect(JSON.stringify(engines[engine].calls.map(({ request }) => request))).not.toContain(
      "canary-7351",
    );
    expect(JSON.stringify(buildPrompt(visibleTo(sealedSubject)))).not.toContain("canary-7351");
  });

  it("run with what the visible tests run with, and so does the engine", async () => {
    const surroundings = { ...noSurroundings, stdin: "7\n" };
    const problem = { ...sealedSubject.problem, surroundings };
    const { repair, search, python } = setUp();
    const run = repair.find("search", { ...sealedSubject, problem });
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("good") },
      { type: "exhausted", tried: 1, note: "" },
    );
    await run;
    expect(search.lastCall.request.problem.surroundings).toEqual(surroundings);
    expect(python.sources.map((source) => source.surroundings)).toEqual([
      surroundings,
      surroundings,
    ]);
  });

  it("that cannot be judged verify nothing, and say why", () => {
    const verdict = { ...sample.verdict, heldOut: { tests: [], outcomes: [], problem: "line 1" } };
    expect([isPlausible(verdict), isVerified(verdict)]).toEqual([true, false]);
    expect(isVerified(sample.verdict)).toBe(false);
  });
});

describe("contrasting the fix on show with the buggy program", () => {
  const found = (repair: Repair) =>
    findingsOf(lifecycleOf(repair)).fixes.map(({ verdict }) => verdict.contrast?.compared);

  it("adds to its verdict what is found, after it is shown, and keeps it", async () => {
    const kept = createKeptFixes(new FakeStorage());
    const { repair, search } = setUp(kept);
    const run = repair.find("search", subject);
    search.lastCall.say(
      { type: "proposal", proposal: proposalOf("good = 1") },
      { type: "exhausted", tried: 1, note: "" },
    );
    await run;
    await expect.poll(() => found(repair)).toEqual([0]);
    expect(kept.load(subject.problem)?.fixes[0]?.verdict.contrast).toEqual(contrast);
  });

  it("is broken off when another fix is shown", async () => {
    const { repair, search, python } = setUp();
    const run = repair.find("search", subject);
    const proposals = [1, 2].map((n) => proposalOf(`good = ${String(n)}`));
    search.lastCall.say(...proposals.map((proposal) => ({ type: "proposal", proposal }) as const));
    search.lastCall.say({ type: "exhausted", tried: 2, note: "" });
    await run;
    let release = (): void => undefined;
    python.hold = new Promise<void>((resolve) => (release = resolve));
    repair.show(1);
    await expect.poll(() => python.contrasted).toEqual(["good = 1", "good = 2"]);
    repair.show(0);
    await expect.poll(() => python.signals[1]?.aborted).toBe(true);
    release();
  });
});
