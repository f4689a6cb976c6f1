import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

const program = `import random
import sys
import time
from helpers import double

size = int(input())
total = double(size) + len(open("data/notes.csv").read())
drawn = random.random()
now = time.time()
print("drawn", drawn)
print("careful", file=sys.stderr)
`;

test("a program reads input, files and modules that it is given, and runs repeat", async ({
  workbench,
  timeline,
  page,
}) => {
  await workbench.openExample();
  const panel = page.getByRole("region", { name: "Input & files" });
  await expect(panel).toContainText("None");
  await workbench.runThis(program, "assert total == 47\n");
  await workbench.expectResult(0, 1);
  await expect(workbench.testsRegion).toContainText("No module named 'helpers'");

  await panel.getByRole("button", { name: "Edit" }).press("Enter");
  await timeline.drop({
    "helpers.py": "def double(n):\n    return 2 * n\n",
    "random.py": "x = 1\n",
  });
  await expect(page.getByText("Added helpers.py.")).toBeVisible();
  await expect(page.getByText("random.py was not added.")).toBeVisible();
  await expect(page.getByText(/Python has a module random of its own/)).toBeVisible();
  await expect(panel.getByRole("list", { name: "Files" })).toContainText("import helpers");
  await expect(workbench.testsRegion).toContainText("edited since the last run");

  await workbench.run.click();
  await expect(workbench.testsRegion).toContainText("EOFError");
  await expect(page.getByText("It asked for line 1, but the Input box is empty.")).toBeVisible();
  await panel.getByLabel("Input").fill("20\n");
  await workbench.run.click();
  await expect(workbench.testsRegion).toContainText("notes.csv");

  // The file chooser knows no folders; a link does.
  const chooser = page.waitForEvent("filechooser");
  await panel.getByRole("button", { name: "Add files" }).click();
  await (
    await chooser
  ).setFiles({
    name: "notes.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("a,b,c,d"),
  });
  await workbench.program.fill(program.replace("data/notes.csv", "notes.csv"));
  await workbench.run.click();
  await workbench.expectResult(1, 1);
  await expect(panel).toContainText("1 line of input · 2 files");

  await panel.getByRole("switch", { name: "The same random numbers each time" }).click();
  await panel.getByRole("switch", { name: "The clock stands still" }).click();
  await panel.getByLabel("Date and time (UTC)").fill("2024-02-29T12:00:00");
  await workbench.run.click();
  await expect
    .poll(() => workbench.inlineComments())
    .toContainEqual(expect.stringContaining("now=1709208000.0;"));
  const comments = await workbench.inlineComments();
  await workbench.run.click();
  await expect.poll(() => workbench.inlineComments()).toEqual(comments);
  await timeline.region.getByText("Printed output").click();
  await expect(page.getByRole("group", { name: "Standard error" })).toHaveText("careful\n");

  const { violations } = await new AxeBuilder({ page }).include("main").setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await panel.getByRole("button", { name: "Remove helpers.py" }).click();
  await workbench.run.click();
  await workbench.expectResult(0, 1);
  await page.reload();
  await expect(panel).toContainText("1 line of input · 1 file · seed 1 · clock stands still");
});
