import type { Page } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBenchPage } from "./benchPage";
import { heldMegabytes, processesBelow } from "./memory";
import type { SoakBench } from "./soak/page/main";

const folder = join(fileURLToPath(import.meta.url), "../soak/page");
const total = Number(process.env["SOAK_RUNS"] ?? 1000);
const between = 100;

/** Worker threads of Chromium's processes, by the name that it gives them. Linux only. */
function workerThreads(): number {
  const namesOf = (pid: number) => {
    try {
      return readdirSync(`/proc/${pid}/task`).map((thread) =>
        readFileSync(`/proc/${pid}/task/${thread}/comm`, "utf8").trim(),
      );
    } catch {
      return [];
    }
  };
  const names = processesBelow(process.pid).flatMap(namesOf);
  return names.filter((name) => name.startsWith("DedicatedWorker")).length;
}

/** What the page's own JavaScript holds when nothing is left to collect. */
async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

/** A thousand runs in one tab, three in ten of which end by force: leaks, lost runs, wrong verdicts. */
export async function soak(): Promise<void> {
  type SoakPage = typeof globalThis & { soakBench: SoakBench };
  const { page, close } = await openBenchPage(folder, "soakBench");
  let wrong = 0;
  try {
    for (let first = 0; first < total; first += between) {
      const range: [number, number] = [first, first + between];
      const faults = await page.evaluate(
        ([from, to]) => (globalThis as SoakPage).soakBench.run(from, to),
        range,
      );
      for (const fault of faults) console.log(`  ${fault}`);
      wrong += faults.length;
      const held = heldMegabytes(processesBelow(process.pid)).toFixed(0);
      const heap = (await heapMegabytes(page)).toFixed(1);
      console.log(
        `${first + between} runs: ${held} MB held by all processes, ${heap} MB by the page's heap, ${workerThreads()} workers`,
      );
    }
  } finally {
    await close();
  }
  console.log(`${wrong} of ${total} runs were lost or judged wrong`);
  if (wrong > 0) process.exitCode = 1;
}
