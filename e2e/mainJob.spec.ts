import { readGoldenCases, type GoldenCase } from "../src/testing/goldenCases";
import { exportAll } from "./exports";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";

/**
 * The examples that the search is seen to repair here, beside the first and “Odd numbers first” in
 * other tests; all are tested without a browser.
 */
const repaired = ["Words of a line", "Bank account"];

function golden(name: string): GoldenCase {
  const found = readGoldenCases().find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
}

/** The comments of an expected text, as the editor shows them. */
function commentsOf(text: string): string[] {
  return [...text.matchAll(/ {2}(# \(\d+\) .*)$/gm)].map((match) => match[1] ?? "");
}

test("opens on an example that has run, with a failing test’s trace; another test has its own", async ({
  workbench,
  timeline,
  watch,
}) => {
  await workbench.open();
  await expect(workbench.instruction).not.toHaveValue("");
  await workbench.expectResult(1, 3);
  await expect.poll(() => workbench.inlineComments()).toContain("# (0) xs=[-3, -1];");
  await timeline.openTab("Steps");
  await expect(workbench.trace.getByRole("cell", { name: "xs=[-3, -1]" })).toBeVisible();

  await workbench.chooseTest("largest([2, 9, 4]) == 9");
  const comments = [
    "# (0) xs=[2, 9, 4];",
    "# (1) best=0;",
    "# (2) x=2; (4) x=9; (6) x=4;",
    "# (3) best=2; (5) best=9;",
    "# (7) __return__=9;",
  ];
  await expect.poll(() => workbench.inlineComments()).toEqual(comments);
  await expect(workbench.trace.getByRole("cell", { name: "xs=[2, 9, 4]" })).toBeVisible();
  await expect(workbench.trace.getByRole("cell", { name: "xs=[-3, -1]" })).toHaveCount(0);

  await workbench.showTrace.uncheck();
  await expect.poll(() => workbench.inlineComments()).toEqual([]);
  await workbench.showTrace.check();
  await expect.poll(() => workbench.inlineComments()).toEqual(comments);
  expect(watch.errors).toEqual([]);
});

test("repairs, accepts, reloads and exports, with no network but its own files", async ({
  workbench,
  page,
}) => {
  await workbench.openExample();
  await workbench.findFix.click();
  await workbench.accept.click();
  await expect(page.getByText("Kept as a sample.")).toBeVisible();

  await page.reload();
  await page.getByRole("link", { name: /^Samples/ }).click();
  await expect(page.getByRole("button", { name: "Largest of a list" })).toBeVisible();

  const rows = await exportAll(page);
  const [[chat], [trl], [full]] = [rows.chat, rows.trl, rows.full];
  expect(chat?.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant"]);
  expect(chat?.messages.at(-1)?.content).toContain("best = xs[0]");
  expect(trl?.completion.at(-1)?.content).toBe(chat?.messages.at(-1)?.content);
  expect(chat?.messages[1]?.content).toContain("best = 0  # (1) best=0;");
  expect(full?.fix).toContain("best = xs[0]");
});

const figures = [
  { name: "figure1", passed: 1, line: "for n in lst", state: "(9) n=4;" },
  { name: "figure2", passed: 0, line: "return str_list", state: "(2) __return__=" },
];

test("shows the paper's figures inline, byte for byte, in full under the mouse, and copies them", async ({
  workbench,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await workbench.openExample();
  for (const { name, passed, line, state } of figures) {
    const { program, tests, expected } = golden(name);
    await workbench.runThis(program, tests);
    await workbench.expectResult(passed, 1);
    await expect.poll(() => workbench.inlineComments()).toEqual(commentsOf(expected.program));
    await workbench.hoverComment(line);
    await expect(workbench.hover).toContainText(state);
    await page.getByRole("button", { name: "Copy with trace" }).click();
    const whole = `${expected.program.trimEnd()}\n\n${expected.tests.trimEnd()}\n`;
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(whole);
  }
});

test("finds a fix by search for an expression and for a class", async ({ workbench }) => {
  test.setTimeout(240_000);
  await workbench.openExample();
  for (const title of repaired) {
    await workbench.chooseExample(title);
    await expect(workbench.findFix).toBeEnabled();
    await workbench.findFix.click();
    await expect(workbench.accept, title).toBeVisible({ timeout: 60_000 });
    await expect(workbench.repair).toContainText(/(\d+) of \1 tests? pass/);
  }
});

test("Stop ends a run before its tests are found, and an endless program; the app goes on", async ({
  workbench,
  page,
}) => {
  let letPythonLoad: () => void = () => undefined;
  const mayLoad = new Promise<void>((resolve) => {
    letPythonLoad = resolve;
  });
  await page.route("**/*.wasm", async (route) => {
    await mayLoad;
    await route.fallback();
  });
  await workbench.open();
  await workbench.stop.click();
  await expect(workbench.testsRegion.getByRole("status")).toHaveText(
    "Stopped before the tests were found",
  );
  letPythonLoad();

  await workbench.runThis("import time\ndef f():\n    time.sleep(60)\n", "assert f() == 1\n");
  await expect(workbench.testsRegion.getByRole("radio")).toHaveCount(1);
  await workbench.stop.click();
  await expect(workbench.testsRegion).toContainText(/stopped/i);
  await workbench.runThis("def f():\n    return 1\n", "assert f() == 1\n");
  await workbench.expectResult(1, 1);
});

test("an error is told in plain words, its part marked, Python’s own traceback one click away", async ({
  workbench,
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await workbench.openExample();
  await workbench.runThis(
    "def total(xs):\n    result = 0\n    for i in range(len(xs) + 1):\n        result += xs[i]\n    return result\n",
    "assert total([1, 2]) == 3\n",
  );
  await workbench.expectResult(0, 1);
  const { trace, testsRegion, programEditor } = workbench;
  await expect(trace.getByText("xs has 2 items, so its last index is 1; i was 2.")).toBeVisible();
  await expect(trace.locator("code", { hasText: /^range\(len\(xs\)\)$/ })).toBeVisible();
  await expect(testsRegion.getByText("xs[i] is past the end of xs")).toBeVisible();
  await expect(programEditor.locator(".failing-part")).toHaveText(["xs", "[", "i", "]"]);

  await trace.getByRole("button", { name: "Show line 4 of the program, columns 19 to 23" }).click();
  await expect(workbench.program).toBeFocused();
  await page.keyboard.press("Control+C");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("xs[i]");

  await trace.getByText("Python’s own traceback").click();
  await expect(trace.getByText("IndexError: list index out of range")).toBeVisible();
  await trace.getByRole("button", { name: "Copy traceback" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("~~^^^");
  await expectNoViolations(page, "section:has(details)", ["light"]);

  await workbench.runThis("def f(x):\n    return x\n", "assert f(1) = 1\n");
  await expect(testsRegion.getByRole("alert")).toContainText("only a comparison makes sense");
  await expect(testsRegion.locator(".failing-part")).toHaveText("=");
  await testsRegion.getByText("Python’s own traceback").click();
  await expect(
    testsRegion.locator("pre", { hasText: "SyntaxError: invalid syntax" }),
  ).toBeVisible();
  await expectNoViolations(page, "section:has(details)", ["light", "dark"]);
});
