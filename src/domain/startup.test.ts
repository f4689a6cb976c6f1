import { expect, it } from "vitest";
import { bootMeasure, readStartup, startupMarks } from "./startup";

const mark = (name: keyof typeof startupMarks, startTime: number) => ({
  name: startupMarks[name],
  startTime,
  duration: 0,
});
const boot = (startTime: number, duration: number) => ({ name: bootMeasure, startTime, duration });

it("takes a start apart into its phases, in the order of their begin", () => {
  const entries = [
    mark("page", 100),
    mark("partsAsked", 120),
    mark("partsFetched", 300),
    mark("compileBegun", 200),
    mark("compiled", 350),
    boot(350, 250),
    boot(360, 400),
    mark("editor", 700),
    mark("traced", 680),
    mark("traceDrawn", 720),
  ];
  expect(readStartup(entries)).toEqual({
    phases: [
      { name: "page", from: 0, to: 100 },
      { name: "editor", from: 100, to: 700 },
      { name: "fetch", from: 120, to: 300 },
      { name: "compile", from: 200, to: 350 },
      { name: "restore", from: 350, to: 600 },
      { name: "run", from: 600, to: 680 },
      // The drawing waited for the editor.
      { name: "draw", from: 700, to: 720 },
    ],
    total: 720,
  });
});

it("leaves out what has not happened yet, and counts the first of each", () => {
  const started = readStartup([mark("page", 100), mark("page", 900), mark("partsAsked", 120)]);
  expect(started).toEqual({ phases: [{ name: "page", from: 0, to: 100 }], total: null });
});
