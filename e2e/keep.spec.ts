import { expect, test } from "./fixtures";

test("work in progress is there after a reload", async ({ workbench, page }) => {
  await workbench.open();
  await workbench.instruction.fill("Double x.");
  await workbench.program.fill("def double(x):\n    return x\n");
  await workbench.tests.fill("assert double(2) == 4\n");
  await page.reload();
  await expect(workbench.instruction).toHaveValue("Double x.");
  await workbench.expectResult(0, 1);
  await expect(workbench.testsRegion).toContainText("returned 2, expected 4");
});

test("a proven fix is there after a reload", async ({ workbench, page }) => {
  await workbench.open();
  await workbench.expectResult(1, 3);
  await workbench.findFix.click();
  await expect(workbench.accept).toBeVisible();
  await page.reload();
  await expect(workbench.accept).toBeVisible();
  await expect(workbench.repair).toContainText("best = xs[0]");
});

test("a link restores the problem, and half a link says so", async ({
  workbench,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await workbench.open();
  await workbench.program.fill("def triple(x):\n    return x * 2  # ünï\n");
  await workbench.tests.fill("assert triple(2) == 6\n");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.goto("about:blank");
  await page.goto(link);
  await workbench.expectResult(0, 1);
  await expect(workbench.testsRegion).toContainText("returned 4, expected 6");

  await page.goto("about:blank");
  await page.goto(link.slice(0, link.length - 20));
  await expect(page.getByRole("main")).toContainText(/link/i);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
});

test("a deleted sample comes back with Undo", async ({ workbench, page }) => {
  await workbench.open();
  await workbench.expectResult(1, 3);
  await workbench.findFix.click();
  await workbench.accept.click();
  await page.getByRole("link", { name: /^Samples/ }).click();
  const sample = page.getByRole("button", { name: "Largest of a list" });
  await expect(sample).toBeVisible();
  await page.getByRole("checkbox", { name: /Select all/ }).check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(sample).toBeHidden();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(sample).toBeVisible();
});
