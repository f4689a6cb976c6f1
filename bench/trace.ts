import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProcessInterpreter } from "../src/python/process/processInterpreter";
import { openBenchPage } from "./benchPage";
import { peakMegabytes, processesBelow } from "./memory";
import { measure, traceWork, type Ratios, type Workload } from "./tracing/measure";
import type { TracerBench } from "./tracing/page/main";

const folder = join(fileURLToPath(import.meta.url), "../tracing");
const longest = "ten_million";

function workload(name: string): Workload {
  return { name, text: readFileSync(join(folder, "workloads", `${name}.py`), "utf8") };
}

const names = readdirSync(join(folder, "workloads"))
  .map((file) => file.replace(/\.py$/, ""))
  .filter((name) => name !== longest);

/** Where workloads run: the sandbox in Chromium, or a process of Node. */
type Host = {
  title: string;
  measure(workload: Workload): Promise<Ratios>;
  traceOnce(workload: Workload): Promise<{ seconds: number; stepCount: number; kept: number }>;
  close(): Promise<void>;
};

async function inNode(): Promise<Host> {
  const interpreter = await ProcessInterpreter.start();
  return {
    title: "Node",
    measure: (one) => measure(interpreter, one),
    traceOnce: async (one) => {
      const { seconds, trace } = await traceWork(interpreter, one);
      return { seconds, stepCount: trace.stepCount, kept: trace.steps.length };
    },
    close: () => {
      interpreter.end();
      return Promise.resolve();
    },
  };
}

async function inChromium(): Promise<Host> {
  const { page, close } = await openBenchPage(join(folder, "page"), "tracerBench");
  type Page = typeof globalThis & { tracerBench: TracerBench };
  return {
    title: "Chromium",
    measure: (one) =>
      page.evaluate((given) => (globalThis as Page).tracerBench.measure(given), one),
    traceOnce: (one) =>
      page.evaluate((given) => (globalThis as Page).tracerBench.traceOnce(given), one),
    close,
  };
}

async function printRatios(host: Host): Promise<void> {
  console.log(`${host.title}: ratio to the untraced run, medians of 5`);
  for (const name of names) {
    const { seconds, noop, traced, steps } = await host.measure(workload(name));
    const untraced = `${(seconds * 1000).toFixed(1)} ms untraced`;
    console.log(
      `  ${name}: traced ${traced.toFixed(1)}, no-op settrace ${noop.toFixed(1)} (${untraced}, ${steps} steps)`,
    );
  }
}

/** A run of ten million steps: how long it takes, and the most memory that any process held. */
async function printLongest(host: Host): Promise<void> {
  const before = peakMegabytes(processesBelow(process.pid));
  const { seconds, stepCount, kept } = await host.traceOnce(workload(longest));
  const after = peakMegabytes(processesBelow(process.pid));
  console.log(
    `  ${stepCount} steps: ${seconds.toFixed(1)} s traced, ${kept} steps kept; largest process ${after} MB at its peak (${before} MB before)`,
  );
}

/** How much slower a traced program is, in Chromium and under Node. */
export async function trace(): Promise<void> {
  for (const open of [inChromium, inNode]) {
    const host = await open();
    try {
      await printRatios(host);
      await printLongest(host);
    } finally {
      await host.close();
    }
  }
}
