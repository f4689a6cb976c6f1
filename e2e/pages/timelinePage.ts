import { expect, type JSHandle, type Locator, type Page } from "@playwright/test";

/** The Trace region as a user meets it. */
export class TimelinePage {
  readonly region: Locator;
  readonly slider: Locator;
  readonly tree: Locator;
  /** The call stack's entries, the innermost first. */
  readonly stack: Locator;
  readonly output: Locator;
  /** The variables' rows, name and value. */
  readonly variables: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole("region", { name: "Trace", exact: true });
    this.slider = this.region.getByRole("slider", { name: "Step", exact: true });
    this.tree = this.region.getByRole("tree", { name: "Calls" });
    this.stack = this.region.getByRole("group", { name: "Call stack" }).getByRole("button");
    this.output = this.region.getByRole("group", { name: "Output so far" });
    this.variables = this.region
      .getByRole("group", { name: "Variables" })
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader") });
  }

  button(name: string | RegExp): Locator {
    return this.region.getByRole("button", { name, exact: typeof name === "string" });
  }

  async openTab(name: string): Promise<void> {
    await this.region.getByRole("tab", { name, exact: true }).click();
  }

  /** Waits until the slider stands at a step: its own number, and what is said of it. */
  async expectAt(ordinal: number, saying = ""): Promise<void> {
    await expect(this.slider).toHaveAttribute(
      "aria-valuetext",
      new RegExp(`^step ${ordinal.toLocaleString("en")} of .*${saying}`),
    );
  }

  /** Opens a file of this name and content by the button. */
  async chooseFile(name: string, text: string): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await this.button("Open a trace").click();
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
    await (await choosing).setFiles(file);
  }

  /** Drags files, by their names and contents, onto the region's bar. */
  async dragOver(files: Readonly<Record<string, string>>): Promise<void> {
    await this.slider.dispatchEvent("dragover", { dataTransfer: await this.carrying(files) });
  }

  async drop(files: Readonly<Record<string, string>>): Promise<void> {
    await this.slider.dispatchEvent("drop", { dataTransfer: await this.carrying(files) });
  }

  private carrying(files: Readonly<Record<string, string>>): Promise<JSHandle<DataTransfer>> {
    return this.page.evaluateHandle((entries) => {
      const transfer = new DataTransfer();
      for (const [name, text] of entries) transfer.items.add(new File([text], name));
      return transfer;
    }, Object.entries(files));
  }

  /** A state in the program's comments, as `(2) x=-3;`. */
  state(text: string): Locator {
    return this.page.locator(".trace-comment").filter({ hasText: text });
  }

  /** The number of the line that is marked as the shown step's, in the program's editor. */
  async markedLine(): Promise<string> {
    const editor = this.page.locator(".monaco-editor").first();
    const mark = await editor.locator(".view-overlays .spot").boundingBox();
    if (mark === null) return "";
    const numbers = await editor.locator(".margin .line-numbers").evaluateAll((elements) =>
      elements.map((element) => ({
        top: element.getBoundingClientRect().top,
        text: element.lastChild?.textContent ?? "",
      })),
    );
    return numbers.find(({ top }) => Math.abs(top - mark.y) < 3)?.text ?? "";
  }
}
