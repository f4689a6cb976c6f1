import { describe, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import { parseCommand } from "./arguments";
import { BadUsage } from "./badUsage";

describe("a command line", () => {
  it("has defaults", () => {
    expect(parseCommand(["trace", "p.py"])).toEqual({
      kind: "trace",
      program: "p.py",
      tests: null,
      test: null,
      form: "inline",
      limits: defaultLimits,
      ...{ stdin: null, files: [], seed: null, clock: null },
    });
  });

  it("takes every option", () => {
    const line =
      "trace p.py --tests t.py --test 2 --form=json --seconds 0.5 --steps 9 --stdin in.txt --file a.csv --file b.py --seed 7 --clock 2025-01-01T12:00";
    expect(parseCommand(line.split(" "))).toEqual({
      kind: "trace",
      program: "p.py",
      tests: "t.py",
      test: 2,
      form: "json",
      limits: { ...defaultLimits, seconds: 0.5, steps: 9 },
      stdin: "in.txt",
      files: ["a.csv", "b.py"],
      seed: 7,
      clock: "2025-01-01T12:00:00Z",
    });
  });

  it("asks for a verdict", () => {
    expect(parseCommand("verify p.py --tests t.py --json --seconds 2".split(" "))).toEqual({
      kind: "verify",
      program: "p.py",
      tests: "t.py",
      json: true,
      limits: { ...defaultLimits, seconds: 2 },
      ...{ stdin: null, files: [], seed: null, clock: null },
    });
  });

  it("asks for a repair", () => {
    expect(parseCommand("repair p.py --tests t.py --budget 2.5 --stdin in.txt".split(" "))).toEqual(
      {
        kind: "repair",
        program: "p.py",
        tests: "t.py",
        budget: 2.5,
        json: false,
        limits: defaultLimits,
        ...{ stdin: "in.txt", files: [], seed: null, clock: null },
      },
    );
  });

  it("asks for a data set to be repaired", () => {
    expect(parseCommand(["bench-repair", "d.jsonl"])).toEqual({
      ...{ kind: "bench-repair", dataset: "d.jsonl", hidden: null, limit: null, budget: 10 },
      json: false,
    });
    const line = "bench-repair d.jsonl --hidden h.jsonl --limit 3 --budget 30 --json";
    expect(parseCommand(line.split(" "))).toMatchObject({
      ...{ hidden: "h.jsonl", limit: 3, budget: 30, json: true },
    });
  });

  it.each([
    ["", "No command was given."],
    ["run p.py", 'There is no command "run".'],
    ["trace", "No program was given."],
    ["trace p.py q.py", "There can be only one program, not q.py too."],
    ["trace p.py --form html", 'There is no form "html".'],
    ["trace p.py --form toString", 'There is no form "toString".'],
    ["trace p.py --test 0", '--test takes a whole number from 1 on, not "0".'],
    ["trace p.py --steps 1.5", '--steps takes a whole number from 1 on, not "1.5".'],
    ["trace p.py --seconds 0", '--seconds takes a number above 0 and up to 1000000, not "0".'],
    ["trace p.py --seconds soon", "--seconds takes a number"],
    ["trace p.py --seed -1", "--seed"],
    ["trace p.py --seed=x", "--seed takes a whole number from 0 to 4294967295"],
    ["trace p.py --clock noon", "--clock takes a moment such as"],
    ["trace p.py --output x", "Unknown option '--output'"],
    ["trace p.py --tests", "argument missing"],
    ["verify", "No program was given."],
    ["verify p.py", "No tests were given: --tests TESTS.py is missing."],
    ["verify p.py --tests t.py --form cwm", "Unknown option '--form'"],
    ["repair p.py", "No tests were given: --tests TESTS.py is missing."],
    ["repair p.py --tests t.py --budget 0", "--budget takes a number above 0"],
    ["bench-repair", "No data set was given."],
    ["bench-repair a.jsonl b.jsonl", "There can be only one data set, not b.jsonl too."],
    ["bench-repair a.jsonl --limit 0", '--limit takes a whole number from 1 on, not "0".'],
    ["bench-repair a.jsonl --seed 1", "Unknown option '--seed'"],
  ])("is refused: %s", (line, message) => {
    const parsing = () => parseCommand(line.split(" ").filter((word) => word !== ""));
    expect(parsing).toThrow(BadUsage);
    expect(parsing).toThrow(message);
  });
});
