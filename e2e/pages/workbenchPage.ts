import { expect, type Locator, type Page } from "@playwright/test";

/** The workbench as a user meets it: by roles and accessible names. */
export class WorkbenchPage {
  readonly instruction: Locator;
  readonly program: Locator;
  readonly tests: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly findFix: Locator;
  readonly accept: Locator;
  readonly testsRegion: Locator;
  readonly trace: Locator;
  readonly repair: Locator;
  readonly showTrace: Locator;
  /** The fixed program with its own trace. */
  readonly fixTrace: Locator;
  /** What Monaco shows of the line under the mouse. */
  readonly hover: Locator;
  /** The status that says "n of m tests pass". */
  readonly result: Locator;

  readonly programEditor: Locator;

  constructor(readonly page: Page) {
    this.instruction = page.getByRole("textbox", { name: "Instruction", exact: true });
    this.program = page.getByRole("textbox", { name: "Program", exact: true });
    this.tests = page.getByRole("textbox", { name: "Tests", exact: true });
    this.run = page.getByRole("button", { name: "Run", exact: true });
    this.stop = page.getByRole("button", { name: "Stop", exact: true }).first();
    this.findFix = page.getByRole("button", { name: "Find a fix", exact: true });
    this.accept = page.getByRole("button", { name: "Accept", exact: true });
    this.testsRegion = page.getByRole("region", { name: "Tests", exact: true });
    this.trace = page.getByRole("region", { name: "Trace", exact: true });
    this.repair = page.getByRole("region", { name: "Repair", exact: true });
    this.showTrace = page.getByRole("switch", { name: "Show trace", exact: true });
    this.fixTrace = this.repair.getByLabel(/^Fixed program with its trace under /);
    this.hover = page.locator(".monaco-hover:visible");
    this.programEditor = page.locator(".monaco-editor").filter({ has: this.program });
    this.result = page.getByRole("status").filter({ hasText: /\d+ of \d+ tests? pass/ });
  }

  async open(fragment = ""): Promise<void> {
    await this.page.goto(`./${fragment}`);
    await expect(this.program).toBeVisible();
  }

  /** Waits until the shown run is finished and says how many of how many pass. */
  async expectResult(passed: number, total: number): Promise<void> {
    await expect(this.result).toHaveText(
      new RegExp(`\\b${String(passed)} of ${String(total)} tests? pass`),
    );
  }

  /** Opens the first example, which the page runs by itself. */
  async openExample(): Promise<void> {
    await this.open();
    await this.expectResult(1, 3);
  }

  /** Opens another example in place of what is there. */
  async chooseExample(title: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "Example" }).click();
    await this.page.getByRole("option", { name: title, exact: true }).click();
  }

  /** Chooses the test whose trace is shown. */
  async chooseTest(name: string): Promise<void> {
    const radio = this.page.getByRole("radio", { name });
    await this.testsRegion.locator("label").filter({ has: radio }).click();
    await expect(radio).toBeChecked();
  }

  /** Moves the mouse onto the comment of the program's line that holds `code`. */
  async hoverComment(code: string): Promise<void> {
    const line = this.programEditor.locator(".view-line").filter({ hasText: code });
    await line.locator(".trace-comment").first().hover();
  }

  /** Sets how long one test may take. */
  limitSeconds(seconds: number): Promise<void> {
    return this.setLimit("Seconds per test", seconds);
  }

  /** Sets how many steps of a trace are kept whatever their lines. */
  limitSteps(steps: number): Promise<void> {
    return this.setLimit("Steps kept per trace", steps);
  }

  private async setLimit(label: string, limit: number): Promise<void> {
    await this.page.keyboard.press("Control+,");
    const dialog = this.page.getByRole("dialog", { name: "Settings" });
    await dialog.getByLabel(label).fill(String(limit));
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  }

  /** Replaces program and tests, and runs them. */
  async runThis(program: string, tests: string): Promise<void> {
    await this.program.fill(program);
    await this.tests.fill(tests);
    await this.run.click();
  }

  /**
   * The inline comments shown in the program's editor, in the order of their lines. Monaco draws long
   * comments in several pieces, lines in any order, and spaces as no-break spaces.
   */
  async inlineComments(): Promise<string[]> {
    const lines = await this.programEditor.locator(".view-line").evaluateAll((elements) =>
      elements.map((element) => ({
        top: Number.parseFloat((element as HTMLElement).style.top),
        text: [...element.querySelectorAll(".trace-comment")]
          .map((piece) => piece.textContent)
          .join(""),
      })),
    );
    return lines
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text.replaceAll("\u00a0", " ").trim())
      .filter((text) => text !== "");
  }
}
