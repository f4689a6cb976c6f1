import type { BuildServer } from "../offline/buildServer";
import { App } from "./app";
import type { Driver } from "./driver";
import { probeNames, probeProblem } from "./probes";

/** What one step showed, in a few words. */
export type Row = { name: string; text: string };

type Setting = {
  driver: Driver;
  server: BuildServer;
  /** A server that must never hear of a program. */
  leak: { port: number; requests: () => readonly string[] };
};

const seconds = (milliseconds: unknown) => `${(Number(milliseconds) / 1000).toFixed(1)} s`;

const traceShown = `
  const comment = () => document.querySelector(".trace-comment");
  await until("trace", comment);
  return performance.now();`;

const quick = { program: "def f():\n    return 42\n", tests: "assert f() == 42\n" };

/** Whether a later run works, and how long it took from here. */
async function nextRun(app: App): Promise<string> {
  const began = performance.now();
  await app.show(quick.program, quick.tests);
  await app.outcome("1 of 1 tests pass");
  return `next result after ${seconds(performance.now() - began)}`;
}

async function endless(app: App, program: string): Promise<string> {
  await app.show(program, "assert f() == 1\n");
  const said = await app.outcome("0 of 1 tests pass");
  const why = /[^\n]*(did not finish|ended)[^\n]*/i.exec(said)?.[0] ?? "ended without a reason";
  return `“${why.trim()}”, ${await nextRun(app)}`;
}

async function stopping(app: App): Promise<string> {
  await app.show("def f():\n    while True:\n        pass\n", "assert f() == 1\n");
  await app.press("Stop");
  return nextRun(app);
}

async function probing(app: App, port: number): Promise<string> {
  const { program, tests } = probeProblem(port);
  await app.show(program, tests);
  const said = await app.outcome(`0 of ${String(probeNames.length)} tests pass`);
  const of = (found: string) =>
    probeNames.filter((_, index) => said.includes(`probe ${String(index)} ${found}`));
  const raised = of("raised");
  const got = of("got");
  const silent = probeNames.filter((name) => ![...raised, ...got].includes(name));
  return [
    `${String(raised.length)} raise`,
    ...(got.length > 0 ? [`these give an object: ${got.join(", ")}`] : []),
    ...(silent.length > 0 ? [`no answer from: ${silent.join(", ")}`] : []),
  ].join("; ");
}

/** Reaching into the frame of opaque origin from the page around it, and navigating it. */
async function frameIsOpaque(app: App, port: number): Promise<string> {
  return String(
    await app.script(`
    const inner = frames[0][0];
    let reached = "its document can be read";
    try { void inner.document.title; } catch (error) { reached = error.name; }
    inner.location = "http://127.0.0.1:${String(port)}/navigated";
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return reached;`),
  );
}

async function keeping(app: App): Promise<string> {
  await app.open();
  await app.show("def f(x):\n    return x - 1\n", "assert f(1) == 2\nassert f(5) == 6\n");
  await app.outcome("0 of 2 tests pass");
  await app.press("Find a fix");
  await app.press("Accept");
  await app.script(
    `await until("kept sample", () => document.body.innerText.includes("Samples (1)"));`,
  );
  await app.open();
  await app.script(
    `await until("kept sample", () => document.body.innerText.includes("Samples (1)"));`,
  );
  return "a fix is found, accepted and there after a reload";
}

async function offline(app: App, server: BuildServer): Promise<string> {
  const kept = await app.script(`
    return (await until("offline mark", () => button("Offline ready"))).getAttribute("aria-label");`);
  await server.stop();
  try {
    await app.open();
    return `${String(kept)}; without the server, first trace after ${seconds(await app.script(traceShown))}`;
  } finally {
    await server.start();
  }
}

/** Takes one browser through the app; a step that fails says so and the next goes on. */
export async function runScenario({ driver, server, leak }: Setting): Promise<Row[]> {
  const app = new App(driver, server.address);
  const boots = `return performance.getEntriesByName("tracemend: interpreter boot").map((one) => one.duration)`;
  const steps: [string, () => Promise<string>][] = [
    [
      "First visit: first trace on screen",
      async () => {
        await app.open();
        return seconds(await app.script(traceShown));
      },
    ],
    [
      "Run: the first example",
      async () => {
        await app.outcome("1 of 3 tests pass");
        return "1 of 3 tests pass";
      },
    ],
    [
      "Interpreter restored, the quickest",
      async () => {
        const durations = await app.script(boots);
        return seconds(Math.min(...(Array.isArray(durations) ? durations.map(Number) : [])));
      },
    ],
    ["Stop of an endless loop", () => stopping(app)],
    ["Endless loop", () => endless(app, "def f():\n    while True:\n        pass\n")],
    [`Sandbox: ${String(probeNames.length)} probes from Python`, () => probing(app, leak.port)],
    ["Sandbox: the frame from outside", () => frameIsOpaque(app, leak.port)],
    ["Sandbox: requests that left it", () => Promise.resolve(leak.requests().join(", ") || "none")],
    ["Storage: draft, samples", () => keeping(app)],
    ["Offline", () => offline(app, server)],
    // Last: where a worker cannot be ended by force, they go on and slow down what follows.
    [
      "Endless loop in C",
      () => endless(app, "import itertools\ndef f():\n    return sum(itertools.repeat(0))\n"),
    ],
    ["time.sleep(60)", () => endless(app, "import time\ndef f():\n    time.sleep(60)\n")],
  ];
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    console.log(`  ${row.name}: ${row.text}`);
  };
  for (const [name, step] of steps) {
    try {
      add({ name, text: await step() });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      add({ name, text: `✗ ${why.replace(/\s+/g, " ").slice(0, 500)}` });
    }
  }
  return rows;
}
