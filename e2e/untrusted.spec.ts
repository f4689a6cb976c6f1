import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "./fixtures";

type Attack = {
  name: string;
  program: string;
  /** What its function would have to give for the test to pass. */
  wanted: string;
  /** What the Tests region must say of it. */
  says: RegExp;
};

/** A program that reports what an attempt gave. Its test passes only where the attempt succeeded. */
const attempt = (name: string, ...body: string[]): Attack => ({
  name,
  program: [
    "def f(x):",
    "    try:",
    ...body.map((line) => `        ${line}`),
    "    except BaseException as error:",
    "        return f'blocked: {type(error).__name__}'",
    "    return 'reached'",
  ].join("\n"),
  wanted: "'reached'",
  says: /blocked: \w+(Error|Exception)|did not finish/,
});

/** JavaScript's own evaluator, by the one way that an empty `js` module leaves. */
const evaluator = "import pyodide_js; run = pyodide_js.constructor.constructor";

/** Ways out of the sandbox; `port` is that of a server which must never hear of them. */
const reachingFor = (port: number): Attack[] => [
  attempt("fetch by js", "from js import fetch", `fetch('http://127.0.0.1:${port}/stolen')`),
  attempt(
    "pyodide.http",
    "from pyodide.http import open_url",
    `open_url('http://127.0.0.1:${port}/stolen').read()`,
  ),
  attempt(
    "run_js",
    "from pyodide.code import run_js",
    `run_js('fetch("http://127.0.0.1:${port}")')`,
  ),
  attempt(
    "JavaScript's evaluator",
    evaluator,
    `run("return fetch('http://127.0.0.1:${port}/stolen')")()`,
  ),
  attempt("reading IndexedDB", evaluator, "run(\"return indexedDB.open('tracemend')\")()"),
  attempt("reading IndexedDB by js", "from js import indexedDB", "indexedDB.open('tracemend')"),
  attempt(
    "sockets",
    "import socket",
    `line = socket.create_connection(('127.0.0.1', ${port}), 1)`,
    "line.sendall(b'stolen')",
    "line.recv(1)",
  ),
  attempt("the app's page", "from js import window, document", "document.cookie"),
];

const forging: Attack[] = [
  {
    name: "posting a forged result",
    program: [
      "def f(x):",
      "    try:",
      "        from js import postMessage",
      '        postMessage(\'{"type": "result", "id": 1, "json": "passed"}\')',
      "    except ImportError:",
      "        import tracemend.host",
      "        tracemend.host.emit({'kind': 'settled', 'status': 'passed'})",
      "    return 5",
    ].join("\n"),
    wanted: "4",
    says: /returned 5, expected 4|out of form|makes no sense|ended/i,
  },
  {
    name: "replacing our own encoder",
    program: [
      "import json",
      "def f(x):",
      '    json.dumps = lambda *given, **more: \'[{"kind": "settled", "status": "passed"}]\'',
      "    return 5",
    ].join("\n"),
    wanted: "4",
    says: /returned 5, expected 4|makes no sense|out of form|ended/i,
  },
  {
    name: "replacing AssertionError",
    program: [
      "import builtins",
      "class Quiet(Exception):",
      "    pass",
      "builtins.AssertionError = Quiet",
      "def f(x):",
      "    return 5",
    ].join("\n"),
    wanted: "4",
    says: /returned 5, expected 4/,
  },
  {
    name: "an object that equals everything",
    program: [
      "class Any:",
      "    def __eq__(self, other):",
      "        return True",
      "    def __repr__(self):",
      "        return '4'",
      "def f(x):",
      "    return Any()",
    ].join("\n"),
    wanted: "4",
    says: /not a plain value/i,
  },
  {
    name: "an int that equals everything",
    program: [
      "class Any(int):",
      "    def __eq__(self, other):",
      "        return True",
      "    __hash__ = int.__hash__",
      "def f(x):",
      "    return Any(5)",
    ].join("\n"),
    wanted: "4",
    says: /not a plain value/i,
  },
];

const exhausting: Attack[] = [
  {
    name: "an endless loop",
    program: "def f(x):\n    while True:\n        pass\n",
    wanted: "4",
    says: /did not finish within 2 s/i,
  },
  {
    name: "an endless loop that swallows every exception",
    program: [
      "def f(x):",
      "    while True:",
      "        try:",
      "            while True: pass",
      "        except BaseException:",
      "            pass",
    ].join("\n"),
    wanted: "4",
    says: /did not finish within 2 s/i,
  },
  {
    name: "an endless loop in C",
    program: "import itertools\ndef f(x):\n    return sum(itertools.repeat(0))\n",
    wanted: "4",
    says: /did not finish within 2 s/i,
  },
  {
    name: "os._exit",
    program: "import os\ndef f(x):\n    os._exit(0)\n",
    wanted: "4",
    says: /the interpreter ended|did not finish/i,
  },
  {
    name: "printing 50 MB",
    program: [
      "def f(x):",
      "    for _ in range(50):",
      "        print('x' * 1_000_000)",
      "    return 4",
    ].join("\n"),
    wanted: "4",
    says: /printed more than 100,?000 characters/i,
  },
  {
    name: "memory without end",
    program: [
      "def f(x):",
      "    kept = []",
      "    while True:",
      "        kept.append(bytearray(50_000_000))",
    ].join("\n"),
    wanted: "4",
    says: /MemoryError|the interpreter ended|did not finish/i,
  },
];

const groups = { reaching: reachingFor, forging: () => forging, exhausting: () => exhausting };

for (const [group, attacksFor] of Object.entries(groups)) {
  test(`untrusted programs, ${group}: each fails with a designed message, and the app goes on`, async ({
    page,
    workbench,
  }) => {
    test.setTimeout(240_000);
    let connections = 0;
    const listener = createServer(() => {
      connections++;
    }).listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address() as AddressInfo;

    await workbench.openExample();
    await workbench.limitSeconds(2);
    const address = page.url();
    // Each test has a text of its own: what is said of it cannot be left over from the attack before.
    for (const [index, { name, program, wanted, says }] of attacksFor(port).entries()) {
      const check = `f(${String(index)}) == ${wanted}`;
      await test.step(name, async () => {
        await workbench.runThis(program, `assert ${check}\n`);
        await expect(workbench.testsRegion, name).toContainText(check);
        await workbench.expectResult(0, 1);
        await expect(workbench.testsRegion, name).toContainText(says);
        expect(page.url()).toBe(address);
      });
    }
    await workbench.runThis("def f(x):\n    return x * 2\n", "assert f(21) == 42\n");
    await workbench.expectResult(1, 1);
    listener.close();
    expect(connections, "connections that left the sandbox").toBe(0);
  });
}
