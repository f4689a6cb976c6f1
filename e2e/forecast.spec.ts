import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";

test("a forecast by mouse and keyboard, beside the real path", async ({
  workbench,
  timeline,
  page,
  watch,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await workbench.openExample();
  await page.getByRole("button", { name: "Forecast", exact: true }).click();
  const forecast = page.getByRole("region", { name: "Forecast", exact: true });
  const line = (number: number) =>
    forecast.getByRole("checkbox", { name: new RegExp(`^Line ${String(number)} `) });

  // Nothing gives it away, also after a reload.
  await expect(line(2)).toBeVisible();
  expect(await workbench.inlineComments()).toEqual([]);
  await expect(workbench.programEditor.locator(".hits")).toHaveCount(0);
  await expect(workbench.testsRegion).toContainText("Not run yet");

  // Beside the lines by mouse, in the list by keyboard.
  const marks = workbench.programEditor.locator(".forecast-mark");
  await expect(marks).toHaveCount(5);
  await workbench.programEditor.locator(".line-numbers").filter({ hasText: /^2$/ }).click();
  await expect(line(2)).toBeChecked();
  await line(2).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(line(3)).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(forecast.getByLabel("How often line 3 runs")).toHaveValue("once");
  await line(5).press("Space");
  await line(6).press("Space");
  await expect(workbench.programEditor.locator(".forecast-mark.said")).toHaveCount(4);
  await forecast.getByRole("radio", { name: "It finishes" }).press("Space");
  await forecast.getByLabel(/hand back/).fill("-1");
  await expectNoViolations(page, "section:has(form)", ["light"]);
  await page.reload();
  await expect(line(5)).toBeChecked();
  await expect(line(4)).not.toBeChecked();
  await expect(workbench.testsRegion).toContainText("Not run yet");

  await forecast.getByLabel(/hand back/).press("Enter");
  await expect(forecast.getByRole("status")).toContainText(
    "You forecast 4 lines, 4 ran; line 5 never ran because x > best on line 4 was never true.",
  );
  await expect(forecast).toContainText("it returned 0");
  await expect(forecast.getByRole("group", { name: "The run’s path" })).toHaveText(
    /^12\(3.*4.*\)×23.*6$/,
  );
  await expect(marks).toHaveCount(5);
  await expect(workbench.programEditor).toContainText("forecast,\u00a0never\u00a0ran");
  await expect(timeline.slider).toBeVisible();
  // The result, with its marks in the editor.
  await expectNoViolations(page, "div:has(> section [aria-label^='The run'])", ["light"]);
  await forecast.getByRole("button", { name: "Go to step 2, just before" }).press("Enter");
  await timeline.expectAt(2);

  // It belongs to its test, and to this program.
  await workbench.chooseTest("largest([2, 9, 4]) == 9");
  await forecast.getByRole("button", { name: "Show the test that was forecast" }).click();
  await expect(forecast.getByRole("status")).toContainText("You forecast 4 lines");
  await page.setViewportSize({ width: 390, height: 900 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await workbench.program.fill("def largest(xs):\n    return max(xs)\n");
  await expect(forecast).toHaveCount(0);
  await expect(marks).toHaveCount(0);
  expect(watch.errors).toEqual([]);
});
