import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { startEndpointServer, type EndpointServer } from "./endpoint/server";
import { expect, test as base } from "./fixtures";

const test = base.extend<object, { endpoint: EndpointServer; closedAddress: string }>({
  endpoint: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const server = await startEndpointServer();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
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

async function setUp(
  page: Page,
  { url, model, timeout = "30" }: { url: string; model: string; timeout?: string },
): Promise<void> {
  await page.getByRole("button", { name: "Set up…" }).click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByLabel("Base URL").fill(url);
  await dialog.getByLabel("Model", { exact: true }).fill(model);
  await dialog.getByLabel("Key", { exact: true }).fill("sk-secret-of-the-user");
  await dialog.getByLabel("Time-out (seconds)").fill(timeout);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

async function chooseEndpoint(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Engine" }).click();
  await page.getByRole("option", { name: /^Endpoint/ }).click();
}

test("streams a rationale, proves the fix and keeps the prompt", async ({
  workbench,
  page,
  endpoint,
}) => {
  await workbench.open();
  await workbench.expectResult(1, 3);
  await chooseEndpoint(page);
  await setUp(page, { url: endpoint.url, model: "held:largest" });
  const arrival = endpoint.nextRequest();
  await workbench.findFix.click();
  const { body, headers } = await arrival;
  expect(headers.authorization).toBe("Bearer sk-secret-of-the-user");
  const sent = JSON.stringify(body);
  expect(sent).toContain("best = 0  # (1) best=0;");
  expect(sent).toContain("largest([-3, -1]) == -1");
  expect(sent).not.toContain("sk-secret");

  // The server holds the rest of the answer: the rationale is on screen before there is a fix.
  await expect(workbench.repair).toContainText(/`?best`?/);
  await expect(workbench.accept).toHaveCount(0);
  endpoint.release();
  await workbench.accept.click();
  await expect(page.getByText("Kept as a sample.")).toBeVisible();
  await expect(workbench.repair).toContainText("3 of 3 tests pass");
  const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(stored).not.toContain("sk-secret");
});

test("a fix that fails the tests is shown as refuted and cannot be accepted", async ({
  workbench,
  page,
  endpoint,
}) => {
  await workbench.open();
  await workbench.expectResult(1, 3);
  await chooseEndpoint(page);
  await setUp(page, { url: endpoint.url, model: "fixture:largest-wrong" });
  await workbench.findFix.click();
  await expect(workbench.repair).toContainText(/does not pass/i);
  await expect(
    workbench.repair.getByRole("button", { name: "Accept", exact: true }),
  ).toBeDisabled();
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

test("each failure says what happened and what to try, and the next request works", async ({
  workbench,
  page,
  endpoint,
  closedAddress,
}) => {
  test.setTimeout(180_000);
  await workbench.open();
  await workbench.expectResult(1, 3);
  await chooseEndpoint(page);
  for (const { model, says, timeout } of failures) {
    await setUp(page, { url: endpoint.url, model, ...(timeout === undefined ? {} : { timeout }) });
    const arrival = endpoint.nextRequest();
    await workbench.findFix.click();
    if (model === "held-drop") {
      await arrival;
      await expect(workbench.repair).toContainText("best");
      endpoint.release();
    }
    const notice = workbench.repair.getByRole("alert");
    await expect(notice, model).toContainText(says);
    await expect(notice, model).not.toContainText("sk-secret");
    await expect(workbench.repair.getByRole("button", { name: "Try again" })).toBeEnabled();
  }
  await setUp(page, { url: closedAddress, model: "any" });
  await workbench.findFix.click();
  await expect(workbench.repair.getByRole("alert")).toContainText(/refused|not be reached|reach/i);

  await setUp(page, { url: endpoint.url, model: "fixture:largest" });
  await workbench.findFix.click();
  await expect(workbench.accept).toBeEnabled();
});
