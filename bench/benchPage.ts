import { chromium, type Page } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import { findChromium } from "../scripts/chromium.mjs";
import { sandbox } from "../scripts/sandboxPlugin.ts";

/**
 * Builds the page in the folder `root` with the app's sandbox, serves it as the app is served, and
 * opens it in Chromium, where it has set a global of the name `ready`.
 */
export async function openBenchPage(
  root: string,
  ready: string,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), "tracemend-bench-"));
  const options = { root, configFile: false as const, logLevel: "error" as const };
  await build({
    ...options,
    plugins: [sandbox()],
    build: { outDir, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
  });
  const server = await preview({
    ...options,
    build: { outDir },
    preview: { host: "127.0.0.1", port: 4391 },
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await page.waitForFunction((name) => name in globalThis, ready);
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
