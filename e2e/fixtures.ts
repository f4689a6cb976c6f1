import { expect, test as base, type Page } from "@playwright/test";
import { TimelinePage } from "./pages/timelinePage";
import { WorkbenchPage } from "./pages/workbenchPage";

type Watch = {
  /** Addresses asked for outside the app's own files and the allowed origins. All were blocked. */
  foreign: string[];
  /** Errors that the page logged or threw. */
  errors: string[];
};

/** Blocks every request but those to the app's own origin and to `allowed`, and records the rest. */
async function watchPage(page: Page, baseURL: string, allowed: readonly string[]): Promise<Watch> {
  const watch: Watch = { foreign: [], errors: [] };
  const origins = [baseURL, ...allowed].map((address) => new URL(address).origin);
  await page.context().route("**/*", (route) => {
    const { origin, protocol } = new URL(route.request().url());
    if (origins.includes(origin) || protocol === "blob:" || protocol === "data:") {
      return route.continue();
    }
    watch.foreign.push(route.request().url());
    return route.abort();
  });
  page.on("pageerror", (error) => watch.errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") watch.errors.push(message.text());
  });
  return watch;
}

export const test = base.extend<{
  allowedOrigins: string[];
  watch: Watch;
  workbench: WorkbenchPage;
  timeline: TimelinePage;
}>({
  allowedOrigins: [[], { option: true }],
  watch: [
    async ({ page, baseURL, allowedOrigins }, use) => {
      const watch = await watchPage(page, baseURL ?? "", allowedOrigins);
      await use(watch);
      expect(watch.foreign, "requests that left the app's own origin").toEqual([]);
    },
    { auto: true },
  ],
  workbench: async ({ page }, use) => {
    await use(new WorkbenchPage(page));
  },
  timeline: async ({ page }, use) => {
    await use(new TimelinePage(page));
  },
});

export { expect };
