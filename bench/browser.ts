import { spawn } from "node:child_process";
import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "../scripts/chromium.mjs";

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Builds and serves the app as `npm start` does, and gives its address to `use` with a Chromium. */
export async function withServedApp(
  use: (address: string, browser: Browser) => Promise<void>,
): Promise<void> {
  const port = 4390;
  const server = spawn("node", ["scripts/start.mjs", "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let printed = "";
    server.stdout.on("data", (data: Buffer) => {
      printed += data.toString();
      const found = /Tracemend: (http:\S+)/.exec(printed);
      if (found?.[1]) resolve(found[1]);
    });
    server.once("exit", () => {
      reject(new Error("the server ended before it printed its address"));
    });
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ["--no-sandbox"],
  });
  try {
    await use(address, browser);
  } finally {
    await browser.close();
    server.kill();
  }
}
