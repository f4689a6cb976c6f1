import type { Page } from "@playwright/test";
import { WorkbenchPage } from "../e2e/pages/workbenchPage";
import { median, withServedApp } from "./browser";

/** About 100,000 steps, with a list that changes and calls that nest. */
const program = `
def work():
    seen = []
    total = 0
    for i in range(50_000):
        total += i
        if i % 1_000 == 0:
            seen.append(total)
    return double(total)

def double(x):
    y = x * 2
    return y
`;
const frames = 240;

type Frames = { median: number; late: number; longest: number };

/**
 * Moves the scrubber across the whole trace, a jump in each frame; gives milliseconds between frames.
 * `move` false is the same page left alone.
 */
function frameTimes(page: Page, move: boolean): Promise<number[]> {
  const slider = page.getByRole("slider", { name: "Step" });
  return slider.evaluate(
    async (element, { frames, move }) => {
      const input = element as HTMLInputElement;
      const last = Number(input.max);
      const times: number[] = [];
      let before: number | null = null;
      while (times.length < frames) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        if (before !== null) times.push(now - before);
        before = now;
        if (move) {
          // In strides that never meet the same step twice, forward and back.
          // By a method: a value that is set would be hidden from the view that owns it.
          input.stepUp(((times.length * 7_919) % last) - input.valueAsNumber);
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }
      return times;
    },
    { frames, move },
  );
}

function summary(times: readonly number[]): Frames {
  // A frame is late when a screen of 60 a second has shown the one before for a third time.
  const late = times.filter((time) => time > 41).length;
  return { median: median(times), late, longest: Math.max(...times) };
}

/** How smoothly the timeline of 100,000 steps is scrubbed, beside the same page left alone. */
export async function scrub(): Promise<void> {
  await withServedApp(async (address, browser) => {
    const page = await browser.newPage({ baseURL: address });
    const workbench = new WorkbenchPage(page);
    await workbench.open();
    await workbench.expectResult(1, 3);
    await workbench.limitSeconds(60);
    await workbench.runThis(program, "assert work() == 0\n");
    await workbench.expectResult(0, 1);
    const slider = page.getByRole("slider", { name: "Step" });
    // Asked for anew each time: the trace of another run brings a slider of its own.
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLInputElement>("input[type=range]")?.max) > 90_000,
    );
    console.log(`steps: ${Number(await slider.getAttribute("max")) + 1}`);
    for (const [title, move] of [
      ["left alone", false],
      ["scrubbed", true],
    ] as const) {
      const { median: typical, late, longest } = summary(await frameTimes(page, move));
      console.log(
        `${title}: ${typical.toFixed(1)} ms a frame (median of ${frames}), ${late} late, longest ${longest.toFixed(0)} ms`,
      );
    }
  });
}
