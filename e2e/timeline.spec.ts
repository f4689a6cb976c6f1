import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const fibonacci = `def fib(n):
    print("fib", n)
    if n < 2:
        return n
    left = fib(n - 1)
    right = fib(n - 2)
    return left + right
`;

const summing = `def total(n):
    s = 0
    for i in range(n):
        s += i
    return s
`;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until something of this name and role has the focus. */
async function tabTo(page: Page, role: string, name: string): Promise<void> {
  const wanted = page
    .locator(`[role=${role}], ${role}, input[type=range]`)
    .and(page.getByLabel(name, { exact: true }).or(page.getByText(name, { exact: true })));
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(wanted.and(page.locator(":focus"))).toHaveCount(1, { timeout: 50 });
  }).toPass({ intervals: [0] });
}

test("the whole timeline by keyboard alone", async ({ workbench, timeline, page, watch }) => {
  await workbench.openExample();
  await timeline.expectAt(0, "line 1, xs=\\[-3, -1\\]");
  await workbench.tests.focus();
  await press(page, "Escape");
  await tabTo(page, "slider", "Step");

  // Step by step; the line in the editor and the variables follow.
  await press(page, "ArrowRight", "ArrowRight");
  await timeline.expectAt(2, "line 3, x=-3");
  await expect.poll(() => timeline.markedLine()).toBe("3");
  await expect(timeline.variables.filter({ hasText: "changed" })).toHaveText(/^xchanged-3/);
  await press(page, "ArrowLeft");
  await timeline.expectAt(1, "best=0");
  await press(page, "End");
  await timeline.expectAt(5, "line 1 of the tests");
  await press(page, "Home");
  await timeline.expectAt(0);

  // Along a line, along a variable, to the failure.
  await press(page, "ArrowRight", "ArrowRight", "n");
  await timeline.expectAt(3, "x=-1");
  await press(page, "p");
  await timeline.expectAt(2);
  await press(page, "c");
  await timeline.expectAt(3);
  await press(page, "Shift+C");
  await timeline.expectAt(2);
  await press(page, "Shift+N");
  await timeline.expectAt(3);
  await press(page, "Shift+P");
  await timeline.expectAt(2);
  await press(page, "f");
  await timeline.expectAt(5, "__exception__=AssertionError");

  // Play begins anew at the end, and stops there.
  await press(page, "Space");
  await expect(timeline.button("Pause")).toBeVisible();
  await expect(timeline.button("Play")).toBeVisible();
  await timeline.expectAt(5);

  // The history of the step's line, from which the keys go on; its comments are muted there.
  await press(page, "Home", "ArrowRight", "ArrowRight", "h");
  const history = timeline.region.getByRole("table", { name: "Steps of line 3" });
  await expect(history.getByRole("row")).toHaveText([/Iteration/, /^21x=-3/, /^32x=-1/]);
  await expect(timeline.region.getByRole("tabpanel")).toBeFocused();
  await tabTo(page, "switch", "Mute its comments");
  await press(page, "Space");
  await expect.poll(() => workbench.inlineComments()).not.toContain("# (2) x=-3; (3) x=-1;");
  await press(page, "Space");
  await expect.poll(() => workbench.inlineComments()).toContain("# (2) x=-3; (3) x=-1;");
  await press(page, "Tab", "ArrowDown");
  await timeline.expectAt(3);

  // From the editor: the history of the line with the cursor.
  await workbench.program.focus();
  await press(page, "Control+Home", "Alt+h");
  await expect(timeline.region.getByRole("table", { name: "Steps of line 1" })).toBeVisible();
  await expect(timeline.region.getByRole("tabpanel")).toBeFocused();

  // The palette knows the timeline as well.
  await press(page, "Control+K");
  await page.keyboard.type("jump to failure");
  await press(page, "Enter");
  await timeline.expectAt(5);
  expect(watch.errors).toEqual([]);
});

test("a recursion: its state at a step, and one call's comments by the tree of calls", async ({
  workbench,
  timeline,
  page,
}) => {
  await workbench.openExample();
  await workbench.runThis(fibonacci, "assert fib(3) == 3\n");
  await workbench.expectResult(0, 1);

  // The variables of every open call, and what was printed so far.
  await timeline.slider.fill("4");
  await timeline.expectAt(4, "line 5, left=1");
  await expect(timeline.output).toContainText("fib 3\nfib 2\nfib 1");
  await expect(timeline.output).not.toContainText("fib 0");
  await expect(timeline.variables).toHaveText([/^n2/, /^leftchanged1/]);
  await expect(timeline.stack.nth(0)).toContainText("fib(n=2)");
  await timeline.stack.nth(1).click();
  await expect(timeline.stack.nth(1)).toContainText("fib(n=3)");
  await expect(timeline.variables).toHaveText([/^n3/]);

  // The tree, by keyboard.
  await timeline.button("First").click();
  await timeline.openTab("Calls");
  await timeline.tree.focus();
  await press(page, "Home", "ArrowRight", "ArrowRight", "ArrowRight");
  const chosen = timeline.tree.getByRole("treeitem", { name: "fib(n=2) → 1" });
  await press(page, "Enter");
  await expect(chosen).toHaveAttribute("aria-selected", "true");
  await expect(timeline.region).toContainText("Only call fib(n=2)");
  await expect
    .poll(() => workbench.inlineComments())
    .toEqual(["# (1) n=2;", "# (4) left=1;", "# (7) right=0;", "# (8) __return__=1;"]);
  await press(page, "ArrowRight", "ArrowDown");
  await expect(timeline.tree.getByRole("treeitem")).toHaveText([
    /<module>/,
    /^fib\(n=3\) → 2/,
    /^fib\(n=2\) → 1/,
    /^fib\(n=1\) → 1/,
    /^fib\(n=0\) → 0/,
    /^fib\(n=1\) → 1/,
  ]);
  await press(page, "ArrowLeft", "ArrowLeft");
  await expect(chosen).toHaveAttribute("aria-expanded", "false");
  await timeline.button("Show all").focus();
  await press(page, "Enter");
  await expect(timeline.region).not.toContainText("Only call");
  await expect
    .poll(() => workbench.inlineComments())
    .toContain("# (0) n=3; (1) n=2; ...; (10) n=1;");
});

test("by pointer: states in comments, variables muted and watched, a line's count and history", async ({
  workbench,
  timeline,
  page,
}) => {
  await workbench.openExample();

  // A state is shown while the pointer rests on it, and gone to by a click.
  await timeline.state("(3) x=-1;").hover();
  await expect(timeline.region).toContainText("in passing: step 3 of 6");
  await expect(timeline.variables.filter({ hasText: "changed" })).toHaveText(/^xchanged-1/);
  await timeline.expectAt(0);
  await page.mouse.move(5, 5);
  await expect(timeline.region).not.toContainText("in passing");
  await timeline.state("(3) x=-1;").click();
  await timeline.expectAt(3);

  await timeline.button("Last").click();
  await timeline.button("Back").click();
  await timeline.button("Mute comments of x").click();
  await expect.poll(() => workbench.inlineComments()).not.toContain("# (2) x=-3; (3) x=-1;");
  await timeline.button("Unmute all").click();
  await expect.poll(() => workbench.inlineComments()).toContain("# (2) x=-3; (3) x=-1;");
  await timeline.button("Watch best").click();
  await timeline.button("Previous change of best").click();
  await timeline.expectAt(1);

  const beside = workbench.programEditor.locator(".line-numbers").filter({ hasText: "3×" });
  await beside.click();
  const history = timeline.region.getByRole("tabpanel", { name: "History" });
  await expect(history).toContainText("Line 3 ran 3 times and made 2 steps.");
  await history.getByRole("button", { name: "Go to step 3" }).click();
  await timeline.expectAt(3);
});

test("a run past the limit of steps: first and last states, exact counts, and what is not kept", async ({
  workbench,
  timeline,
}) => {
  await workbench.openExample();
  await workbench.limitSteps(1_000);
  await workbench.runThis(summing, "assert total(3000) == 0\n");
  await workbench.expectResult(0, 1);
  await expect
    .poll(() => workbench.inlineComments())
    .toEqual([
      "# (0) n=3000;",
      "# (1) s=0;",
      "# (2) i=0; (3) i=1; (5) i=2; ...; (5999) i=2999;",
      "# (4) s=1; (6) s=3; ...; (6000) s=4498500;",
      "# (6001) __return__=4498500;",
    ]);
  await expect(timeline.region).toContainText(
    "6,003 steps" +
      "Shown: the first 1,000 and the last 1,000 steps, and of the 4,003 between them each line’s first and last.",
  );

  // The steps that are there; where some are missing before one, it says so.
  await timeline.slider.fill("999");
  await timeline.expectAt(999, "line 3, i=499");
  await timeline.button("Step").click();
  await timeline.expectAt(5003, "4,003 before it not kept, line 3, i=2501");
  await timeline.button("Last").click();
  await timeline.expectAt(6002, "__exception__=AssertionError");

  await timeline.openTab("History");
  await timeline.button("Back").click();
  await timeline.button("Back").click();
  await expect(timeline.region).toContainText(
    "Line 4 ran 3,000 times and made 2,999 steps. Shown: its first 498 and last 499; the 2,002 others were not kept.",
  );
});

test("a trace is exported and opened again, by button and by dropping; what is no trace is refused", async ({
  workbench,
  timeline,
  page,
}) => {
  const comment = "# (2) x=-3; (3) x=-1;";
  await workbench.openExample();
  const download = page.waitForEvent("download");
  await timeline.button("Export trace").click();
  const text = await readFile(await (await download).path(), "utf8");

  await workbench.runThis("def other():\n    return 1\n", "assert other() == 1\n");
  await workbench.expectResult(1, 1);
  await timeline.chooseFile("largest.json", text);
  await timeline.expectAt(0, "xs=");
  await expect.poll(() => workbench.inlineComments()).toContain(comment);
  await expect(workbench.testsRegion).toContainText("Trace opened from largest.json");
  await page.getByRole("button", { name: "Undo" }).click();
  await workbench.expectResult(1, 1);

  await timeline.dragOver({ "largest.json": text });
  await expect(page.getByText("Drop files for the program, or a trace to open it")).toBeVisible();
  await timeline.drop({ "notes.txt": "no trace", "largest.json": text });
  await expect(page.getByText("2 files were dropped, and none was opened.")).toBeVisible();
  await timeline.drop({ "dropped.json": text });
  await expect(workbench.testsRegion).toContainText("Trace opened from dropped.json");
  await expect(page.getByText("Drop files for the program, or a trace to open it")).toBeHidden();
  await expect.poll(() => workbench.inlineComments()).toContain(comment);

  const refusal = page.getByText("This file is no trace.");
  await timeline.chooseFile("notes.txt", "no trace");
  await expect(refusal).toBeVisible();
  await expect(page.getByText("It is not JSON: line 1, column 1 cannot be read.")).toBeVisible();
  await timeline.chooseFile("broken.json", "{}");
  await expect(refusal).toHaveCount(2);
  await expect(page.getByText('It is JSON, but does not say "format"')).toBeVisible();
  await expect.poll(() => workbench.inlineComments()).toContain(comment);
});

test("a trace in every form with its size, and two runs side by side where they part", async ({
  workbench,
  timeline,
}) => {
  await workbench.openExample();
  await timeline.openTab("Forms");
  const forms = timeline.region.getByRole("group", { name: "Form of the trace" });
  await expect(forms.getByText(/^\d+ tokens · \d+ characters$/)).toHaveCount(6);
  await forms.getByRole("radio", { name: /Scratchpad/ }).check();
  const listing = timeline.region.getByRole("group", { name: "The trace as Scratchpad" });
  await expect(listing).toContainText('state: {"xs": [-3, -1], "best": 0}');

  const program = await workbench.program.inputValue();
  await workbench.program.fill(program.replace("best = 0", "best = xs[0]"));
  await workbench.run.click();
  await workbench.expectResult(3, 3);
  await timeline.openTab("Compare");
  await expect(timeline.region).toContainText("The runs are the same for 1 step.");
  await expect(timeline.region).toContainText("first difference");
  await timeline.button(/^Go to step 1 \(now\)/).click();
  await timeline.expectAt(1, "best=-3");
});
