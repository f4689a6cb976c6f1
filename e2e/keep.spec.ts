import { expect, test } from "./fixtures";

/** A program of 900 lines; `double` in the middle gives what it is given. */
function longProgram(name: string): string {
  const functions = (from: number) =>
    Array.from({ length: 150 }, (_, index) => {
      return `def ${name}${String(from + index)}(x):\n    y = x + ${String(index)}\n    return y`;
    });
  return [...functions(0), "def double(x):\n    return x", ...functions(150)].join("\n");
}

test("work in progress, one long program in place of another, is there after a reload", async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await workbench.program.fill(longProgram("first"));
  await workbench.tests.fill("assert double(2) == 4\n");
  await expect(workbench.program).toHaveValue(longProgram("first"));
  await workbench.program.fill(longProgram("second"));
  await workbench.instruction.fill("Double x.");
  await page.reload();
  await expect(workbench.instruction).toHaveValue("Double x.");
  await expect(workbench.program).toHaveValue(longProgram("second"));
  await workbench.expectResult(0, 1);
  await expect(workbench.testsRegion).toContainText("returned 2, expected 4");
});

test("a proven fix is there after a reload, with its own trace, until it is discarded", async ({
  workbench,
  page,
}) => {
  await workbench.openExample();
  await workbench.findFix.click();
  await expect(workbench.accept).toBeVisible();
  await page.reload();
  await expect(workbench.accept).toBeVisible();
  await expect(workbench.fixTrace).toContainText("best = xs[0]  # (1) best=-3;");

  await workbench.repair.getByRole("button", { name: "Use this fix" }).click();
  await workbench.expectResult(3, 3);
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByText("Find a fix: not now. Every test passes")).toBeVisible();

  // The search may have found a second fix before the reload, which then takes its place.
  await workbench.repair.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(workbench.repair).not.toContainText("best = xs[0]");
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

test("samples are found by their words, and a deleted one comes back with Undo", async ({
  workbench,
  page,
}) => {
  await workbench.openExample();
  await workbench.findFix.click();
  await workbench.accept.click();
  await workbench.chooseExample("Odd numbers first");
  await expect(workbench.findFix).toBeEnabled();
  await workbench.findFix.click();
  await workbench.accept.click();
  await page.getByRole("link", { name: "Samples (2)" }).click();

  const largest = page.getByRole("button", { name: "Largest of a list" });
  const odd = page.getByRole("button", { name: "Odd numbers first" });
  const filter = page.getByRole("searchbox", { name: "Filter" });
  await expect(largest).toBeVisible();
  await filter.fill("split parity");
  await expect(largest).toBeHidden();
  await expect(odd).toBeVisible();
  await expect(page.getByText("1 of 2 samples shown")).toBeVisible();
  await filter.fill("split parity of zebras");
  await expect(page.getByText("No sample fits the filter")).toBeVisible();
  await expect(odd).toBeHidden();
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(odd).toBeVisible();

  await page.getByRole("checkbox", { name: "Select Largest of a list" }).check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(largest).toBeHidden();
  await expect(odd).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(largest).toBeVisible();
});
