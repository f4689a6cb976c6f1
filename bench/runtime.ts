import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { openBenchPage } from "./benchPage";
import { median } from "./browser";
import { heldMegabytes, processesBelow } from "./memory";
import type { RuntimeBench } from "./runtime/page/main";
import { startup } from "./startup";

const folder = join(fileURLToPath(import.meta.url), "../runtime/page");
const rounds = 9;
const heldInterpreters = 4;

type BenchPage = typeof globalThis & { runtimeBench: RuntimeBench };

async function repeated(count: number, once: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < count; round += 1) figures.push(await once());
  return median(figures);
}

async function memoryPerWorker(page: Page): Promise<number> {
  const held = () => heldMegabytes(processesBelow(process.pid));
  const before = held();
  await page.evaluate(
    (count) => (globalThis as BenchPage).runtimeBench.hold(count),
    heldInterpreters,
  );
  return (held() - before) / heldInterpreters;
}

/** What the runtime costs: boots, Stop, small verifications, memory, and the page's first visits. */
export async function runtime(): Promise<void> {
  const { page, close } = await openBenchPage(folder, "runtimeBench");
  try {
    const opening = () => page.evaluate(() => (globalThis as BenchPage).runtimeBench.fromOpening());
    const firstVisit = await opening();
    const laterVisit = await repeated(rounds, async () => {
      await page.reload();
      await page.waitForFunction(() => "runtimeBench" in globalThis);
      return opening();
    });
    console.log(
      `from opening a page of the runtime alone to an interpreter: first visit ${firstVisit.toFixed(0)} ms, returning ${laterVisit.toFixed(0)} ms (median of ${rounds})`,
    );
    const boots: { snapshot: number; plain: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const snapshot = await page.evaluate(() => (globalThis as BenchPage).runtimeBench.boot());
      const plain = await page.evaluate(() => (globalThis as BenchPage).runtimeBench.plainBoot());
      boots.push({ snapshot, plain });
    }
    const boot = median(boots.map(({ snapshot }) => snapshot));
    const plain = median(boots.map(({ plain }) => plain));
    console.log(
      `another interpreter from the snapshot: ${boot.toFixed(0)} ms, without: ${plain.toFixed(0)} ms (side by side, medians of ${rounds})`,
    );
    const stops = await page.evaluate(
      (count) => (globalThis as BenchPage).runtimeBench.stopToNext(count),
      rounds,
    );
    console.log(
      `Stop to the next result, with a spare: ${median(stops).toFixed(0)} ms (median of ${rounds}, longest ${Math.max(...stops).toFixed(0)})`,
    );
    const verifications = () =>
      page.evaluate(() => (globalThis as BenchPage).runtimeBench.verifications());
    const first = await verifications();
    // The browser compiles what is run often a second time, and better, which all workers share.
    for (let round = 0; round < 4; round += 1) await verifications();
    const rate = await repeated(rounds, verifications);
    console.log(
      `guarded verifications a second and worker: ${rate.toFixed(0)} (median of ${rounds}, after 5 rounds; in the first ${first.toFixed(0)})`,
    );
    console.log(`memory of a worker: ${(await memoryPerWorker(page)).toFixed(0)} MB`);
  } finally {
    await close();
  }
  await startup();
}
