import { describe, expect, it } from "vitest";
import { condense } from "../../domain/condense";
import type { RepairTask } from "../../domain/engine";
import { sampleSchema, type Sample } from "../../domain/sample";
import { StorageError } from "../../storage/failure";
import { exampleSample } from "../../testing/samples";
import { traceOfSteps } from "../../testing/traces";
import { acceptFix, type AcceptanceDependencies } from "./acceptance";
import type { ProvenFix } from "./repairState";

const example = exampleSample();
const subject: RepairTask = {
  problem: example.problem,
  tests: example.verdict.tests,
  outcomes: example.verdict.outcomes,
  trace: example.trace,
};
const fix: ProvenFix = {
  id: "fix-1",
  proposal: {
    rationale: example.rationale,
    fix: example.fix,
    prompt: null,
    engine: example.engine,
  },
  verdict: example.verdict,
  versions: example.versions,
};

function setUp(kept: Sample[] = []): AcceptanceDependencies & { kept: Sample[] } {
  return {
    kept,
    samples: {
      add: (sample) => Promise.resolve(void kept.push(sample)),
      list: () => Promise.resolve({ samples: kept, unreadable: [] }),
    },
    buildPrompt: () => example.prompt,
    newId: () => "sample-1",
    now: () => example.acceptedAt,
  };
}

describe("accepting a fix", () => {
  it("keeps everything that reproduces the verdict", async () => {
    const deps = setUp();
    expect(await acceptFix(deps, subject, fix)).toEqual({ kind: "kept" });
    expect(sampleSchema.parse(deps.kept[0])).toEqual(example);
  });

  it("keeps the prompt that was sent, where one was", async () => {
    const deps = setUp();
    const prompt = [{ role: "user" as const, content: "as sent" }];
    const proposal = { ...fix.proposal, prompt };
    await acceptFix(deps, subject, { ...fix, proposal });
    expect(deps.kept[0]?.prompt).toEqual(prompt);
  });

  it("keeps a long trace condensed", async () => {
    const deps = setUp();
    const steps = Array.from({ length: 25_000 }, (_, ordinal) => ({
      ordinal,
      place: "program" as const,
      line: 1,
      frame: { call: 0, function: "<module>", depth: 0, caller: null },
      changes: [{ name: "x", value: "1" }],
      printed: 0,
    }));
    const trace = traceOfSteps(steps);
    await acceptFix(deps, { ...subject, trace }, fix);
    expect(deps.kept[0]?.trace).toEqual(condense(trace, 20_000));
    expect(deps.kept[0]?.trace.steps).toHaveLength(21_000);
  });

  it("keeps the same fix once", async () => {
    const deps = setUp();
    await acceptFix(deps, subject, fix);
    expect(await acceptFix(deps, subject, { ...fix, id: "fix-2" })).toEqual({
      kind: "alreadyKept",
    });
    expect(deps.kept).toHaveLength(1);
  });

  it("refuses what was not proven in a fresh interpreter", async () => {
    const deps = setUp();
    const verdict = { ...fix.verdict, fresh: false };
    expect((await acceptFix(deps, subject, { ...fix, verdict })).kind).toBe("refused");
    expect(deps.kept).toEqual([]);
  });

  it("says why the browser did not keep it", async () => {
    const failure = { what: "Not kept.", why: "Full.", tryThis: "Delete some." };
    const deps = setUp();
    deps.samples.add = () => Promise.reject(new StorageError(failure, null));
    expect(await acceptFix(deps, subject, fix)).toEqual({ kind: "refused", failure });
  });
});
