import type { Browser, BrowserContext } from "@playwright/test";
import { median, withServedApp } from "./browser";

const runs = 5;

type Visit = { typeable: number; ready: number; traced: number };

/** Milliseconds from navigation until the editor is there, until Python is, until a trace is shown. */
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
  await page.close();
  return { typeable, ready, traced };
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
        `${kind}: editor ${figure("typeable")} s, judged ${figure("ready")} s, first trace ${figure("traced")} s (median of ${runs})`,
      );
    }
    const ratio = median(all.map(({ cold, warm }) => cold.traced / warm.traced));
    console.log(`cold / warm: ${ratio.toFixed(2)}`);
  });
}
