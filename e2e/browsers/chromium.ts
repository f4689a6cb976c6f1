import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/chromium.mjs";
import { asExpression, readAnswer, type BrowserUnderTest } from "./driver";

/** Chromium by Playwright. */
export const chromiumBrowser: BrowserUnderTest = {
  name: "Chromium",
  async start() {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error("no Chromium is installed");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    const page = await browser.newPage();
    return {
      version: browser.version(),
      async open(address) {
        await page.goto(address);
      },
      run: async (body) => readAnswer(await page.evaluate(asExpression(body))),
      close: () => browser.close(),
    };
  },
};
