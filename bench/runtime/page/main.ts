import { defaultLimits } from "../../../src/domain/limits";
import type { Interpreter } from "../../../src/python/interpreter";
import { InterpreterPool, poolSize } from "../../../src/python/pool";
import { openSandbox } from "../../../src/python/sandbox/host";
import { SandboxInterpreter } from "../../../src/python/sandbox/sandboxInterpreter";
import { emptyTrace } from "../../../src/domain/trace";
import type { PlainStart } from "./plainBoot.worker";
import stdlibUrl from "pyodide/python_stdlib.zip?url";
import wasmUrl from "pyodide/pyodide.asm.wasm?url";

const opened = openSandbox();

async function boot(): Promise<Interpreter> {
  return SandboxInterpreter.start((await opened).spawn());
}

let readyAt = Number.NaN;
const first = boot().then((interpreter) => {
  readyAt = performance.now();
  return interpreter;
});

let plainParts: Promise<PlainStart> | null = null;

async function fetchPlainParts(): Promise<PlainStart> {
  const [module, stdlib] = await Promise.all([
    WebAssembly.compileStreaming(fetch(wasmUrl)),
    fetch(stdlibUrl).then((response) => response.arrayBuffer()),
  ]);
  return { module, stdlib };
}

/** Milliseconds of a boot that has no snapshot, in a worker without the sandbox. */
async function plainBoot(): Promise<number> {
  plainParts ??= fetchPlainParts();
  const worker = new Worker(new URL("plainBoot.worker.ts", import.meta.url), { type: "module" });
  worker.postMessage(await plainParts);
  const took = await new Promise<number>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
  });
  worker.terminate();
  return took;
}

const run = (interpreter: Interpreter, program: string, signal?: AbortSignal) =>
  interpreter.call(
    "answer",
    { program, session: "s", ask: { kind: "run", stdin: "" }, limits: defaultLimits },
    { seconds: 60, ...(signal && { signal }) },
  );

/** Milliseconds from Stop in an endless program to the next program's result, with a spare. */
async function stopToNext(pool: InterpreterPool): Promise<number> {
  while (pool.state.spare < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  const controller = new AbortController();
  const endless = run(await pool.fresh(), "while True: pass", controller.signal);
  endless.catch(() => undefined);
  // Long enough to be inside the loop.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const began = performance.now();
  controller.abort();
  const next = await pool.fresh();
  await run(next, "print(6 * 7)");
  const took = performance.now() - began;
  next.end();
  return took;
}

/** A small program none of whose edits passes, so that all are tried. */
const small = {
  program: `def middle(a, b, c):
    low = min(a, b, c)
    high = max(a, b, c)
    total = a + b + c
    if low == high:
        return low
    return total - low - high
`,
  tests: "assert middle(1, 2, 3) == 'none'\nassert middle(4, 4, 4) == 4\n",
};

const held: Interpreter[] = [];

/** What the benchmark calls in the page: the sandbox of the app, without the app. */
const runtimeBench = {
  /** Milliseconds from opening this page, which has no editor, to an interpreter that is ready. */
  async fromOpening(): Promise<number> {
    const interpreter = await first;
    interpreter.end();
    return readyAt;
  },
  /** Milliseconds of one boot when the sandbox is open already. */
  async boot(): Promise<number> {
    await opened;
    const began = performance.now();
    const interpreter = await boot();
    const took = performance.now() - began;
    interpreter.end();
    return took;
  },
  /** Milliseconds of the same boot without a snapshot, its parts compiled already. */
  plainBoot,
  /** One figure for each round. */
  async stopToNext(rounds: number): Promise<number[]> {
    const pool = new InterpreterPool(boot, poolSize({ cores: 2 }));
    pool.fill();
    const times = [];
    for (let round = 0; round < rounds; round += 1) times.push(await stopToNext(pool));
    return times;
  },
  /** Candidates that the search verified a second, in one worker, each under its guards. */
  async verifications(): Promise<number> {
    const interpreter = await boot();
    const args = {
      ...small,
      instruction: "",
      failing: ["t1"],
      all: ["t1", "t2"],
      trace: emptyTrace("t1", { kind: "finished" }),
      from: 0,
      careful: false,
      skip: [],
      share: [0, 1] as [number, number],
      most: 20_000,
      seconds: 1,
    };
    const seen: { tried: number; at: number }[] = [];
    await interpreter.call("search", args, {
      seconds: 60,
      onEvent: (event) => {
        if (event.kind !== "trying" || event.tried === 0) return;
        seen.push({ tried: event.tried, at: performance.now() });
      },
    });
    interpreter.end();
    const [first, last] = [seen.at(0), seen.at(-1)];
    if (!first || !last) throw new Error("the search tried nothing");
    return ((last.tried - first.tried) / (last.at - first.at)) * 1000;
  },
  /** Boots so many more interpreters, and keeps them. */
  async hold(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) held.push(await boot());
  },
};
export type RuntimeBench = typeof runtimeBench;

Object.assign(globalThis, { runtimeBench });
