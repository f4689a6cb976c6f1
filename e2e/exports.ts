import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { z } from "zod";
import { fullRowSchema } from "../src/domain/export/fullRows";
import {
  openAiChatRowSchema,
  trlPromptCompletionRowSchema,
} from "../src/domain/export/trainingRows";

/** Exports the samples that are shown, on the Samples page; gives the downloaded text. */
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

/** Exports in all three formats: the rows, which fit their schemas, and the texts one by one. */
export async function exportAll(page: Page) {
  const chat = await exported(page, /OpenAI/);
  const trl = await exported(page, /TRL/);
  const full = await exported(page, /everything/i);
  return {
    texts: [chat, trl, full],
    chat: rowsOf(chat, openAiChatRowSchema),
    trl: rowsOf(trl, trlPromptCompletionRowSchema),
    full: rowsOf(full, fullRowSchema),
  };
}
