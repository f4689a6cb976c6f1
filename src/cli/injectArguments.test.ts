import { describe, expect, it } from "vitest";
import { parseCommand } from "./arguments";
import { BadUsage } from "./badUsage";

describe("the command that makes bugs", () => {
  it.each([
    [
      "inject p.py --tests t.py",
      { of: "program", program: "p.py", tests: "t.py", json: false, difficulty: "easy", seed: 0 },
    ],
    [
      "inject p.py --tests t.py --difficulty hard --count 3 --seed 9 --json",
      { of: "program", json: true, difficulty: "hard", seed: 9, count: 3 },
    ],
    [
      "inject --dataset d.jsonl --out o.jsonl --limit 5 --difficulty medium",
      { of: "dataset", dataset: "d.jsonl", out: "o.jsonl", limit: 5, difficulty: "medium" },
    ],
  ])("reads %s", (line, command) => {
    expect(parseCommand(line.split(" "))).toMatchObject({ kind: "inject", ...command });
  });

  it.each([
    ["inject", "No program and no --dataset was given."],
    ["inject p.py", "--tests TESTS.py is missing"],
    ["inject p.py q.py --tests t.py", "only one program"],
    ["inject p.py --tests t.py --difficulty brutal", 'There is no difficulty "brutal".'],
    ["inject p.py --tests t.py --count 0", "--count takes a whole number from 1 on"],
    ["inject p.py --tests t.py --out o", "--out and --limit belong to --dataset."],
    ["inject p.py --dataset d.jsonl", "--dataset goes with no program"],
    ["inject --dataset d.jsonl --json", "--dataset goes with no program"],
  ])("refuses %s", (line, message) => {
    const parsing = () => parseCommand(line.split(" "));
    expect(parsing).toThrow(BadUsage);
    expect(parsing).toThrow(message);
  });
});
