import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

const program = `def largest(xs):
    best = xs[0]
    for x in xs:
        if x ?? best:
            best = ??
    return best
`;

test("the holes of a program are marked, explained and filled", async ({ workbench, page }) => {
  await workbench.openExample();
  await workbench.program.fill(program);
  await expect(workbench.programEditor.locator(".hole")).toHaveCount(2);
  await workbench.run.click();
  await expect(workbench.trace).toContainText("Line 4 has a hole");
  const fill = page.getByRole("button", { name: "Fill the holes", exact: true });
  await expect(workbench.findFix).toBeHidden();
  await fill.click();
  await expect(workbench.repair).toContainText("3 of 3 tests pass");
  await expect(workbench.repair).toContainText("?? is >");
  const { violations } = await new AxeBuilder({ page }).include("main").setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
