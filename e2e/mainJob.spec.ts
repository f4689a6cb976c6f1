import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { z } from "zod";
import { fullRowSchema } from "../src/domain/export/fullRows";
import {
  openAiChatRowSchema,
  trlPromptCompletionRowSchema,
} from "../src/domain/export/trainingRows";
import { readGoldenCases, type GoldenCase } from "../src/testing/goldenCases";
import { expect, test } from "./fixtures";

/** The examples that the search is seen to repair here; the others are tested without a browser. */
const repaired = [
  "Odd numbers first",
  "Words of a line",
  "Neighbours that differ",
  "Fibonacci numbers",
  "Longest run of heads",
  "Shopping basket",
  "Leap years",
  "Letter counts",
  "Bank account",
];

async function exported(page: Page, format: RegExp): Promise<string> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: format }).click();
  return readFileSync(await (await download).path(), "utf8");
}

function rowsOf<T>(text: string, schema: z.ZodType<T>): T[] {
  const lines = text.trimEnd().split("\n");
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

function golden(name: string): GoldenCase {
  const found = readGoldenCases().find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
}

/** The comments of an expected text, as the editor shows them. */
function commentsOf(text: string): string[] {
  return [...text.matchAll(/ {2}(# \(\d+\) .*)$/gm)].map((match) => match[1] ?? "");
}

test("opens on an example that has run, with the trace of its first failing test", async ({
  workbench,
  watch,
}) => {
  await workbench.open();
  await expect(workbench.instruction).not.toHaveValue("");
  await workbench.expectResult(1, 3);
  await expect.poll(() => workbench.inlineComments()).toContain("# (0) xs=[-3, -1];");
  await expect(workbench.trace.getByRole("row")).not.toHaveCount(0);
  expect(watch.errors).toEqual([]);
});

test("repairs, accepts, reloads and exports, with no network but its own files", async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await workbench.expectResult(1, 3);
  await workbench.findFix.click();
  await workbench.accept.click();
  await expect(page.getByText("Kept as a sample.")).toBeVisible();

  await page.reload();
  await page.getByRole("link", { name: /^Samples/ }).click();
  await expect(page.getByRole("button", { name: "Largest of a list" })).toBeVisible();

  const [chat] = rowsOf(await exported(page, /OpenAI/), openAiChatRowSchema);
  const [trl] = rowsOf(await exported(page, /TRL/), trlPromptCompletionRowSchema);
  const [full] = rowsOf(await exported(page, /full|everything/i), fullRowSchema);
  expect(chat?.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant"]);
  expect(chat?.messages.at(-1)?.content).toContain("best = xs[0]");
  expect(trl?.completion.at(-1)?.content).toBe(chat?.messages.at(-1)?.content);
  expect(chat?.messages[1]?.content).toContain("best = 0  # (1) best=0;");
  expect(full?.fix).toContain("best = xs[0]");
});

for (const name of ["figure1", "figure2"]) {
  test(`shows the paper's ${name} inline, byte for byte, and copies it`, async ({
    workbench,
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { program, tests, expected } = golden(name);
    await workbench.open();
    await workbench.expectResult(1, 3);
    await workbench.runThis(program, tests);
    await workbench.expectResult(name === "figure1" ? 1 : 0, 1);
    await expect.poll(() => workbench.inlineComments()).toEqual(commentsOf(expected.program));
    await page.getByRole("button", { name: "Copy with trace" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${expected.program.trimEnd()}\n\n${expected.tests.trimEnd()}\n`);
  });
}

test("finds a fix by search for many examples", async ({ workbench, page }) => {
  test.setTimeout(240_000);
  await workbench.open();
  await workbench.expectResult(1, 3);
  for (const title of repaired) {
    await page.getByRole("combobox", { name: "Example" }).click();
    await page.getByRole("option", { name: title, exact: true }).click();
    await expect(workbench.findFix).toBeEnabled();
    await workbench.findFix.click();
    await expect(workbench.accept, title).toBeVisible({ timeout: 60_000 });
    await expect(workbench.repair).toContainText(/(\d+) of \1 tests? pass/);
  }
});

test("Stop ends an endless program at once, and the app goes on", async ({ workbench }) => {
  await workbench.open();
  await workbench.expectResult(1, 3);
  await workbench.runThis("import time\ndef f():\n    time.sleep(60)\n", "assert f() == 1\n");
  await expect(workbench.testsRegion.getByRole("radio")).toHaveCount(1);
  await workbench.stop.click();
  await expect(workbench.testsRegion).toContainText(/stopped/i);
  await workbench.runThis("def f():\n    return 1\n", "assert f() == 1\n");
  await workbench.expectResult(1, 1);
});
