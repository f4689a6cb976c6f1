import AxeBuilder from "@axe-core/playwright";
import { test } from "./endpointTest";
import { expect } from "./fixtures";
import type { WorkbenchPage } from "./pages/workbenchPage";

async function chooseModel({ page }: WorkbenchPage, url: string, model: string): Promise<void> {
  await page.getByRole("combobox", { name: "Engine" }).click();
  await page.getByRole("option", { name: /^Endpoint/ }).click();
  await page.getByRole("button", { name: "Set up…" }).click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByLabel("Base URL").fill(url);
  await dialog.getByLabel("Model", { exact: true }).fill(model);
  await dialog.getByRole("button", { name: "Save" }).click();
}

test("a fix that knows its tests by heart is plausible and not verified; a right one is verified", async ({
  workbench,
  page,
  endpoint,
}) => {
  await workbench.openExample();
  await workbench.testsRegion.getByText("Held-out tests").click();
  const heldOut = page.getByRole("textbox", { name: "Held-out tests" });
  await heldOut.fill("assert largest([-7351]) == -7351\n");
  await workbench.run.click();
  await workbench.expectResult(1, 3);

  await chooseModel(workbench, endpoint.url, "fixture:by-heart");
  const arrival = endpoint.nextRequest();
  await workbench.findFix.click();
  expect(JSON.stringify((await arrival).body)).not.toContain("7351");
  await expect(workbench.repair).toContainText("plausible, not verified");
  await expect(workbench.repair).toContainText("0 of 1 held-out test passes · judged apart");
  await expect(workbench.repair).toContainText("returned 0, expected -7351");
  await expect(workbench.repair).toContainText(
    "Line 2 gives the answer -1 for the test's input [-3, -1].",
  );
  // The comparison follows when it is ready.
  await expect(workbench.repair).toContainText(
    /Agrees with the buggy program on (\d+) of \1 changed inputs/,
  );
  const axe = new AxeBuilder({ page }).include("main").setLegacyMode();
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.getByRole("combobox", { name: "Engine" }).click();
  await page.getByRole("option", { name: /^Search/ }).click();
  await workbench.findFix.click();
  await expect(workbench.repair).toContainText("1 of 1 held-out test passes");
  await expect(workbench.repair.getByRole("region", { name: "Confidence" })).toContainText(
    /^Passes your 3 tests; (probably|may be) what you meant \(\d+\s%\)\./,
  );
  await expect(workbench.repair.getByText("verified", { exact: true })).toBeVisible();
  await expect(workbench.repair).toContainText(/f?largest\(\[\]\) was 0, is IndexError/);
  await workbench.accept.click();
  await expect(page.getByText("Kept as a sample.")).toBeVisible();

  await page.reload();
  await expect(workbench.repair.getByText("verified", { exact: true })).toBeVisible();
  await workbench.testsRegion.getByText("Held-out tests").click();
  await expect(heldOut).toHaveValue("assert largest([-7351]) == -7351\n");
  await page.getByRole("link", { name: "Samples (1)" }).click();
  await expect(page.getByRole("main")).toContainText("verified — judged apart");
});

test("a fix that is judged with less isolation than the buggy program says so", async ({
  workbench,
  endpoint,
}) => {
  await workbench.openExample();
  await chooseModel(workbench, endpoint.url, "fixture:beside");
  await workbench.findFix.click();
  await expect(workbench.repair).toContainText(
    "3 tests are judged with less isolation than for the buggy program.",
  );
  await expect(workbench.repair).toContainText("not isolated");
});

test("a question on which fixes differ, answered, is a test; Undo takes it back", async ({
  workbench,
  page,
}) => {
  await workbench.openExample();
  await workbench.runThis("def f(x):\n    return x + x + 1\n", "assert f(2) == 4\n");
  await workbench.expectResult(0, 1);
  await expect(workbench.findFix).toBeEnabled();
  await workbench.findFix.click();
  await expect(workbench.repair).toContainText(/Lines under suspicion: \d+\s\(\d\.\d\d\)/);
  await expect(workbench.programEditor.locator(".heat").first()).toBeVisible();
  await expect(workbench.repair).toContainText(/These disagree on f\(.+\): fix 1 gives /);
  const answers = workbench.repair.getByRole("group", { name: /^Answers to f\(/ });
  await answers.getByRole("button").first().click();
  await expect(workbench.tests).toHaveValue(/^assert f\(2\) == 4\nassert f\(.+\) == .+\n$/);
  await expect(workbench.repair).toContainText(/Your answer ruled out \d of \d fixes\./);
  await expect(workbench.repair).toContainText(/Passes your 2 tests; /);

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(workbench.tests).toHaveValue("assert f(2) == 4\n");
  await expect(workbench.repair).toContainText(/Passes your test; /);
});
