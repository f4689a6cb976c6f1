import { defaultLimits } from "../../../src/domain/limits";
import type { TestStatus } from "../../../src/domain/test";
import { createRuntime } from "../../../src/python/client";

/** What a run does to the runtime, and what its verdict and the end of its trace must be. */
type Kind = {
  name: string;
  program: (n: number) => string;
  status: TestStatus;
  /** Milliseconds after which the user stops it. */
  stopAfter?: number;
};

const kinds: readonly Kind[] = [
  { name: "passes", program: () => "def f(x):\n    return x * 2\n", status: "passed" },
  { name: "fails", program: (n) => `def f(x):\n    return x * 2 + ${n} + 1\n`, status: "failed" },
  { name: "raises", program: () => "def f(x):\n    return [][x]\n", status: "raised" },
  {
    name: "is stopped",
    program: () => "def f(x):\n    while True:\n        pass\n",
    status: "stopped",
    stopAfter: 150,
  },
  {
    name: "never ends",
    program: () => "def f(x):\n    while True:\n        pass\n",
    status: "timedOut",
  },
  {
    name: "exits",
    program: () => "import os\ndef f(x):\n    os._exit(0)\n",
    status: "crashed",
  },
  {
    name: "eats memory",
    program: () =>
      "def f(x):\n    a = []\n    while True:\n        a.append(bytearray(4_000_000))\n",
    status: "memoryLimit",
  },
  {
    name: "floods",
    program: () => "def f(x):\n    while True:\n        print('x' * 1000)\n",
    status: "outputLimit",
  },
];
/** In every ten runs: seven that end by themselves, three that do not. */
const usual = kinds.slice(0, 3);
const harmful = kinds.slice(3);
const kindOf = (n: number): Kind | undefined =>
  n % 10 < 7 ? usual[n % usual.length] : harmful[(n * 7 + Math.floor(n / 10)) % harmful.length];

const limits = { ...defaultLimits, seconds: 0.3, memory: 64 };
const runtime = createRuntime();
runtime.start();

/** Runs and traces program number `n`; gives what is wrong with the outcome, or null. */
async function runOne(n: number): Promise<string | null> {
  const kind = kindOf(n);
  if (!kind) return "no kind";
  const controller = new AbortController();
  const { signal } = controller;
  // A text of its own for each ten runs: examiners are kept for tests that are asked for again.
  const tests = `assert f(${Math.floor(n / 10)}) == ${Math.floor(n / 10) * 2}\n`;
  const source = { program: kind.program(n), tests };
  const discovery = await runtime.discover(source);
  if (discovery.kind !== "found") return `discovery: ${discovery.kind}`;
  const stop =
    kind.stopAfter === undefined
      ? undefined
      : setTimeout(() => {
          controller.abort();
        }, kind.stopAfter);
  const [outcome] = await runtime.judge(source, discovery.tests, { limits, signal });
  clearTimeout(stop);
  if (outcome?.status !== kind.status) {
    return `${kind.name}: ${outcome?.status ?? "no outcome"} ${outcome?.message ?? ""}`;
  }
  if (kind.stopAfter !== undefined) return null;
  const trace = await runtime.trace(source, outcome.testId, { limits });
  const isCalm = kind.status === "passed" || kind.status === "failed" || kind.status === "raised";
  const ends: readonly string[] = isCalm ? ["finished", "raised"] : [kind.status];
  if (!ends.includes(trace.end.kind)) return `${kind.name}: the trace ends ${trace.end.kind}`;
  return trace.steps.length > 0 ? null : `${kind.name}: no steps`;
}

/** What the benchmark calls in the page. */
const soakBench = {
  /** Runs programs `first` to `last`; gives what went wrong, each with its number. */
  async run(first: number, last: number): Promise<string[]> {
    const wrong: string[] = [];
    for (let n = first; n < last; n += 1) {
      const fault = await runOne(n);
      if (fault !== null) wrong.push(`${n}: ${fault}`);
    }
    return wrong;
  },
};
export type SoakBench = typeof soakBench;

Object.assign(globalThis, { soakBench });
