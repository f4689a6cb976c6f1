import { expect, it } from "vitest";
import type { Confidence, EngineEvent } from "../domain/engine";
import { defaultLimits } from "../domain/limits";
import { emptyTrace } from "../domain/trace";
import { FakeEngine, proposalOf } from "../testing/fakeEngine";
import { fakeOutcome, fakeTest } from "../testing/fakeRuntime";
import { findFixes, type RepairRuntime } from "./findFixes";
import { isRepaired, repairedJson, repairedWords } from "./repair";

const tests = [fakeTest("t1"), fakeTest("t2")];

/** Its tests pass for programs that have "right" in them. */
const runtime: RepairRuntime = {
  discover: () => Promise.resolve({ kind: "found", tests }),
  judge: ({ program }) => {
    const status = program.includes("right") ? "passed" : "failed";
    return Promise.resolve(tests.map(({ id }) => fakeOutcome(id, status)));
  },
  inspect: () => Promise.resolve([]),
  trace: (_, id) => Promise.resolve(emptyTrace(id, { kind: "finished" })),
  interpreters: { fresh: () => Promise.reject(new Error("not needed")) },
};

const problem = {
  ...{ id: "p", title: "p", instruction: "", program: "x = 0\n", tests: "", heldOut: "" },
  provenance: { source: "user" as const, reference: "" },
};

function foundWith(...events: EngineEvent[]) {
  const engine = new FakeEngine();
  const found = findFixes(runtime, problem, { budget: 1, limits: defaultLimits }, engine);
  const speak = () => {
    const [call] = engine.calls;
    if (!call) {
      setTimeout(speak, 0);
      return;
    }
    call.say(...events);
    call.end();
  };
  speak();
  return found;
}

const proposal = (fix: string, grade: Confidence["grade"], probability: number) => {
  const doubts = grade === "unlikely" ? ["it knows a test's answer"] : [];
  const confidence = { probability, grade, doubts };
  return { type: "proposal" as const, proposal: proposalOf(fix, { confidence }) };
};

it("proves what the engine proposes, and puts what is unlikely behind", async () => {
  const found = await foundWith(
    { type: "progress", tried: 7, total: null, note: "" },
    proposal("right = 0\n", "unlikely", 0.1),
    proposal("wrong = 1\n", "confident", 0.99),
    proposal("right = 1\n", "confident", 0.9),
    proposal("right = 2\n", "possible", 0.5),
    {
      type: "disagreements",
      disagreements: [
        {
          call: "f([])",
          answers: [
            { fix: "right = 1\n", answer: "1" },
            { fix: "right = 2\n", answer: "2" },
            { fix: "wrong = 1\n", answer: "3" },
          ],
        },
      ],
    },
    { type: "exhausted", tried: 12, note: "Tried 12." },
  );
  expect(found).toMatchObject({ kind: "searched", candidates: 12, note: "Tried 12." });
  expect(found.fixes.map(({ proposal: { fix } }) => fix)).toEqual([
    "right = 1\n",
    "right = 2\n",
    "right = 0\n",
  ]);
  const repaired = { found, file: "p.py", program: problem.program };
  expect(isRepaired(repaired)).toBe(true);
  expect(repairedWords(repaired)).toBe(`Patch 1 of 3
The start value is wrong.

--- p.py
+++ p.py
@@ -1,1 +1,1 @@
-x = 0
+right = 1

It passes all 2 tests, judged apart from the program.
Probably what you meant (90%).

Patch 2 of 3
The start value is wrong.

--- p.py
+++ p.py
@@ -1,1 +1,1 @@
-x = 0
+right = 2

It passes all 2 tests, judged apart from the program.
Possibly what you meant (50%).

Patch 3 of 3
The start value is wrong.

--- p.py
+++ p.py
@@ -1,1 +1,1 @@
-x = 0
+right = 0

It passes all 2 tests, judged apart from the program.
Probably not what you meant (10%).
Against it: it knows a test's answer.

They disagree on f([]): patch 1 gives 1, patch 2 gives 2. Add a test that says which is right.

Tried 12.
`);
  expect(JSON.parse(repairedJson(repaired))).toMatchObject({
    repaired: true,
    patches: [
      { rank: 1, program: "right = 1\n", confidence: 0.9, grade: "confident", passed: 2 },
      { rank: 2, grade: "possible" },
    ],
    unlikely: [{ rank: 3, grade: "unlikely", doubts: ["it knows a test's answer"] }],
    disagreements: [{ call: "f([])" }],
    candidates: 12,
  });
});

it("has no fix where none passes, and says how the engine failed", async () => {
  const failure = { what: "It broke.", why: "It had to.", tryThis: "Press the button." };
  const found = await foundWith(proposal("wrong\n", "possible", 0.5), { type: "failed", failure });
  expect(found.fixes).toEqual([]);
  expect(repairedWords({ found, file: "p.py", program: "" })).toBe("It broke. It had to.\n");
});
