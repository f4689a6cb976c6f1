import type { Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";

/** The timeline's tabs, and what each says when it is all there. */
const tabs = [
  ["State", "Variables"],
  ["Calls", "largest(xs=[-3, -1])"],
  ["Steps", "best=-3"],
  ["History", "made 1 step"],
  ["Forms", /CWM\d+ tokens/],
  ["Compare", "first difference"],
] as const;

// The colours are the same at any width.
const views = [
  { width: 390, schemes: ["light"] },
  { width: 1280, schemes: ["light", "dark"] },
] as const;

/** Looks at a part in each of the views; it is left wide. */
async function expectNoneInAnyView(page: Page, part: string): Promise<void> {
  for (const { width, schemes } of views) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoViolations(page, part, schemes);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `pixels beyond a screen of ${String(width)}`).toBeLessThanOrEqual(0);
  }
}

test("axe finds nothing, wide and narrow, light and dark", async ({
  workbench,
  timeline,
  page,
}) => {
  // Many analyses, each of a second or more on a slow machine.
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await workbench.openExample();
  await workbench.findFix.click();
  await workbench.accept.click();
  // The search is over: what it disables does not change its colour under the analysis.
  await expect(workbench.findFix).toBeEnabled();
  await expectNoneInAnyView(page, "html");

  // The fixed program's run, with the run before to compare with, and something muted.
  await workbench.repair.getByRole("button", { name: "Use this fix" }).click();
  await workbench.expectResult(3, 3);
  await timeline.expectAt(0, "xs=");
  await timeline.button("Step").click();
  await timeline.expectAt(1, "best=-3");
  await timeline.button("Mute comments of best").click();
  for (const [tab, words] of tabs) {
    await timeline.openTab(tab);
    await expect(timeline.region.getByRole("tabpanel", { name: tab })).toContainText(words);
    if (tab === "Calls") await timeline.tree.getByRole("treeitem").last().click();
    await expectNoneInAnyView(page, "section:has(input[type=range])");
  }

  await page.keyboard.press("Control+,");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await expect(dialog).toBeVisible();
  await expectNoneInAnyView(page, "[role=dialog]");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.goto("./#/samples");
  await expect(page.getByRole("button", { name: "Largest of a list" })).toBeVisible();
  await expectNoneInAnyView(page, "html");
});

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
  await expect(page.getByPlaceholder("What do you want to do?")).toBeFocused();
  await page.keyboard.type("samples");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Export", exact: true })).toBeVisible();
});
