import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Waits until a frame was drawn: after a change of scheme some colours may still be the old ones. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Light by every rule; dark by the only one that colours can break. */
async function expectNoViolations(page: Page, part = "html"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await nextFrame(page);
    const axe = new AxeBuilder({ page }).include(part);
    if (colorScheme === "dark") axe.withRules("color-contrast");
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`),
    );
    expect(found, colorScheme).toEqual([]);
  }
}

for (const width of [1280, 390]) {
  test(`axe finds nothing, ${width} px wide, light and dark`, async ({ workbench, page }) => {
    // Six analyses, those of the page with two editors of several seconds each on a slow machine.
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await workbench.openExample();
    await workbench.findFix.click();
    await workbench.accept.click();
    // The search is over: what it disables does not change its colour under the analysis.
    await expect(workbench.findFix).toBeEnabled();
    await expectNoViolations(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, "pixels that the page is wider than the screen").toBeLessThanOrEqual(0);

    await page.keyboard.press("Control+,");
    const dialog = page.getByRole("dialog", { name: "Settings" });
    await expect(dialog).toBeVisible();
    await expectNoViolations(page, "[role=dialog]");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    await page.goto("./#/samples");
    await expect(page.getByRole("button", { name: "Largest of a list" })).toBeVisible();
    await expectNoViolations(page);
  });
}

test("the main job by keyboard alone", async ({ workbench, page }) => {
  await workbench.openExample();
  await workbench.program.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("def f(x):\n    return x + x + 1\n");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(workbench.tests).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("assert f(2) == 4\nassert f(3) == 6\n");
  await page.keyboard.press("Control+Enter");
  await workbench.expectResult(0, 2);
  // The failing test's trace is still being recorded for a moment.
  await expect(workbench.findFix).toBeEnabled();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(workbench.accept).toBeVisible();
  await workbench.accept.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Kept as a sample.")).toBeVisible();

  await page.keyboard.press("Control+K");
  await page.keyboard.type("samples");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Export", exact: true })).toBeVisible();
});
