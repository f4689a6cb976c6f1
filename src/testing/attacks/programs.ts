import { policy } from "./reach";

/** A program that is run in the workbench, as a user would paste it. */
export type HostileProgram = {
  name: string;
  layer: string;
  program: string;
  /** The Tests box says it of the program. */
  says: RegExp;
};

/** A way from Python to JavaScript's network; `address` is that of a server that listens. */
export type Escape = {
  name: string;
  layer: string;
  /** The body of a function that gives "reached" when nothing stopped it. */
  body: (address: string) => string[];
};

const noJs = "`import js` sees an empty object";

export const escapes: readonly Escape[] = [
  {
    name: "fetch by the js module",
    layer: noJs,
    body: (address) => ["from js import fetch", `fetch("${address}")`],
  },
  {
    name: "fetch by run_js",
    layer: policy.script,
    body: (address) => ["from pyodide.code import run_js", `run_js("fetch('${address}')")`],
  },
  {
    name: "JavaScript's evaluator, by the constructor of a constructor",
    layer: policy.script,
    body: (address) => [
      "import pyodide_js",
      `pyodide_js.constructor.constructor("return fetch('${address}')")()`,
    ],
  },
  {
    name: "the loader of packages",
    layer: policy.scope,
    body: (address) => [
      "import pyodide_js",
      `pyodide_js.loadPackage("${address}stolen-1-py3-none-any.whl")`,
    ],
  },
];

/** The program of an escape; its result says whether it was stopped. */
export function escapeProgram(escape: Escape, address: string): string {
  const body = escape.body(address).map((line) => `        ${line}`);
  return `def f(x):\n    try:\n${body.join("\n")}\n    except BaseException as error:\n        return "blocked"\n    return "reached"\n`;
}

const watchdog = "a watchdog ends the worker";
const tooLong = /did not finish within 1 s/i;
const function_ = (...lines: string[]) =>
  `def f(x):\n${lines.map((line) => `    ${line}\n`).join("")}`;

/** Programs that do not end, or take all there is. */
export const exhausting: readonly HostileProgram[] = [
  {
    name: "an endless loop",
    layer: "a soft deadline in the interpreter",
    program: function_("while True:", "    pass"),
    says: tooLong,
  },
  {
    name: "an endless loop that swallows every exception",
    layer: "an exception at each line, then a watchdog",
    program: function_(
      "while True:",
      "    try:",
      "        while True: pass",
      "    except BaseException:",
      "        pass",
    ),
    says: tooLong,
  },
  {
    name: "an endless loop in C",
    layer: watchdog,
    program: `import itertools\n${function_("return sum(itertools.repeat(0))")}`,
    says: tooLong,
  },
  {
    name: "lifting our own deadline",
    layer: watchdog,
    program: `import tracemend.host\n${function_("tracemend.host.set_deadline(0)", "while True:", "    pass")}`,
    says: tooLong,
  },
  {
    name: "ignoring the deadline's signal",
    layer: watchdog,
    program: `import signal\n${function_("signal.signal(signal.SIGINT, signal.SIG_IGN)", "while True:", "    pass")}`,
    says: tooLong,
  },
  {
    name: "freeing the tools that end it",
    layer: watchdog,
    program: `from sys import monitoring\n${function_(
      "while True:",
      "    try:",
      "        while True:",
      "            for tool in range(6):",
      "                if monitoring.get_tool(tool): monitoring.free_tool_id(tool)",
      "    except BaseException:",
      "        pass",
    )}`,
    says: tooLong,
  },
  {
    name: "os._exit",
    layer: "the app notices that a worker died",
    program: `import os\n${function_("os._exit(0)")}`,
    says: /the interpreter ended|did not finish/i,
  },
  {
    name: "a repr as deep as the browser's stack",
    layer: "the app notices that a worker died",
    program: function_(
      "nest = []",
      "for _ in range(100_000):",
      "    nest = [nest]",
      "import sys",
      "sys.setrecursionlimit(10**6)",
      "return len(repr(nest))",
    ),
    says: /the interpreter ended|RecursionError|did not finish|stack/i,
  },
  {
    name: "a flood of events",
    layer: "zod at the edge: an answer has no events",
    program: `import tracemend.host\n${function_("while True:", "    tracemend.host.emit({})")}`,
    says: /makes no sense|did not finish/i,
  },
  {
    name: "an answer of 70 million characters",
    layer: "bounds at the edge: 64 million characters a message",
    program: `from tracemend.judging.session import Session\n${function_(
      'Session.describe = lambda *given: ([["str", "x" * 70_000_000]], [])',
      "return 5",
    )}`,
    says: /more than a run can have to say|did not finish/i,
  },
  {
    name: "a text that Python's reader does not survive",
    layer: "a worker that dies while it reads is told as such",
    program: `x = 1${"+1".repeat(50_000)}`,
    says: /Python broke down while it read the program|nested too deeply/i,
  },
];
