import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Trace } from "../domain/trace";
import { readTraceFile } from "../domain/traceFile";
import { readGoldenCases } from "../testing/goldenCases";
import { tracemend } from "../testing/tracemendCommand";
import { usage } from "./arguments";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tracemend-cli-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The trace of a file that was printed. */
function traceOf(stdout: string): Trace {
  const read = readTraceFile(stdout);
  if (read.kind === "refused") throw new Error(read.failure.why);
  return read.file.trace;
}

describe("the trace command", () => {
  it("prints the paper's first figure", async () => {
    const figure = readGoldenCases().find(({ name }) => name === "figure1");
    if (!figure) throw new Error("The case figure1 is gone.");
    const program = write("figure1.py", figure.program);
    const tests = write("figure1_tests.py", figure.tests);
    expect(await tracemend("trace", program, "--tests", tests)).toEqual({
      status: 0,
      stdout: `${figure.expected.program.trimEnd()}\n\n${figure.expected.tests}`,
      stderr: "",
    });
  });

  it("gives the program input, files, a seed and a clock, and tells what it complains of", async () => {
    const program = write(
      "given.py",
      "import random, sys, helpers\nname = input()\nsize = helpers.size(name + '.csv')\n" +
        "now = helpers.time.gmtime()[:4]\nprint('hm', file=sys.stderr)\n",
    );
    const helpers = "import time\ndef size(name):\n    return len(open(name).read())\n";
    const given = ["--stdin", write("in.txt", "data\n"), "--file", write("data.csv", "a,b")];
    const more = ["--file", write("helpers.py", helpers), "--clock", "2025-03-04T05:06:07Z"];
    const ended = await tracemend("trace", program, ...given, ...more, "--seed", "7");
    expect(ended).toMatchObject({ status: 0, stderr: "hm\n" });
    expect(ended.stdout).toContain("# (0) name='data';");
    expect(ended.stdout).toContain("# (1) size=3;");
    expect(ended.stdout).toContain("# (2) now=(2025, 3, 4, 5);");
  });

  it("says with status 1 what was raised by the chosen test", async () => {
    const program = write("half.py", "def half(n):\n    return 1 / n\n");
    const tests = write("half_tests.py", "assert half(2) == 0.5\nassert half(0) == 0\n");
    const ended = await tracemend(
      "trace",
      program,
      "--tests",
      tests,
      "--test=2",
      "--form=semcoder",
    );
    expect(ended).toEqual({
      status: 1,
      stdout: `def half(n):  # [INPUT] {"n": 0} [/INPUT]
    return 1 / n  # [EXCEPTION] ZeroDivisionError('division by zero') [/EXCEPTION]

assert half(0) == 0  # [EXCEPTION] ZeroDivisionError('division by zero') [/EXCEPTION]
`,
      stderr: `Traceback (most recent call last):
  File "<tests>", line 2, in <module>
    assert half(0) == 0
           ~~~~^^^
  File "<program>", line 2, in half
    return 1 / n
           ~~^~~
ZeroDivisionError: division by zero

\`n\` is 0, and nothing can be divided by 0
\`1 / n\` divides by \`n\`.
Decide what the result should be when \`n\` is 0, and check for it before.
A \`ZeroDivisionError\` says that a number was divided by zero.
`,
    });
  });

  it("ends with force what nothing else stops, and prints what it did until then", async () => {
    const program = write("endless.py", "x = 1\nmax(iter(int, 1))\n");
    expect(await tracemend("trace", program, "--seconds", "0.5")).toEqual({
      status: 1,
      stdout: "x = 1  # (0) x=1;\nmax(iter(int, 1))\n",
      stderr: "The program did not finish within 0.5 s; --seconds allows more.\n",
    });
  });

  it("prints a trace file as JSON, and says where not every step was kept", async () => {
    const text = "n = 0\nwhile n < 3000:\n    n += 1\n";
    const program = write("count.py", text);
    const ended = await tracemend("trace", program, "--form=json", "--steps=30");
    expect(ended.status).toBe(0);
    expect(ended.stderr).toBe(
      "The program made 3,001 steps: each up to 30 was kept, and of the later ones each line's first and last; --steps keeps more.\n",
    );
    const read = readTraceFile(ended.stdout);
    expect(read).toMatchObject({ kind: "read", file: { program: text, tests: "", test: null } });
    const { counts, stepCount, steps } = traceOf(ended.stdout);
    expect({ counts, stepCount }).toEqual({
      counts: { program: { "1": 1, "3": 3_000 }, tests: {} },
      stepCount: 3_001,
    });
    expect(steps.length).toBeLessThan(1_100);
    expect(steps.at(-1)?.changes).toEqual([{ name: "n", value: "3000" }]);
  });

  it("refuses what it cannot do with status 2 and the usage", async () => {
    const { status, stdout, stderr } = await tracemend("trace", "no/such/file.py");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("no/such/file.py cannot be read: ENOENT");
    expect(stderr).toContain(usage);
  });
});

describe("the verify command", () => {
  const tests = "assert half(4) == 2\nassert half(3) == 1.5\n";

  it("says that all tests pass, with status 0", async () => {
    const program = write("right.py", "def half(n):\n    return n / 2\n");
    expect(await tracemend("verify", program, "--tests", write("half_tests.py", tests))).toEqual({
      status: 0,
      stdout: "passed  half(4) == 2\npassed  half(3) == 1.5\n2 of 2 tests pass\n",
      stderr: "",
    });
  });

  it("says which fails and why, with status 1, also as JSON", async () => {
    const program = write("whole.py", "def half(n):\n    return n // 2\n");
    const ended = await tracemend("verify", program, "--json", "--tests", write("t.py", tests));
    expect(ended).toMatchObject({ status: 1, stderr: "" });
    const shared = { kind: "assert", isolated: true, reason: "" };
    expect(JSON.parse(ended.stdout)).toMatchObject({
      passed: false,
      problem: null,
      tests: [
        { ...shared, name: "half(4) == 2", line: 1, status: "passed" },
        { ...shared, line: 2, status: "failed", expected: "1.5", actual: "1" },
      ],
    });
  });

  it("cannot be talked into a pass by the program", async () => {
    const forged =
      "import os, sys\nclass f:\n    __eq__ = lambda *_: True\ndef half(n):\n    return f()\n";
    const ended = await tracemend(
      "verify",
      write("forged.py", forged),
      "--tests",
      write("forged_tests.py", tests),
    );
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain("0 of 2 tests pass");
  });

  it("says so when Python does not survive reading the tests, with status 1", async () => {
    const deep = `assert half(1) == ${"(".repeat(40_000)}1${")".repeat(40_000)}\n`;
    const program = write("fine.py", "def half(n):\n    return n / 2\n");
    const ended = await tracemend("verify", program, "--tests", write("deep.py", deep));
    expect(ended).toMatchObject({ status: 1, stderr: "" });
    expect(ended.stdout).toMatch(/^Line \d+ of the tests cannot be read: /);
  });

  it("names the line of tests that cannot be read, with status 1", async () => {
    const program = write("fine.py", "x = 1\n");
    const ended = await tracemend(
      "verify",
      program,
      "--tests",
      write("broken.py", "assert x ==\n"),
    );
    expect(ended).toMatchObject({ status: 1, stderr: "" });
    expect(ended.stdout).toMatch(/^Line 1 of the tests cannot be read: /);
  });
});

/** Each prints `open` where it got out, and why it was refused otherwise. */
const attacks = (secretFile: string, touched: string) => `
SECRET = ${JSON.stringify(secretFile)}
FOLDER = ${JSON.stringify(dirname(secretFile))}
TOUCHED = ${JSON.stringify(touched)}

def read_file():
    return open(SECRET).read()

def run_javascript():
    from pyodide.code import run_js
    return run_js("require('node:fs')")

def make_function():
    import pyodide_js
    return pyodide_js.runPython.constructor("return process")()

def import_process():
    from js import process
    return process

def mount_folder():
    import pyodide_js
    pyodide_js.mountNodeFS("/host", FOLDER)
    return open("/host/secret.txt").read()

def write_through_mount():
    import pyodide_js
    pyodide_js.mountNodeFS("/host2", FOLDER)
    return open("/host2/touched", "w").write("x")

def start_shell():
    import os
    status = os.system("touch " + TOUCHED)
    if status != 0:
        raise OSError(status)

def start_process():
    import subprocess
    return subprocess.run(["touch", TOUCHED])

def start_pipe():
    import os
    return os.popen("touch " + TOUCHED).read()

def read_environment():
    import os
    return os.environ["TRACEMEND_SECRET"]

for attack in (read_file, run_javascript, make_function, import_process, mount_folder,
               write_through_mount, start_shell, start_process, start_pipe, read_environment):
    try:
        result = attack()
    except BaseException as error:
        print(attack.__name__, "refused")
    else:
        print(attack.__name__, "open", result)
`;

describe("an untrusted program", () => {
  it("reaches no file, no process and no environment", async () => {
    const secretFile = write("secret.txt", "swordfish");
    const touched = join(folder, "touched");
    const program = write("attack.py", attacks(secretFile, touched));
    const { status, stdout } = await tracemend("trace", program, "--form", "json");
    expect(status).toBe(0);
    const { output } = traceOf(stdout);
    expect(output.trimEnd().split("\n")).toEqual(
      [
        "read_file",
        "run_javascript",
        "make_function",
        "import_process",
        "mount_folder",
        "write_through_mount",
        "start_shell",
        "start_process",
        "start_pipe",
        "read_environment",
      ].map((name) => `${name} refused`),
    );
    expect(stdout).not.toContain("swordfish");
    expect(existsSync(touched)).toBe(false);
  });
});
