import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { startPackageServer } from "../src/testing/packageServer";
import { tinyWheel } from "../src/testing/wheel";
import { expect, test } from "./fixtures";

const { content, entry } = tinyWheel();
const folder = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const lock = JSON.parse(readFileSync(join(folder, "pyodide-lock.json"), "utf8")) as {
  packages: Record<string, unknown>;
};
lock.packages["tinypkg"] = entry;

const program = "import tinypkg\nimport tinyext\n\ndef f():\n    return tinypkg.area(2, 3)\n";

let server: Awaited<ReturnType<typeof startPackageServer>>;
test.beforeAll(async () => {
  server = await startPackageServer(content);
});
test.afterAll(() => server.close());

test("a package is offered, refused when it is another, fetched, kept, and works offline", async ({
  workbench,
  page,
  context,
}) => {
  // The page's own list, with one more package: no setting can put one there.
  await context.route("**/pyodide-lock*.json", (route) => route.fulfill({ json: lock }));
  await context.route(`${server.address}/**`, (route) => route.continue());
  await workbench.openExample();
  await page.keyboard.press("Control+,");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await expect(dialog.getByLabel("Package address")).toHaveValue(/^https:\/\/cdn\.jsdelivr\.net\//);
  await dialog.getByLabel("Package address").fill(server.address);
  await dialog.getByRole("button", { name: "Save" }).click();

  await workbench.runThis(program, "assert f() == 6\n");
  await workbench.expectResult(0, 1);
  await expect(workbench.testsRegion).toContainText("No module named 'tinypkg'");
  await expect(page.getByText("This program needs tinypkg 1.0.")).toBeVisible();
  expect(server.asked).toEqual([]);

  server.become("damaged");
  await page.getByRole("button", { name: "Fetch it" }).click();
  await expect(page.getByText("tinypkg was not taken: it is not the file")).toBeVisible();
  server.become("held");
  await page.getByRole("button", { name: "Fetch again" }).click();
  await expect(page.getByText(/^Fetching tinypkg: package 1 of 1/)).toBeVisible();
  await page.getByRole("button", { name: "Stop fetching" }).click();
  server.become("serves");
  await page.getByRole("button", { name: "Fetch it" }).click();
  await workbench.expectResult(1, 1);
  await expect.poll(() => workbench.inlineComments()).toContainEqual("# (0) __return__=6;");
  await expect(page.getByText("This program needs")).toBeHidden();

  const asked = server.asked.length;
  server.become("missing");
  await page.reload();
  await workbench.expectResult(1, 1);
  expect(server.asked).toHaveLength(asked);
});
