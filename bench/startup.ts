import type { Browser, BrowserContext, Page } from "@playwright/test";
import { bootMeasure, readStartup, type StartupPhase } from "../src/domain/startup";
import { median, withServedApp } from "./browser";

const runs = 5;

type Visit = {
  typeable: number;
  ready: number;
  traced: number;
  boot: number;
  phases: readonly StartupPhase[];
};

/**
 * Milliseconds from navigation until the editor is there, the tests are judged, a trace is shown; and
 * how long the last interpreter took to boot, when the page had no more to do.
 */
async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const began = performance.now();
  const since = () => performance.now() - began;
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Program", exact: true }).waitFor();
  const typeable = since();
  await page
    .getByRole("status")
    .filter({ hasText: /tests? pass/ })
    .waitFor();
  const ready = since();
  await page.locator(".trace-comment").first().waitFor();
  const traced = since();
  const boot = await spareBoot(page);
  const { phases } = readStartup(await timings(page));
  // A returning visit is one to a browser that keeps the app.
  await page.getByRole("button", { name: /^Offline ready/ }).waitFor();
  await page.close();
  return { typeable, ready, traced, boot, phases };
}

function timings(page: Page) {
  return page.evaluate(() =>
    performance
      .getEntries()
      .map(({ name, startTime, duration }) => ({ name, startTime, duration })),
  );
}

/** Waits for the spares that replace the two interpreters in use, and times the last one. */
async function spareBoot(page: Page): Promise<number> {
  const durations = await page.waitForFunction((name) => {
    const boots = performance.getEntriesByName(name);
    return boots.length >= 4 && boots.map(({ duration }) => duration);
  }, bootMeasure);
  return ((await durations.jsonValue()) || []).at(-1) ?? Number.NaN;
}

async function visits(browser: Browser, address: string): Promise<{ cold: Visit; warm: Visit }> {
  // A new context has an empty cache; a second visit in it is a returning one.
  const context = await browser.newContext();
  const cold = await visit(context, address);
  const warm = await visit(context, address);
  await context.close();
  return { cold, warm };
}

/** When each phase began and how long it took, as medians in seconds; some run side by side. */
function printPhases(visits: readonly (readonly StartupPhase[])[]): void {
  const seconds = (values: readonly number[]) => (median(values) / 1000).toFixed(2);
  for (const { name } of visits[0] ?? []) {
    const all = visits.flatMap((phases) => phases.filter((phase) => phase.name === name));
    const from = seconds(all.map((phase) => phase.from));
    console.log(
      `  ${name}: from ${from} s, took ${seconds(all.map(({ from, to }) => to - from))} s`,
    );
  }
}

/** Time from opening the page to the first trace on screen, first and returning visit. */
export async function startup(): Promise<void> {
  await withServedApp(async (address, browser) => {
    const all: { cold: Visit; warm: Visit }[] = [];
    for (let run = 0; run < runs; run++) all.push(await visits(browser, address));
    for (const kind of ["cold", "warm"] as const) {
      const figure = (name: Exclude<keyof Visit, "phases">) =>
        (median(all.map((one) => one[kind][name])) / 1000).toFixed(2);
      console.log(
        `${kind}: editor ${figure("typeable")} s, judged ${figure("ready")} s, first trace ${figure("traced")} s, spare interpreter ${figure("boot")} s (median of ${runs})`,
      );
      printPhases(all.map((one) => one[kind].phases));
    }
    const ratio = median(all.map(({ cold, warm }) => cold.traced / warm.traced));
    console.log(`cold / warm: ${ratio.toFixed(2)}`);
  });
}
