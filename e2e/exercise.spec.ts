import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const program = `def largest(xs):
    best = xs[0]
    for x in xs:
        if x > best:
            best = x
    return best
`;

async function expectAccessible(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("an exercise is made of a program that passes, the search mends it, and the original comes back", async ({
  workbench,
  page,
}) => {
  await workbench.openExample();
  const offer = page.getByRole("button", { name: "Make an exercise…" });
  await expect(offer).toBeHidden();
  await workbench.program.fill(program);
  await workbench.run.click();
  await workbench.expectResult(3, 3);

  await offer.click();
  const dialog = page.getByRole("dialog", { name: "Make an exercise" });
  await expect(dialog.getByRole("radio", { name: "Easy" })).toBeChecked();
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("button", { name: "Make it" }).click();
  await expect(dialog).toBeHidden();
  const bar = page.getByRole("region", { name: "Exercise" });
  await expect(bar).toContainText("Exercise, easy. A bug was put into this program");
  await expectAccessible(page, "section[aria-label=Exercise]");
  await expect(workbench.result).toHaveText(/[012] of 3 tests pass/);
  await expect(offer).toBeHidden();

  await page.getByRole("button", { name: "Undo" }).click();
  await workbench.expectResult(3, 3);
  await expect(bar).toBeHidden();
  await offer.click();
  await dialog.getByRole("radio", { name: "Medium" }).check();
  await dialog.getByRole("button", { name: "Make it" }).click();
  await expect(bar).toContainText("Exercise, medium.");
  await expect(workbench.result).toHaveText(/[012] of 3 tests pass/);

  const kept = await page.evaluate(() => localStorage.getItem("tracemend.draft"));
  expect(JSON.parse(kept ?? "")).toMatchObject({ problem: { reference: program } });

  await bar.getByRole("button", { name: "Show the solution…" }).click();
  const question = page.getByRole("dialog", { name: "Show the solution?" });
  await question.getByRole("button", { name: "Show it" }).click();
  const solution = page.getByRole("dialog", { name: "The solution" });
  await expect(solution.getByLabel("The solution")).toContainText(/[−+]/);
  await expect(solution).toContainText("shows it:");
  await page.keyboard.press("Escape");

  await workbench.findFix.click();
  await expect(workbench.repair).toContainText("3 of 3 tests pass");
  await bar.getByRole("button", { name: "Back to the original" }).click();
  await workbench.expectResult(3, 3);
  await expect(bar).toBeHidden();
  await expect(offer).toBeVisible();
  const stored = await page.evaluate(() => localStorage.getItem("tracemend.draft"));
  expect(JSON.parse(stored ?? "")).toMatchObject({ problem: { program } });
  expect(stored).not.toContain('"reference":"def');
});
