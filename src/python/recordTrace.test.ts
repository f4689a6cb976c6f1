import { expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import { Ends, FakeSource, Sends, silence, type Behaviour } from "../testing/fakeInterpreter";
import { traceOfLargest } from "../testing/largest";
import { traceEvents } from "../testing/traceEvents";
import { recordTrace } from "./recordTrace";

const trace = traceOfLargest();
const events = traceEvents(trace, 2);
const request = {
  program: "",
  tests: "",
  test: trace.testId,
  limits: { ...defaultLimits, seconds: 2 },
};

async function record(behaviour: Behaviour, signal?: AbortSignal) {
  return recordTrace(await new FakeSource(behaviour).fresh(), request, signal);
}

it("gives what the interpreter sent in pieces, with the end of its result", async () => {
  expect(await record(() => new Sends(events, { end: trace.end }))).toEqual(trace);
});

it("has the steps so far when the interpreter is ended for time, and names the user's limit", async () => {
  const partial = await record(() => new Sends(events.slice(0, 2), silence));
  expect(partial.end).toEqual({ kind: "timedOut", seconds: 2 });
  expect(partial.steps).toEqual(trace.steps.slice(0, 4));
});

it("has the steps so far when the interpreter dies", async () => {
  const died = new Ends({ kind: "died", message: "exit(3)" });
  const partial = await record(() => new Sends(events.slice(0, 1), died));
  expect(partial.end).toEqual({ kind: "crashed", message: "exit(3)" });
  expect(partial.stepCount).toBe(2);
});

it("has the steps so far when it is stopped", async () => {
  const stop = new AbortController();
  const recording = record(() => new Sends(events.slice(0, 1), silence), stop.signal);
  setTimeout(() => stop.abort(), 0);
  const partial = await recording;
  expect(partial.end).toEqual({ kind: "stopped" });
  expect(partial.steps).toEqual(trace.steps.slice(0, 2));
});

it("refuses what does not fit together", async () => {
  const twice = [...events.slice(0, 1), ...events.slice(0, 1)];
  await expect(record(() => new Sends(twice, { end: trace.end }))).rejects.toThrow("out of form");
});
