import { describe, expect, it } from "vitest";
import type { Confidence } from "../../domain/engine";
import { proposalOf } from "../../testing/fakeEngine";
import { fixesOf, lifecycleOf, setUp, subject } from "../../testing/fakeRepair";
import { progressWords } from "./progressWords";
import { findingsOf, shownFix } from "./repairState";

const graded = (fix: string, grade: Confidence["grade"]) => {
  const confidence = { grade, probability: 0.5, doubts: [] };
  return { type: "proposal", proposal: proposalOf(fix, { confidence }) } as const;
};
const exhausted = { type: "exhausted", tried: 9, note: "Tried 9." } as const;

async function searched(
  ...events: Parameters<ReturnType<typeof setUp>["search"]["lastCall"]["say"]>
) {
  const made = setUp();
  const run = made.repair.find("search", subject);
  made.search.lastCall.say(...events);
  await run;
  return made;
}

describe("looking again for longer", () => {
  it("keeps what is on show in its order, adds what is new, and weighs it all again", async () => {
    const { repair, search } = await searched(graded("good = 1", "confident"), exhausted);
    expect(search.lastCall.options).toEqual({ seconds: 10, thorough: false });
    const run = repair.keepLooking();
    expect(search.lastCall.options).toEqual({ seconds: 30, thorough: true });
    search.lastCall.say(graded("good = 2", "confident"), graded("good = 1", "possible"), exhausted);
    await run;
    expect(fixesOf(repair)).toEqual(["good = 1", "good = 2"]);
    const { fixes } = findingsOf(lifecycleOf(repair));
    expect(fixes.map(({ proposal }) => proposal.confidence?.grade)).toEqual([
      ...["possible", "confident"],
    ]);
    const note = "1 fix more, added after those that you have seen. Tried 9.";
    expect(lifecycleOf(repair)).toMatchObject({ kind: "done", seconds: 30, note });
    void repair.keepLooking();
    expect(search.lastCall.options).toEqual({ seconds: 90, thorough: true });
  });

  it("does not bring back what was put aside", async () => {
    const { repair, search } = await searched(
      graded("good = 1", "confident"),
      graded("good = 2", "confident"),
      exhausted,
    );
    repair.discard("fix-1");
    const run = repair.keepLooking();
    search.lastCall.say(graded("good = 1", "confident"), exhausted);
    await run;
    expect(fixesOf(repair)).toEqual(["good = 2"]);
    expect(lifecycleOf(repair)).toMatchObject({ note: "Nothing new. Tried 9." });
  });
});

describe("looking again with an answer among the tests", () => {
  it("proves the earlier fixes first, drops those that fail, and orders them anew", async () => {
    const { repair, search, python } = setUp();
    const earlier = ["bad = 1", "good = 1", "good = 2"].map((fix) => proposalOf(fix));
    const run = repair.reconsider(subject, earlier);
    await expect.poll(() => search.calls.length).toBe(1);
    search.lastCall.say(graded("good = 3", "confident"), graded("good = 2", "possible"), exhausted);
    await run;
    expect(python.judged).toEqual(["bad = 1", "good = 1", "good = 2", "good = 3"]);
    expect(fixesOf(repair)).toEqual(["good = 3", "good = 2", "good = 1"]);
    // What was on show stays on show.
    expect(shownFix(repair.store.getState())?.proposal.fix).toBe("good = 1");
    expect(lifecycleOf(repair)).toMatchObject({
      note: "Your answer ruled out 1 of 3 fixes. The others were put in order again. Tried 9.",
      findings: { refuted: [], refutedCount: 0 },
    });
  });
});

describe("what a search tells on its way", () => {
  it("is kept: lines under suspicion, the worst first, and where proposals differ", async () => {
    const disagreements = [{ call: "f([])", answers: [{ fix: "good = 1", answer: "0" }] }];
    const { repair } = await searched(
      ...([
        {
          type: "suspicion",
          lines: [
            [1, 0.2],
            [4, 0.8],
          ],
        },
        { type: "disagreements", disagreements },
        exhausted,
      ] as const),
    );
    expect(findingsOf(lifecycleOf(repair))).toMatchObject({
      suspicion: [
        [4, 0.8],
        [1, 0.2],
      ],
      disagreements,
    });
    repair.clearSuspicion();
    expect(findingsOf(lifecycleOf(repair)).suspicion).toEqual([]);
  });

  it("is said with the rate, the best so far, and the time", () => {
    const progress = {
      ...{ tried: 3000, total: null, note: "", secondsLeft: null, secondsGone: 2.5 },
      best: { passed: 5, of: 7 },
    };
    const { repair } = setUp();
    void repair.find("search", subject);
    const lifecycle = lifecycleOf(repair);
    if (lifecycle.kind !== "working") throw new Error("It has begun.");
    expect(progressWords({ ...lifecycle, progress })).toEqual([
      ...["3,000 candidates tried", "1,200 per second"],
      ...["best so far passes 5 of 7 tests", "2 of 10 s"],
    ]);
    expect(progressWords(lifecycle)).toEqual(["Preparing the search…"]);
  });
});
