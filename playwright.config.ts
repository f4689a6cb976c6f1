import { defineConfig } from "@playwright/test";

const port = Number(process.env["TRACEMEND_PORT"] ?? 4280);

/** The built app, served as `npm start` serves it, in real Chromium. */
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["list"],
    ...(process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? ([["json"]] as const) : ([] as const)),
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    // Each test begins as a first visit: keeping a copy for offline use would cost each of them time.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: process.env["TRACE"] ? "on" : "off",
    launchOptions: {
      ...(process.env["CHROMIUM_PATH"] && { executablePath: process.env["CHROMIUM_PATH"] }),
      // Chromium as root starts only without its own sandbox; the rest keeps it quiet.
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    },
  },
  webServer: {
    command: `node scripts/start.mjs --port ${port} ${process.env["TRACEMEND_BUILT"] ? "--built" : ""}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !process.env["CI"],
    timeout: 180_000,
  },
});
