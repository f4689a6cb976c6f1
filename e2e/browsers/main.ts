/**
 * `npm run test:browsers [NAME …]`: takes every browser that is installed through one scenario, prints
 * a table of what differs and writes it to `docs/browsers.md`. Not part of `npm test`.
 */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { bin, root } from "../../scripts/run.mjs";
import { BuildServer, filesBelow } from "../offline/buildServer";
import { chromiumBrowser } from "./chromium";
import type { BrowserUnderTest } from "./driver";
import { firefoxBrowser } from "./firefox";
import { runScenario } from "./scenario";
import { markdownTable, type Column } from "./table";
import { webkitBrowser } from "./webkit";

const browsers = [chromiumBrowser, firefoxBrowser, webkitBrowser];

async function test(browser: BrowserUnderTest): Promise<Column> {
  const requests: string[] = [];
  // Whatever arrives counts, not only HTTP; a browser may open a connection and say nothing on it.
  const listener = createServer((socket) => {
    socket.once("data", (data) => requests.push(data.toString("latin1").slice(0, 60)));
    socket.on("error", () => undefined);
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  const server = new BuildServer(filesBelow(join(root, "dist")));
  await server.start();
  try {
    const driver = await browser.start();
    try {
      const leak = { port, requests: () => requests };
      const rows = await runScenario({ driver, server, leak });
      return { name: browser.name, version: driver.version, rows, missing: null };
    } finally {
      await driver.close();
    }
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    return { name: browser.name, version: "", rows: [], missing };
  } finally {
    await server.stop();
    listener.close();
  }
}

if (!process.env["TRACEMEND_BUILT"]) {
  spawnSync(bin("vite"), ["build", "--logLevel", "warn"], { cwd: root, stdio: "inherit" });
}
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = browsers.filter(
  ({ name }) => asked.length === 0 || asked.includes(name.toLowerCase()),
);
const columns: Column[] = [];
for (const browser of chosen) {
  console.log(`— ${browser.name}`);
  const column = await test(browser);
  if (column.missing !== null) console.log(`  not tested: ${column.missing}`);
  columns.push(column);
}

const table = markdownTable(columns);
console.log(`\n${table}\n`);
if (asked.length === 0) {
  const page = `# Browsers

Written by \`npm run test:browsers\`. Times are of one run each, on whatever else the machine had to do.

${table}

In WebKit, ending a worker does not end a loop in C or \`time.sleep\` in it: the run ends for the app, which
goes on with another interpreter, but the old one keeps a core busy until it is done or the tab is closed.
`;
  writeFileSync(join(root, "docs", "browsers.md"), page);
}
const failed = columns.some(({ rows }) => rows.some(({ text }) => text.startsWith("✗")));
process.exit(failed ? 1 : 0);
