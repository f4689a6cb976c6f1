/** `npm test`: installs, finds or installs Chromium, and runs every check and test. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, install, must } from "./run.mjs";

install();
const { ensureChromium } = await import("./chromium.mjs");
const chromium = ensureChromium();
console.log(`Chromium: ${chromium}`);

const reports = mkdtempSync(join(tmpdir(), "tracemend-"));
const unitReport = join(reports, "unit.json");
const browserReport = join(reports, "browser.json");

must("node", ["scripts/check.mjs", "--report", unitReport]);
must(bin("playwright"), ["test", ...process.argv.slice(2)], {
  env: {
    ...process.env,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
    TRACEMEND_BUILT: "1",
  },
});

const unit = JSON.parse(readFileSync(unitReport, "utf8"));
const { stats } = JSON.parse(readFileSync(browserReport, "utf8"));
rmSync(reports, { recursive: true });
const passed = unit.numPassedTests + stats.expected + stats.flaky;
const failed = unit.numFailedTests + stats.unexpected;
const skipped = unit.numPendingTests + stats.skipped;
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
if (stats.flaky > 0) {
  console.error(`${stats.flaky} tests passed only when repeated: that is a bug.`);
  process.exit(1);
}
