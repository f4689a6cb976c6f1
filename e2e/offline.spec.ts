import { once } from "node:events";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { sealBuild } from "../scripts/sealBuild";
import { BuildServer, filesBelow, type Files } from "./offline/buildServer";
import { WorkbenchPage } from "./pages/workbenchPage";

const dist = join(import.meta.dirname, "..", "dist");

/** A later build of the same app: its page says so, and the chunks named here have other names. */
function laterBuild(renamed: readonly string[]): Files {
  const folder = mkdtempSync(join(tmpdir(), "tracemend-build-"));
  cpSync(dist, folder, { recursive: true });
  const assets = join(folder, "assets");
  const replacements = readdirSync(assets)
    .filter(
      (name) => renamed.some((prefix) => name.startsWith(`${prefix}-`)) && name.endsWith(".js"),
    )
    .map((name) => [name, name.replace(/\.js$/, "2.js")] as const);
  for (const [from, to] of replacements) renameSync(join(assets, from), join(assets, to));
  for (const name of [...readdirSync(assets).map((one) => `assets/${one}`), "index.html"]) {
    if (!/\.(js|html)$/.test(name) || /sandbox|Monaco|editor|forms/.test(name)) continue;
    const path = join(folder, name);
    const text = replacements.reduce(
      (changed, [from, to]) => changed.replaceAll(from, to),
      readFileSync(path, "utf8"),
    );
    writeFileSync(path, text);
  }
  const page = join(folder, "index.html");
  const html = readFileSync(page, "utf8")
    .replace(/\s*<meta name="tracemend-build"[^>]*>/, "")
    .replace("<html ", '<html data-build="later" ');
  writeFileSync(page, html);
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  sealBuild(folder, worker.slice(worker.indexOf("\n") + 1));
  const files = filesBelow(folder);
  rmSync(folder, { recursive: true });
  return files;
}

/** A server of another origin, as an endpoint is: answers with how often it was asked. */
async function otherOrigin() {
  let asked = 0;
  const server = createServer((_, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*").end(String(++asked));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { server, href: `http://127.0.0.1:${String(port)}/icon.svg` };
}

const ready = (page: Page) => page.getByRole("button", { name: /^Offline ready: [\d.]+ MB/ });
const reload = (page: Page) => page.getByRole("button", { name: "A new version is ready" });
const buildOf = (page: Page) => page.locator("html").getAttribute("data-build");
const cacheCount = (page: Page) => page.evaluate(async () => (await caches.keys()).length);

test("works offline after the first visit; updates never break a tab in use", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const server = new BuildServer(filesBelow(dist));
  await server.start();
  const context = await browser.newContext({ baseURL: server.address, serviceWorkers: "allow" });
  const page = await context.newPage();
  const workbench = new WorkbenchPage(page);
  const later = laterBuild(["SamplesRoute", "FormsView", "index"]);

  const elsewhere = await otherOrigin();
  await test.step("a first visit keeps everything", async () => {
    await workbench.openExample();
    await expect(ready(page)).toBeVisible();
  });

  await test.step("without its server: traces, repairs, verifies, and opens other pages", async () => {
    await server.stop();
    await page.reload();
    await workbench.expectResult(1, 3);
    await expect.poll(() => workbench.inlineComments()).toContain("# (0) xs=[-3, -1];");
    await workbench.findFix.click();
    await expect(workbench.accept).toBeVisible();
    expect(await page.evaluate(async (url) => (await fetch(url)).text(), elsewhere.href)).toBe("1");
    await page.getByRole("link", { name: /^Samples/ }).click();
    await expect(page.getByRole("heading", { name: "Samples" }).first()).toBeVisible();
    await server.start();
  });

  await test.step("a broken new build replaces nothing", async () => {
    const broken = new Map(later);
    const lost = [...broken.keys()].find((name) => name.includes("FormsView")) ?? "";
    expect(broken.delete(lost)).toBe(true);
    server.files = broken;
    await page.goto("./");
    await ready(page).click();
    await expect(page.getByRole("dialog")).toContainText("A newer version could not be kept");
    await page.keyboard.press("Escape");
    expect(await buildOf(page)).toBeNull();
  });

  const other = await context.newPage();
  await test.step("a new build waits; only what changed is downloaded", async () => {
    server.files = later;
    server.asked = [];
    await other.goto("./");
    await expect(reload(other)).toBeVisible();
    await expect(reload(page)).toBeVisible();
    expect(await buildOf(other)).toBeNull();
    const asked = server.asked.join(" ");
    expect(asked).toContain("FormsView");
    expect(asked).not.toMatch(/wasm|stdlib|snapshot|Monaco|icon\.svg/);
  });

  await test.step("the tab that agrees gets it; the other goes on with code the server lacks", async () => {
    await reload(page).click();
    await expect.poll(() => buildOf(page)).toBe("later");
    await workbench.expectResult(1, 3);
    expect(await cacheCount(page)).toBe(2);
    await other.getByRole("tab", { name: "Forms" }).click();
    await expect(other.getByRole("tabpanel", { name: "Forms" })).toContainText("Inline");
    expect(await buildOf(other)).toBeNull();
  });

  await test.step("it follows when it is reloaded, and the old build is thrown away", async () => {
    await reload(other).click();
    await expect.poll(() => buildOf(other)).toBe("later");
    await expect(ready(other)).toBeVisible();
    await expect.poll(() => cacheCount(other)).toBe(1);
  });

  await context.close();
  await server.stop();
  elsewhere.server.close();
});
