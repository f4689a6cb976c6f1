import type { Browser, BrowserContext, Page } from "@playwright/test";
import { bootMeasure } from "../src/domain/startup";
import { median, withServedApp } from "./browser";

const runs = 5;

type Visit = { typeable: number; ready: number; traced: number; boot: number };

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
  await page.close();
  return { typeable, ready, traced, boot };
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

/** Time from opening the page to the first trace on screen, first and returning visit. */
export async function startup(): Promise<void> {
  await withServedApp(async (address, browser) => {
    const all: { cold: Visit; warm: Visit }[] = [];
    for (let run = 0; run < runs; run++) all.push(await visits(browser, address));
    for (const kind of ["cold", "warm"] as const) {
      const figure = (name: keyof Visit) =>
        (median(all.map((one) => one[kind][name])) / 1000).toFixed(2);
      console.log(
        `${kind}: editor ${figure("typeable")} s, judged ${figure("ready")} s, first trace ${figure("traced")} s, spare interpreter ${figure("boot")} s (median of ${runs})`,
      );
    }
    const ratio = median(all.map(({ cold, warm }) => cold.traced / warm.traced));
    console.log(`cold / warm: ${ratio.toFixed(2)}`);
  });
}
