import fc from "fast-check";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Discovery } from "../domain/test";
import { defaultLimits } from "../domain/limits";
import type { RunEnd } from "../domain/trace";
import { readExplanationCases, writeExplanationCase } from "../testing/explanationCases";
import { readGoldenCases } from "../testing/goldenCases";
import { bootNode } from "../testing/nodeInterpreter";
import type { Booted } from "./boot";
import { methods } from "./protocol";

const probe = new URL("../testing/explaining/probe.py", import.meta.url);

let booted: Booted;
/** What goes wrong in explaining a program's end; empty where nothing does. */
let failure: (program: string) => string;

async function boot(): Promise<void> {
  const { pyodide, ...rest } = await bootNode({
    "explaining_probe.py": readFileSync(probe, "utf8"),
  });
  booted = rest.booted;
  failure = pyodide.runPython(
    "import explaining_probe; explaining_probe.failure",
  ) as typeof failure;
}

beforeAll(boot);

function endOf(program: string, tests = "", test: string | null = null): RunEnd {
  const args = { program, tests, test, limits: { ...defaultLimits, seconds: 5 } };
  const json = booted.dispatch("trace", JSON.stringify(args), () => undefined);
  return methods.trace.result.parse(JSON.parse(json)).end;
}

function discover(tests: string): Discovery {
  const json = booted.dispatch("discover", JSON.stringify({ program: "", tests }), () => undefined);
  return methods.discover.result.parse(JSON.parse(json));
}

const explanationOf = (end: RunEnd) => ("explanation" in end ? (end.explanation ?? null) : null);

describe("the cases", () => {
  const files = readExplanationCases();

  it("are all there", () => {
    expect(files.flatMap(({ cases }) => cases).length).toBeGreaterThan(150);
  });

  it.each(files)("of $path", async ({ path, cases }) => {
    const written = cases.map((one) =>
      writeExplanationCase(one, explanationOf(endOf(one.program))),
    );
    await expect(written.join("\n")).toMatchFileSnapshot(path);
  });
});

describe("explaining", () => {
  const programs = [
    ...readExplanationCases().flatMap(({ cases }) => cases),
    ...readGoldenCases(),
  ].map(({ program }) => program);

  /** What goes wrong in explaining; a program that ends the interpreter has nothing to explain. */
  async function failureIfAny(program: string): Promise<string> {
    try {
      return failure(program);
    } catch (error) {
      // Recursion through C, such as a `__getattr__` that misses itself, fills the engine's stack.
      if (!(error instanceof RangeError)) throw error;
      await boot();
      return "";
    }
  }

  it("never fails on programs with letters left out", async () => {
    const broken = fc
      .constantFrom(...programs)
      .chain((program) =>
        fc
          .array(fc.nat(program.length), { minLength: 1, maxLength: 3 })
          .map((at) => Array.from(program, (letter, i) => (at.includes(i) ? "" : letter)).join("")),
      );
    await fc.assert(
      fc.asyncProperty(broken, async (program) => {
        expect(await failureIfAny(program)).toBe("");
      }),
      { numRuns: 250 },
    );
  });

  it("says nothing of an assert of the tests, which has words of its own", () => {
    const end = endOf("def f():\n    return 1\n", "assert f() == 2", "t1");
    expect(end).toMatchObject({ kind: "raised", type: "AssertionError" });
    expect(explanationOf(end)).toBeNull();
  });

  it("tells what happened in the tests themselves", () => {
    const end = endOf(
      "def area(r):\n    return r * r\n",
      "def test_it():\n    assert aera(2) == 4",
      "t1",
    );
    expect(explanationOf(end)).toMatchObject({
      title: "`aera` has no value here",
      hint: "If `area` is meant, correct the spelling.",
      at: { place: "tests", line: 2, column: 11, endLine: 2, endColumn: 15 },
    });
  });

  it("tells why tests cannot be read, with Python's own form", () => {
    expect(discover("assert f(1) = 2")).toMatchObject({
      kind: "unreadable",
      explanation: { at: { place: "tests", line: 1, column: 12 } },
      traceback: expect.stringContaining("SyntaxError: ") as string,
    });
    expect(discover("--- stdin\n1")).not.toHaveProperty("explanation");
  });

  it("marks columns in characters, and keeps Python's own marks", () => {
    const end = endOf('größe = "😀😀"; größe[9]\n');
    expect(explanationOf(end)?.at).toMatchObject({ column: 14, endColumn: 22 });
    expect(end.kind === "raised" && end.traceback).toContain("~~~~~^^^");
  });
});

describe("classes that mean harm", () => {
  const hostile: [name: string, program: string][] = [
    [
      "an exception that cannot be read",
      "class E(Exception):\n    def __str__(self): raise SystemExit\n    __repr__ = __str__\n    args = property(__str__)\nraise E",
    ],
    [
      "an exception that looks built in",
      "class KeyError(KeyError):\n    def __getattribute__(self, name): raise MemoryError\nraise KeyError(1)",
    ],
    [
      "values without end",
      "class L(list):\n    def __repr__(self):\n        while True: pass\n    __len__ = __iter__ = __eq__ = __hash__ = __repr__\nxs = L()\nxs[0]",
    ],
    [
      "keys that are equal to nothing in finite time",
      "class K:\n    def __hash__(self): return hash('a')\n    def __eq__(self, other):\n        if armed:\n            while True: pass\n        return self is other\narmed = False\nd = {K(): 1}\nd2 = {'b': d}\narmed = True\nd2['c'][d2['b']['a']]",
    ],
    [
      "classes of classes",
      "class M(type):\n    def __getattribute__(self, name): raise SystemExit\n    def __instancecheck__(self, other): raise SystemExit\nclass A(metaclass=M):\n    pass\nA().x",
    ],
    [
      "printing at every turn",
      "class P(dict):\n    def __getattribute__(self, name):\n        print('x')\n        return object.__getattribute__(self, name)\n    def keys(self): print('x')\n    def __repr__(self):\n        print('x')\n        return 'P'\np = P()\np['k']",
    ],
    ["patched builtins", "import builtins\nxs = []\nbuiltins.sorted = builtins.repr = None\nxs[0]"],
  ];
  it.each(hostile)("change nothing: %s", (_name, program) => {
    const end = endOf(program);
    expect(["raised", "timedOut", "crashed"]).toContain(end.kind);
    expect(endOf("x = 1\n")).toEqual({ kind: "finished" });
  });
});
