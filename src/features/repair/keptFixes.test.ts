import { expect, it } from "vitest";
import { condense } from "../../domain/condense";
import { upgradeTrace } from "../../domain/upgradeTrace";
import { largestRequest } from "../../testing/largestRequest";
import { exampleSample } from "../../testing/samples";
import { traceOfSteps } from "../../testing/traces";
import { asVersion1 } from "../../testing/version1";
import { createKeptFixes } from "./keptFixes";
import type { ProvenFix } from "./repairState";

const subject = largestRequest();
const { engine, verdict, versions } = exampleSample();
const fix: ProvenFix = {
  id: "fix-1",
  proposal: { rationale: "Why.", fix: "x = 1", prompt: null, engine },
  verdict,
  versions,
};

function storageOf(stored: { text: string | null }): Pick<Storage, "getItem" | "setItem"> {
  return {
    getItem: () => stored.text,
    setItem: (_key, text) => {
      stored.text = text;
    },
  };
}

it("keeps a long trace condensed", () => {
  const stored = { text: null };
  const [first] = subject.trace.steps;
  if (first === undefined) throw new Error("the trace has no step");
  const trace = traceOfSteps(
    Array.from({ length: 9_000 }, (_, ordinal) => ({ ...first, ordinal })),
  );
  createKeptFixes(storageOf(stored)).save({ ...subject, trace }, [fix]);
  const loaded = createKeptFixes(storageOf(stored)).load(subject.problem);
  expect(loaded?.subject.trace).toEqual(condense(trace, 2_000));
  expect(loaded?.subject.trace.steps).toHaveLength(3_000);
});

it("reads what was kept with a trace of version 1", () => {
  const old = { engine: "search", subject: { ...subject, trace: asVersion1(subject.trace) } };
  const stored = { text: JSON.stringify([{ ...old, fixes: [fix] }]) };
  const loaded = createKeptFixes(storageOf(stored)).load(subject.problem);
  expect(loaded?.subject.trace).toEqual(upgradeTrace(asVersion1(subject.trace)));
});
