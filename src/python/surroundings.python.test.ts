import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../domain/limits";
import { standardModules } from "../domain/standardModules";
import { noSurroundings, type Surroundings } from "../domain/surroundings";
import type { Trace } from "../domain/trace";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { tinyWheel } from "../testing/wheel";
import { sharing } from "../testing/sharedInterpreter";
import { judgeTests } from "./judging";
import { recordTrace } from "./recordTrace";

let python: NodeInterpreter;

beforeAll(async () => {
  python = await NodeInterpreter.start();
});

async function prepare(over: Partial<Surroundings> = {}): Promise<void> {
  const surroundings = { ...noSurroundings, ...over };
  await python.call("prepare", { surroundings }, { seconds: 10 });
}

/** The trace of a program that runs alone. */
function run(lines: readonly string[], seconds = defaultLimits.seconds): Promise<Trace> {
  const limits = { ...defaultLimits, seconds };
  return recordTrace(python, { program: lines.join("\n"), tests: "", test: null, limits });
}

const endOf = ({ end }: Trace) => (end.kind === "raised" ? end.traceback : end.kind);

describe("the Input box", () => {
  it("feeds a program, each run from its start, until it is empty", async () => {
    await prepare({ stdin: "3\nfour\n" });
    const program = ["n = int(input('n? '))", "word = input()", "print(n, word)", "input()"];
    for (const when of ["once", "again"]) {
      const trace = await run(program);
      expect(trace.output, when).toBe("n? 3 four\n");
      expect(trace.end).toMatchObject({ kind: "raised", type: "EOFError", at: { line: 4 } });
    }
    await prepare();
    expect((await run(["import sys", "print(repr(sys.stdin.read()))"])).output).toBe("''\n");
  });
});

describe("files", () => {
  it("are there by their relative names in each run, and what a run wrote is not", async () => {
    await prepare({
      files: [
        { name: "data/scores.csv", text: "ann,3\nbé,4\n" },
        { name: "raw.bin", base64: "AAEC/w==" },
      ],
    });
    const program = [
      "import os, csv, pathlib",
      "print(sorted(os.listdir()), [*csv.reader(open('data/scores.csv'))])",
      "print(pathlib.Path('raw.bin').read_bytes())",
      "pathlib.Path('out').mkdir()",
      "pathlib.Path('out/written.txt').write_text('mine')",
      "print(open('out/written.txt').read())",
      "pathlib.Path('raw.bin').unlink()",
      "os.chdir('/')",
    ];
    const first = await run(program);
    expect(endOf(first)).toBe("finished");
    expect(first.output).toBe(
      "['data', 'raw.bin'] [['ann', '3'], ['bé', '4']]\nb'\\x00\\x01\\x02\\xff'\nmine\n",
    );
    expect((await run(program)).output).toBe(first.output);
    await prepare();
    expect((await run(["import os", "print(os.listdir())"])).output).toBe("[]\n");
  });

  it("of a Python name are modules, fresh in each run, shown by name in a traceback", async () => {
    const helpers =
      "count = 0\n\ndef halve(n):\n    global count\n    count += 1\n    return n / 0\n";
    await prepare({
      files: [
        { name: "helpers.py", text: helpers },
        { name: "tools/__init__.py", text: "" },
        { name: "tools/shapes.py", text: "from helpers import count\nSIDES = 4\n" },
      ],
    });
    const program = [
      "import helpers, tools.shapes",
      "before = helpers.count",
      "sides = tools.shapes.SIDES",
      "helpers.halve(before)",
    ];
    for (const when of ["once", "again"]) {
      const trace = await run(program);
      expect(
        trace.steps.map(({ changes }) => changes[0]),
        when,
      ).toMatchObject([
        { name: "before", value: "0" },
        { name: "sides", value: "4" },
        { name: "__exception__" },
      ]);
      expect(endOf(trace)).toBe(
        [
          "Traceback (most recent call last):",
          '  File "<program>", line 4, in <module>',
          "    helpers.halve(before)",
          "    ~~~~~~~~~~~~~^^^^^^^^",
          '  File "helpers.py", line 6, in halve',
          "    return n / 0",
          "           ~~^~~",
          "ZeroDivisionError: division by zero",
          "",
        ].join("\n"),
      );
    }
    await prepare({ files: [{ name: "helpers.py", text: "count = 7\n" }] });
    expect((await run(["import helpers", "print(helpers.count)"])).output).toBe("7\n");
    await prepare();
    expect(endOf(await run(["import helpers"]))).toContain("No module named 'helpers'");
  });

  it("take the place of no module that Python or Tracemend needs", async () => {
    const evil = "raise SystemExit('taken over')";
    const names = ["json.py", "csv.py", "tracemend.py", "tracemend/judging/judge.py", "numbers.py"];
    await prepare({ files: names.map((name) => ({ name, text: evil })) });
    const trace = await run(["import csv, json, numbers", "print(json.dumps([1]), csv.__file__)"]);
    expect(endOf(trace)).toBe("finished");
    expect(trace.output).toMatch(/^\[1\] \/lib\//);
    const source = { program: "", tests: "assert 1" };
    const found = await python.call("discover", source, { seconds: 10 });
    expect(found).toMatchObject({ kind: "found" });
  });

  it("stay in the program's folder even when the wire says otherwise", async () => {
    const files = [{ name: "../lib/x.py", text: "" }];
    await expect(prepare({ files })).rejects.toThrow("leads out of the program's folder");
  });

  it("do not save an endless loop in a module that swallows everything", async () => {
    const loop =
      "def spin():\n    while True:\n        try:\n            pass\n        except BaseException:\n            pass\n";
    await prepare({ files: [{ name: "spinning.py", text: loop }] });
    const trace = await run(["import spinning", "spinning.spin()"], 0.2);
    expect(trace.end).toEqual({ kind: "timedOut", seconds: 0.2 });
  });
});

describe("a seed and a clock that stands still", () => {
  const program = [
    "import random, time, uuid, os",
    "from datetime import datetime, date, timezone",
    "print(random.random(), random.Random().random(), uuid.uuid4(), os.urandom(3))",
    "print(time.time(), datetime.now(), date.today(), datetime.now(timezone.utc).isoformat())",
    "began = time.perf_counter()",
    "time.sleep(3600)",
    "print(round(time.perf_counter() - began), datetime.now(), time.localtime().tm_hour)",
    "print(type(datetime.now()) is datetime, time.mktime(time.localtime()) == time.time())",
    "while time.monotonic() < 3600.002: pass",
  ];

  it("make runs repeat, and time pass without waiting", async () => {
    await prepare({ seed: 7, clock: "2024-02-29T23:30:00Z" });
    const real = Date;
    const first = await run(program);
    expect(endOf(first)).toBe("finished");
    expect(await run(program)).toEqual(first);
    const lines = first.output.split("\n");
    expect(lines.slice(1, 4)).toEqual([
      "1709249400.0 2024-02-29 23:30:00 2024-02-29 2024-02-29T23:30:00+00:00",
      "3600 2024-03-01 00:30:00 0",
      "True True",
    ]);
    expect(Date).toBe(real);
    await prepare({ seed: 8 });
    expect((await run(program.slice(0, 3))).output).not.toBe(`${lines[0] ?? ""}\n`);
  });

  it("leave the limits on the real clock", async () => {
    await prepare({ clock: "2024-02-29T23:30:00Z" });
    const trace = await run(["import time", "while time.time() < 1e12: pass"], 0.2);
    expect(trace.end).toEqual({ kind: "timedOut", seconds: 0.2 });
    await prepare();
    const [now] = (await run(["import time", "print(time.time())"])).output.split("\n");
    expect(Number(now)).toBeGreaterThan(Date.now() / 1000 - 60);
  });
});

describe("judging", () => {
  let examiner: NodeInterpreter;

  beforeAll(async () => {
    // A call of the program goes on where the last one left off, so nothing else may run in between.
    examiner = await NodeInterpreter.start();
  });

  async function judge(program: string, tests: string) {
    const found = await python.call("discover", { program, tests }, { seconds: 10 });
    if (found.kind === "unreadable") throw new Error(found.message);
    const job = { program, tests, units: found.tests, limits: defaultLimits };
    const sources = { judges: sharing(examiner), source: sharing(python) };
    const { outcomes } = await judgeTests({ ...job, ...sources });
    return outcomes.map(({ status, judging, message }) => ({
      status,
      judging,
      message,
    }));
  }

  it("keeps input, files and time for the calls of one test, and starts the next anew", async () => {
    await prepare({ stdin: "1\n2\n", clock: "2024-01-01T00:00:00Z", seed: 1 });
    const program = [
      "import time, os",
      "def read():\n    return int(input())",
      "def note(text):\n    open('notes', 'a').write(text)",
      "def notes():\n    return open('notes').read() if os.path.exists('notes') else ''",
      "def wait():\n    time.sleep(5)\n    return time.time()",
    ].join("\n");
    const tests = [
      "assert [read(), read()] == [1, 2]",
      "assert [note('a'), note('b'), notes()] == [None, None, 'ab']",
      "assert notes() == ''",
      "assert wait() + 5 == wait()",
    ].join("\n");
    const passed = { status: "passed", judging: { kind: "apart" }, message: "" };
    expect(await judge(program, tests)).toEqual([passed, passed, passed, passed]);
  });

  it("lets a test look at what the program wrote, beside the program", async () => {
    await prepare();
    const program = "def save():\n    with open('out', 'w') as file:\n        file.write('x')";
    const reason = "the test opens a file, which the program may have written";
    expect(await judge(program, "assert [save(), open('out').read()] == [None, 'x']")).toEqual([
      { status: "passed", judging: { kind: "together", reason }, message: "" },
    ]);
  });
});

it("a package can be imported once its wheel was handed over, an extension module in it too", async () => {
  const program = [
    "import tinypkg, tinyext",
    "area = tinypkg.area(2, 3)",
    "print(tinypkg.__file__, tinyext.__name__)",
  ];
  await prepare();
  expect(endOf(await run(program))).toContain("No module named 'tinypkg'");
  await python.call(
    "prepare",
    { surroundings: noSurroundings, wheels: ["site"] },
    { seconds: 10, bytes: [tinyWheel().content] },
  );
  const trace = await run(program);
  expect(endOf(trace)).toBe("finished");
  expect(trace.output).toMatch(/site-packages\/tinypkg\/__init__\.py tinyext\n$/);
  expect(trace.steps.map(({ changes }) => changes[0])).toEqual([{ name: "area", value: "6" }]);
});

it("the standard library's names are this Python's", async () => {
  await prepare();
  const program = ["import sys", "print(*[n for n in sys.stdlib_module_names if n[0] != '_'])"];
  const names = (await run(program)).output.trim().split(" ");
  expect(new Set(names)).toEqual(standardModules);
});
