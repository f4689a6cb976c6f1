import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { bin, root } from "./run.mjs";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit" }).status === 0;

/**
 * Path of a Chromium on this machine: CHROMIUM_PATH, Playwright's own, or the system's; or null.
 * @returns {string | null}
 */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = createRequire(`${root}/package.json`)("@playwright/test");
  return [chromium.executablePath(), ...systemPaths].find((path) => existsSync(path)) ?? null;
}

/**
 * Finds a Chromium, or installs one: Playwright's, else, as root, the system's package.
 * @throws Error saying what to do when neither works
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium found: trying Playwright's …");
  run(bin("playwright"), ["install", "chromium"]);
  const playwrights = findChromium();
  if (playwrights) return playwrights;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Trying the system's package manager …");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "chromium"]);
  }
  const systems = findChromium();
  if (systems) return systems;
  throw new Error("No Chromium: install one and set CHROMIUM_PATH to its executable.");
}
