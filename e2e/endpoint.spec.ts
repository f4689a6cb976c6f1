import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { test as base } from "./endpointTest";
import { exportAll } from "./exports";
import { expect } from "./fixtures";
import type { WorkbenchPage } from "./pages/workbenchPage";

const test = base.extend<object, { closedAddress: string }>({
  closedAddress: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const server = createServer().listen(0, "127.0.0.1");
      await new Promise((resolve) => server.once("listening", resolve));
      const { port } = server.address() as AddressInfo;
      await new Promise((resolve) => server.close(resolve));
      await use(`http://127.0.0.1:${String(port)}/v1`);
    },
    { scope: "worker" },
  ],
});
test.use({
  allowedOrigins: async ({ endpoint, closedAddress }, use) => {
    await use([endpoint.url, closedAddress]);
  },
});

const key = "sk-secret-of-the-user";

type Setting = { url: string; model: string; timeout?: string };

async function setUp(page: Page, { url, model, timeout = "30" }: Setting): Promise<void> {
  await page.getByRole("button", { name: "Set up…" }).click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByLabel("Base URL").fill(url);
  await dialog.getByLabel("Model", { exact: true }).fill(model);
  await dialog.getByLabel("Key", { exact: true }).fill(key);
  await dialog.getByLabel("Time-out (seconds)").fill(timeout);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

/** Opens the first example with the endpoint as its engine. */
async function openWithEndpoint(workbench: WorkbenchPage, setting: Setting): Promise<void> {
  const { page } = workbench;
  await workbench.openExample();
  await page.getByRole("combobox", { name: "Engine" }).click();
  await page.getByRole("option", { name: /^Endpoint/ }).click();
  await setUp(page, setting);
}

/** All that the page keeps beyond its tab: local storage, and every row of every database. */
function keptForGood(page: Page): Promise<string> {
  const read = async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error("IndexedDB cannot be read."));
        };
      });
    const rows: unknown[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        rows.push(await done(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify([Object.entries(localStorage), rows]);
  };
  return page.evaluate(read);
}

test("streams a rationale, proves the fix, keeps it and exports it, without the key", async ({
  workbench,
  page,
  endpoint,
}) => {
  await openWithEndpoint(workbench, { url: endpoint.url, model: "held:largest" });
  const arrival = endpoint.nextRequest();
  await workbench.findFix.click();
  const { body, headers } = await arrival;
  expect(headers.authorization).toBe(`Bearer ${key}`);
  const sent = JSON.stringify(body);
  expect(sent).toContain("best = 0  # (1) best=0;");
  expect(sent).toContain("largest([-3, -1]) == -1");
  expect(sent).not.toContain(key);

  // The server holds the rest of the answer: the rationale is on screen before there is a fix.
  await expect(workbench.repair).toContainText(/`?best`?/);
  await expect(workbench.accept).toHaveCount(0);
  endpoint.release();
  await workbench.accept.click();
  await expect(page.getByText("Kept as a sample.")).toBeVisible();
  await expect(workbench.repair).toContainText("3 of 3 tests pass");

  await page.reload();
  await page.getByRole("link", { name: "Samples (1)" }).click();
  const { texts, chat, trl, full } = await exportAll(page);
  expect([chat.length, trl.length, full.length]).toEqual([1, 1, 1]);
  expect(chat[0]?.messages.at(-1)?.content).toContain("The starting value must come from the list");
  expect(trl[0]?.completion.at(-1)?.content).toBe(chat[0]?.messages.at(-1)?.content);
  expect(full[0]?.engine.name).toBe("endpoint");
  expect(full[0]?.engine.detail).toContain("held:largest");
  expect(body).toMatchObject({ messages: full[0]?.prompt });
  const kept = await keptForGood(page);
  expect(kept).toContain("The starting value must come from the list");
  expect([...texts, kept].join("\n")).not.toContain(key);
});

const failures: { model: string; says: RegExp; timeout?: string }[] = [
  { model: "fail:401", says: /key/i },
  { model: "fail:429", says: /429|too many|rate/i },
  { model: "fail:500", says: /500/ },
  { model: "html", says: /web page/i },
  { model: "broken-sse", says: /stream|could not be read|broke/i },
  { model: "held-drop", says: /broke off|dropped|connection/i },
  { model: "silence", says: /1 s|nothing|no answer|silent/i, timeout: "1" },
  { model: "no-cors", says: /OLLAMA_ORIGINS/ },
  { model: "prose", says: /no (code|program)|without/i },
  { model: "cut", says: /cut|limit|tokens/i },
];

test("each failure says what happened and what to try, a refuted answer cannot be accepted, and the next request works", async ({
  workbench,
  page,
  endpoint,
  closedAddress,
}) => {
  test.setTimeout(180_000);
  const { url } = endpoint;
  await openWithEndpoint(workbench, { url, model: "largest" });
  for (const { model, says, timeout } of failures) {
    await setUp(page, { url, model, ...(timeout === undefined ? {} : { timeout }) });
    const arrival = endpoint.nextRequest();
    await workbench.findFix.click();
    if (model === "held-drop") {
      await arrival;
      await expect(workbench.repair).toContainText("best");
      endpoint.release();
    }
    const notice = workbench.repair.getByRole("alert");
    await expect(notice, model).toContainText(says);
    await expect(notice, model).not.toContainText(key);
    await expect(workbench.repair.getByRole("button", { name: "Try again" })).toBeEnabled();
  }
  await setUp(page, { url: closedAddress, model: "any" });
  await workbench.findFix.click();
  await expect(workbench.repair.getByRole("alert")).toContainText(/refused|not be reached|reach/i);

  await setUp(page, { url, model: "fixture:largest-wrong" });
  await workbench.findFix.click();
  await expect(workbench.repair).toContainText(/does not pass/i);
  await expect(workbench.accept).toBeDisabled();

  await setUp(page, { url, model: "fixture:largest" });
  await workbench.findFix.click();
  await expect(workbench.accept).toBeEnabled();
});
