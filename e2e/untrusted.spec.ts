import { expect, test } from "./fixtures";

type Attack = {
  name: string;
  program: string;
  tests: string;
  /** What the Tests region must say of it. */
  says: RegExp;
};

const check = "assert f(2) == 4\n";

/** A program that reports what an attempt gave, so that a success would be seen as "reached". */
const attempt = (body: string): string =>
  [
    "def f(x):",
    "    try:",
    ...body.split("\n").map((line) => `        ${line}`),
    "    except BaseException as error:",
    "        return 'blocked: ' + type(error).__name__",
    "    return 'reached'",
  ].join("\n");

const attacks: Attack[] = [
  {
    name: "fetch by js",
    program: attempt("from js import fetch\nfetch('http://127.0.0.1:1/stolen')"),
    tests: "assert f(2) == 'reached'\n",
    says: /blocked: ImportError/,
  },
  {
    name: "pyodide.http",
    program: attempt(
      "from pyodide.http import open_url\nopen_url('http://127.0.0.1:1/stolen').read()",
    ),
    tests: "assert f(2) == 'reached'\n",
    says: /blocked: /,
  },
  {
    name: "run_js with XMLHttpRequest",
    program: attempt(
      "from pyodide.code import run_js\nrun_js(\"const r = new XMLHttpRequest(); r.open('GET', 'http://127.0.0.1:1/stolen', false); r.send()\")",
    ),
    tests: "assert f(2) == 'reached'\n",
    says: /blocked: JsException/,
  },
  {
    name: "run_js with importScripts",
    program: attempt(
      "from pyodide.code import run_js\nrun_js(\"Object.getPrototypeOf(WorkerGlobalScope.prototype); WorkerGlobalScope.prototype.importScripts.call(self, 'http://127.0.0.1:1/stolen.js')\")",
    ),
    tests: "assert f(2) == 'reached'\n",
    says: /blocked: JsException/,
  },
  {
    name: "reading IndexedDB",
    program: attempt("from pyodide.code import run_js\nrun_js(\"indexedDB.open('tracemend')\")"),
    tests: "assert f(2) == 'reached'\n",
    says: /blocked: JsException/,
  },
  {
    name: "a forged result",
    program: [
      "from pyodide.code import run_js",
      "def f(x):",
      "    run_js('''",
      "      const forged = { type: 'result', id: 1, json: JSON.stringify([{ test: 't1', ruling: { kind: 'settled', outcome: { status: 'passed' } } }]) };",
      "      self.postMessage(forged);",
      "      const send = MessagePort.prototype.postMessage;",
      "      MessagePort.prototype.postMessage = function () { send.call(this, forged); };",
      "    ''')",
      "    return 5",
    ].join("\n"),
    tests: check,
    says: /returned 5, expected 4|out of form|did not|ended/i,
  },
  {
    name: "an endless loop",
    program: "def f(x):\n    while True:\n        pass\n",
    tests: check,
    says: /did not finish within 5 s/i,
  },
  {
    name: "an endless loop that swallows every exception",
    program:
      "def f(x):\n    while True:\n        try:\n            while True: pass\n        except BaseException:\n            pass\n",
    tests: check,
    says: /did not finish within/i,
  },
  {
    name: "os._exit",
    program: "import os\ndef f(x):\n    os._exit(0)\n",
    tests: check,
    says: /interpreter ended|exited|ended/i,
  },
  {
    name: "printing 50 MB",
    program: "def f(x):\n    for _ in range(50):\n        print('x' * 1_000_000)\n    return 4\n",
    tests: check,
    says: /printed more than|output/i,
  },
  {
    name: "memory without end",
    program:
      "def f(x):\n    kept = []\n    while True:\n        kept.append(bytearray(50_000_000))\n",
    tests: check,
    says: /MemoryError|memory|did not finish|interpreter ended/i,
  },
  {
    name: "replacing AssertionError",
    program: [
      "import builtins",
      "class Quiet(Exception):",
      "    pass",
      "builtins.AssertionError = Quiet",
      "def f(x):",
      "    builtins.AssertionError = Quiet",
      "    return 5",
    ].join("\n"),
    tests: check,
    says: /returned 5, expected 4/,
  },
  {
    name: "an object that equals everything",
    program:
      "class Any:\n    def __eq__(self, other):\n        return True\n    def __repr__(self):\n        return '4'\ndef f(x):\n    return Any()\n",
    tests: check,
    says: /not a plain value/i,
  },
  {
    name: "an int that equals everything",
    program:
      "class Any(int):\n    def __eq__(self, other):\n        return True\n    __hash__ = int.__hash__\ndef f(x):\n    return Any(5)\n",
    tests: check,
    says: /not a plain value/i,
  },
];

test.describe("untrusted programs", () => {
  for (const { name, program, tests, says } of attacks) {
    test(`${name}: fails with a designed message, and the app goes on`, async ({
      page,
      workbench,
    }) => {
      await workbench.open();
      const address = page.url();
      await workbench.runThis(program, tests);
      await workbench.expectResult(0, 1);
      await expect(workbench.testsRegion).toContainText(says);
      await expect(workbench.testsRegion).not.toContainText("reached'");
      expect(page.url()).toBe(address);

      await workbench.runThis("def f(x):\n    return x * 2\n", check);
      await workbench.expectResult(1, 1);
    });
  }
});
