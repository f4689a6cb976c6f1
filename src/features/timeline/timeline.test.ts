import { beforeEach, describe, expect, it } from "vitest";
import { everything } from "../../domain/timeline/reading";
import { TraceIndex } from "../../domain/timeline/traceIndex";
import { largestProgram, traceOfLargest } from "../../testing/largest";
import { Timeline } from "./timeline";
import { watchedVariable } from "./watched";

/** Frames that the test draws. */
class HeldFrames {
  private callback: ((milliseconds: number) => void) | null = null;
  private now = 0;

  readonly request = (callback: (milliseconds: number) => void): number => {
    this.callback = callback;
    return 1;
  };

  readonly cancel = (): void => {
    this.callback = null;
  };

  get waiting(): boolean {
    return this.callback !== null;
  }

  /** Draws a frame so many milliseconds after the last. */
  draw(milliseconds: number): void {
    this.now += milliseconds;
    const { callback } = this;
    this.callback = null;
    callback?.(this.now);
  }
}

let frames: HeldFrames;
let timeline: Timeline;
const state = () => timeline.store.getState();
const newIndex = () =>
  new TraceIndex(traceOfLargest(), {
    program: largestProgram("0"),
    tests: "assert largest([-3, -1]) == -1",
  });

beforeEach(() => {
  frames = new HeldFrames();
  timeline = new Timeline(frames);
  timeline.show(newIndex());
});

describe("moving", () => {
  it("goes step by step and stays within the trace", () => {
    timeline.stepBy(-1);
    expect(state().position).toBe(0);
    timeline.stepBy(1);
    expect(state().position).toBe(1);
    timeline.goToLast();
    timeline.stepBy(1);
    expect(state().position).toBe(4);
    timeline.goToFirst();
    expect(state().position).toBe(0);
  });

  it("goes along a line and stays where it does not run again", () => {
    timeline.goTo(2);
    timeline.goAlongLine("next");
    expect(state().position).toBe(3);
    timeline.goAlongLine("next");
    expect(state().position).toBe(3);
    timeline.goAlongLine("previous");
    expect(state().position).toBe(2);
  });

  it("goes along the variable that the step changed, and keeps to it", () => {
    timeline.goTo(2);
    expect(watchedVariable(state())).toEqual({ function: "largest", name: "x" });
    timeline.goAlongVariable("next");
    expect(state().position).toBe(3);
    timeline.goTo(1);
    timeline.goAlongVariable("next");
    expect(state().position).toBe(2);
    timeline.goAlongVariable("previous");
    expect(state().position).toBe(2);
  });

  it("goes along a chosen variable from anywhere", () => {
    timeline.watch({ function: "largest", name: "best" });
    timeline.goToLast();
    timeline.goAlongVariable("previous");
    expect(state().position).toBe(1);
  });

  it("jumps to the failure", () => {
    timeline.goToFailure();
    expect(state().position).toBe(4);
  });
});

describe("playing", () => {
  it("moves at its speed, stops at the end and begins anew from there", () => {
    timeline.setSpeed(5);
    timeline.play();
    frames.draw(16);
    expect(state().position).toBe(0);
    frames.draw(200);
    expect(state()).toMatchObject({ position: 1, playing: true });
    timeline.setSpeed(100);
    frames.draw(200);
    expect(state()).toMatchObject({ position: 4, playing: false });
    expect(frames.waiting).toBe(false);
    timeline.togglePlaying();
    expect(state()).toMatchObject({ position: 0, playing: true });
  });

  it("does not leap over the time in which the page was hidden", () => {
    timeline.setSpeed(5);
    timeline.play();
    frames.draw(16);
    frames.draw(60_000);
    expect(state().position).toBe(1);
  });

  it("ends when the reader moves, and when another trace is shown", () => {
    timeline.play();
    timeline.stepBy(1);
    expect(state()).toMatchObject({ position: 1, playing: false });
    timeline.play();
    timeline.show(newIndex());
    expect(frames.waiting).toBe(false);
    expect(state()).toMatchObject({ position: 0, playing: false });
  });
});

describe("another trace", () => {
  it("begins at its first step with every comment, at the same speed and tab", () => {
    timeline.setSpeed(20);
    timeline.openTab("calls");
    timeline.goTo(3);
    timeline.setPreview(1);
    timeline.chooseCall(1);
    timeline.toggleName("x");
    timeline.toggleLine({ place: "program", line: 2 });
    timeline.watch({ function: "largest", name: "x" });
    timeline.show(newIndex());
    expect(state()).toMatchObject({
      position: 0,
      preview: null,
      filter: everything,
      watched: null,
      speed: 20,
      tab: "calls",
    });
  });

  it("is the same one when it is shown again", () => {
    timeline.goTo(3);
    timeline.show(state().index);
    expect(state().position).toBe(3);
  });

  it("may be none", () => {
    timeline.show(null);
    timeline.play();
    timeline.goToLast();
    timeline.goToFailure();
    timeline.showHistory({ place: "program", line: 1 });
    expect(state()).toMatchObject({ index: null, position: 0, playing: false, summons: 0 });
  });
});

describe("comments", () => {
  it("are muted and heard again by line and by variable", () => {
    const line = { place: "program" as const, line: 2 };
    timeline.toggleLine(line);
    timeline.toggleName("x");
    timeline.toggleName("best");
    expect(state().filter).toEqual({ call: null, lines: [line], names: ["x", "best"] });
    timeline.toggleLine({ ...line });
    timeline.toggleName("x");
    expect(state().filter).toEqual({ call: null, lines: [], names: ["best"] });
    timeline.chooseCall(1);
    timeline.unmuteAll();
    expect(state().filter).toEqual({ call: 1, lines: [], names: [] });
  });
});

it("shows a step in passing and goes back, or stays where the reader goes", () => {
  timeline.setPreview(3);
  expect(state()).toMatchObject({ position: 0, preview: 3 });
  timeline.setPreview(null);
  expect(state()).toMatchObject({ position: 0, preview: null });
  timeline.setPreview(3);
  timeline.goTo(3);
  expect(state()).toMatchObject({ position: 3, preview: null });
});

it("opens the history of a line when it is asked for", () => {
  timeline.showHistory({ place: "program", line: 3 });
  expect(state()).toMatchObject({
    tab: "history",
    historyLine: { place: "program", line: 3 },
    summons: 1,
  });
});
