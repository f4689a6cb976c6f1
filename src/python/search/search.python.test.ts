import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../../domain/limits";
import { parseExampleFile } from "../../domain/exampleFile";
import { emptyTrace } from "../../domain/trace";
import { NodeInterpreter } from "../../testing/nodeInterpreter";
import {
  discover,
  rank,
  search,
  searchArgs,
  start,
  type Found,
  type Problem,
} from "../../testing/searchRun";
import type { Args, Result } from "../protocol";

const folder = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../features/workbench/problem/examples",
);
const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .sort()
  .map((name) => parseExampleFile(name, readFileSync(join(folder, name), "utf8")));

let interpreter: NodeInterpreter;
beforeAll(async () => {
  interpreter = await NodeInterpreter.start();
});

const repairs = async (problem: Problem, change: Partial<Args<"search">> = {}) =>
  search(interpreter, { ...(await searchArgs(interpreter, problem)), ...change });
const textsOf = ({ program, tests }: Problem): Problem => ({ program, tests });

type Searched = Found & Pick<Result<"rank">, "patches">;
const searched = new Map<string, Promise<Searched>>();

/** What the search finds for an example, by rank too; each is searched once. */
function searchedExample(problem: Problem): Promise<Searched> {
  const known = searched.get(problem.program);
  if (known) return known;
  const found = (async () => {
    const args = await searchArgs(interpreter, textsOf(problem));
    expect(args.failing.length).toBeGreaterThan(0);
    expect(args.failing.length).toBeLessThan(args.all.length);
    const all = await search(interpreter, { ...args, most: 200 });
    return { ...all, patches: (await rank(interpreter, args, all.found)).patches };
  })();
  searched.set(problem.program, found);
  return found;
}

/** The lines that only one of two texts has. */
function changed(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  return {
    removed: old.filter((line) => !fresh.includes(line)).map((line) => line.trim()),
    added: fresh.filter((line) => !old.includes(line)).map((line) => line.trim()),
  };
}

/** The natural fix of each example, as the lines it adds; "" where it only moves a line. */
const naturalFixes: Readonly<Record<string, string>> = {
  "largest-of-a-list": "best = xs[0]",
  "odd-numbers-first": "if number % 2 == 0:",
  "words-of-a-line": `words.append(part.replace('"', "").strip())`,
  "neighbours-that-differ": "for i in range(len(values) - 1):",
  "fibonacci-numbers": "numbers.append(current)",
  "longest-run": "else: current = 0",
  "shopping-basket": "def add_to_basket(item, basket=None): if basket is None: basket = []",
  "multiplication-table": "table = [[0] * size for _ in range(size)]",
  "snapshots-of-a-queue": "history.append(list(line))",
  "all-positive": "",
  "leap-year": "return year % 4 == 0 and year % 100 != 0 or year % 400 == 0",
  "power-by-squaring": "return 1",
  "letter-counts": "counts[letter] = counts.get(letter, 0) + 1",
  "bank-account": "",
  "pages-of-a-list": "if len(page) >= size:",
  "sum-of-digits": "number //= 10",
  "average-grade": "return total / len(grades) if grades else 0",
  countdown: "for number in range(start, 0, -1):",
  palindrome: "letters = [letter.lower() for letter in text if letter.isalpha()]",
  "binary-search": "while low <= high:",
  flatten: "flat.extend(flatten(value))",
  "who-likes-what": "result.setdefault(fruit, []).append(person)",
};

describe("the examples", () => {
  it("cover every kind of mistake and of test", async () => {
    const kinds = new Set(examples.map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        "wrong operator",
        "off-by-one",
        "wrong variable",
        "missing update",
        "wrong initial value",
        "mutable default",
        "aliasing",
        "early return",
        "wrong condition",
        "recursion base case",
        "string handling",
        "dict handling",
        "class",
        "generator",
        "endless loop",
        "exception",
      ]),
    );
    const testKinds = new Set<string>();
    for (const { problem } of examples) {
      for (const test of await discover(interpreter, textsOf(problem))) testKinds.add(test.kind);
    }
    expect([...testKinds].sort()).toEqual(
      ["assert", "check", "doctest", "function", "stdio", "unittest"].sort(),
    );
  });

  it.each(examples.map(({ problem }) => [problem.title, problem] as const))(
    "%s fails a test, and the first fix found is the natural one",
    async (_, problem) => {
      const { found, patches } = await searchedExample(problem);
      expect(found[0]?.index).toBeLessThan(150);
      const [first] = patches;
      expect(first?.confidence.grade).not.toBe("unlikely");
      const { added } = changed(problem.program, first?.fix ?? "");
      expect(added.join(" ")).toBe(naturalFixes[problem.provenance.reference]);
    },
  );
});

describe("a rationale", () => {
  const rationaleOf = async (id: string) => {
    const example = examples.find(({ problem }) => problem.provenance.reference === id);
    if (!example) throw new Error(`no example ${id}`);
    const { patches } = await searchedExample(example.problem);
    return patches[0]?.rationale;
  };

  it("states what was observed, what was expected, and what the fix does, with steps", async () => {
    expect(await rationaleOf("largest-of-a-list")).toBe(
      "`largest([-3, -1])` returned `0`; `-1` was expected. `best` starts at `0` on line 2. " +
        "`x > best` on line 4 never holds, so no step after (1) changes it, " +
        "and line 6 returns `0` in step (4).\n\n" +
        "Starting at `xs[0]`, `best` is `-3` in step (1), then `-1` in step (4), " +
        "and `largest([-3, -1])` gives `-1`, as expected.",
    );
  });

  it.each([
    ["letter-counts", ["raised `KeyError: 'a'` on line 4", "`letter` = `'a'`"]],
    ["sum-of-digits", ["`digit_sum(7)` never comes to an end", "`number > 0`", "`number //= 10`"]],
    ["shopping-basket", ["is called in step (3)", "`basket` = `['bread']`"]],
    ["countdown", ["With the input `3`, line 3 of the output is", 'expected "1"']],
    ["power-by-squaring", ["`power(2, 0)` returned `0`; `1` was expected", "`return 1`"]],
    ["leap-year", ["`is_leap(2024)` returned `False`; `True` was expected"]],
    ["all-positive", ["returned `True`; something false was expected", "`number` = `4`"]],
  ])("of %s speaks of that run", async (id, parts) => {
    const rationale = await rationaleOf(id);
    for (const part of parts) expect(rationale).toContain(part);
  });
});

describe("the search", () => {
  const doubled = {
    program: "def double(x):\n    return x + x + x  # three times\n",
    tests: "assert double(2) == 4\n",
  };

  it("goes on from a candidate with the same numbering", async () => {
    const args = { ...(await searchArgs(interpreter, doubled)), careful: true };
    const whole = await search(interpreter, args);
    const from = (whole.found[0]?.index ?? 0) + 1;
    const rest = await search(interpreter, { ...args, from });
    expect(rest.tried.slice(0, 5)).toEqual(
      whole.tried.filter((index) => index >= from).slice(0, 5),
    );
    const later = ({ found }: Found) => found.filter(({ index }) => index >= from);
    expect(later(rest).slice(0, 3)).toEqual(later(whole).slice(0, 3));
  });

  it("tries no candidate that does the same as another", async () => {
    const { tried } = await repairs(doubled, { careful: true });
    expect(new Set(tried).size).toBe(tried.length);
  });

  it("has nothing to try for a program that cannot be read or fails nothing", async () => {
    const args = await searchArgs(interpreter, doubled);
    const unreadable = await search(interpreter, { ...args, program: "def double(x:\n" });
    expect(unreadable.done).toEqual({ tried: 0, total: 0 });
    const content = await search(interpreter, { ...args, failing: [] });
    expect(content.done).toEqual({ tried: 0, total: 0 });
  });

  it("is not held up by candidates that loop without end", async () => {
    const { done, found } = await repairs({
      program: [
        "def steps(n):",
        "    count = 0",
        "    while n != 1:",
        "        n = n // 2 if n % 2 == 0 else 3 * n - 1",
        "        count += 1",
        "    return count",
        "",
      ].join("\n"),
      tests: "assert steps(1) == 0\nassert steps(6) == 8\nassert steps(7) == 16\n",
    });
    expect(done.tried).toBeGreaterThan(0);
    expect(found[0]?.fix).toContain("3 * n + 1");
  });

  it("takes no measure from a run that time cut short", async () => {
    const program = `
from tracemend.search.evaluate import Evaluator
from tracemend.search.codes import compiled
from tracemend.units import find_all
endless = "def f():\\n    while True:\\n        sum(range(300))\\n"
units = find_all(endless, "assert f() == 1")
evaluator = Evaluator(endless, "assert f() == 1", units, [units[0].id], 0.2)
before = evaluator.seconds
evaluator.observe(compiled(endless), lambda: None)
print(evaluator.budget, evaluator.seconds == before)
`;
    const asked = { program, session: "s", ask: { kind: "run" as const, stdin: "" } };
    const reply = await interpreter.call(
      "answer",
      { ...asked, limits: defaultLimits },
      { seconds: 10 },
    );
    expect(reply).toEqual({ kind: "ran", output: "40000 True\n" });
  });

  it("starts each candidate from unchanged modules and built-ins", async () => {
    const program = [
      "import builtins",
      "import math",
      "math.pi = math.pi + 1",
      "builtins.abs = lambda x, before=abs: before(x) + 1",
      "def area(r):",
      "    return math.pi * r * r + 1",
      "",
    ].join("\n");
    const tests = "assert round(area(1), 4) == 4.1416\nassert round(area(0), 4) == 0\n";
    // Running the program before would leave the interpreter changed; only the search puts it back.
    const trace = emptyTrace(null, { kind: "finished" });
    const asked = { ...start, failing: ["t1", "t2"], all: ["t1", "t2"] };
    const { found } = await search(interpreter, { program, tests, trace, ...asked });
    expect(found[0]?.fix).toBe(program.replace("r * r + 1", "r * r"));
    const after = await repairs({
      program: "def size(x):\n    return abs(x) + 1\n",
      tests: "assert size(-3) == 3\n",
    });
    expect(after.found.map(({ fix }) => fix)).toContain("def size(x):\n    return abs(x)\n");
  });

  it("keeps the text outside the edit byte for byte", async () => {
    const program = [
      "# ünïcode before",
      "def   shout( text ,é='ß' ):   # a comment — with a dash",
      "\tparts = [ text ,  'ß🎉', é ]  # keeps  its  spaces",
      "",
      "\treturn ''.join( parts ).lower( )   ;  # loud 🎉",
      "",
    ].join("\r\n");
    const { found } = await repairs({
      program,
      tests: "assert shout('aB') == 'ABSS🎉SS'\n",
    });
    const fixed = found.find(({ edits }) => edits[0]?.family === "function");
    expect(fixed?.fix).toBe(program.replace(".lower(", ".upper("));
  });

  it("counts columns in characters, whatever the bytes", async () => {
    const shape = (letter: string) => ({
      program: `def f(x${letter}):\n    y = '${letter}${letter}'; z = x${letter} + len(y) - 2\n    return z - 1\n`,
      tests: "assert f(3) == 3\nassert f(0) == 0\n",
    });
    const plain = await repairs(shape("q"), { careful: true });
    const accented = await repairs(shape("é"), { careful: true });
    expect(plain.found.length).toBeGreaterThan(0);
    expect(accented.done).toEqual(plain.done);
    expect(accented.tried).toEqual(plain.tried);
    expect(accented.found.map(({ fix }) => fix)).toEqual(
      plain.found.map(({ fix }) => fix.replaceAll("q", "é")),
    );
  });
});
