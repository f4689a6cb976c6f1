import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Waits until a frame was drawn: after a change of scheme some colours may still be the old ones. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

type Scheme = "light" | "dark";

/** Light is analysed by every rule, dark by the only one that colours can break. */
export async function expectNoViolations(
  page: Page,
  part: string,
  schemes: readonly Scheme[],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await nextFrame(page);
    // It stays in the page: half of an analysis goes into putting it there.
    const isThere = await page.evaluate(() => "axe" in window);
    // In its other mode each analysis opens a page of its own in front of this one, which then draws
    // no frames for a second. What it would do more is to look into frames, and ours shows nothing.
    const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) })
      .include(part)
      .setLegacyMode();
    if (colorScheme === "dark") axe.withRules("color-contrast");
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`),
    );
    expect(found, colorScheme).toEqual([]);
  }
}
