import type { BrowserContext } from "@playwright/test";
import {
  escapeProgram,
  escapes,
  exhausting,
  type HostileProgram,
} from "../../src/testing/attacks/programs";
import { expect, test } from "../fixtures";
import { listen, openSite } from "./listener";
import { addFrame, addWorker } from "./places";

test("programs that do not end, or take all there is, fail with a message, and the app goes on", async ({
  context,
  workbench,
}) => {
  test.setTimeout(180_000);
  await workbench.openExample();
  await workbench.limitSeconds(1);
  const outlasts = await endlessWorker(context);
  for (const [index, { name, program, says }] of exhausting.entries()) {
    await test.step(name, async () => {
      // Each has tests of its own: what is said of it cannot be left over from the one before.
      await workbench.runThis(program, `assert f(${String(index)}) == 4\n`);
      await expect(workbench.testsRegion, name).toContainText(`f(${String(index)}) == 4`);
      await expect(workbench.testsRegion, name).toContainText(says);
    });
    if (index === 0) expect(await outlasts(), "an endless worker that nobody ends").toBe(true);
  }
  await workbench.runThis("def f(x):\n    return x * 2\n", "assert f(21) == 42\n");
  await workbench.expectResult(1, 1);
});

/** A worker with an endless loop and without a watchdog; the result says whether it still runs. */
async function endlessWorker(context: BrowserContext): Promise<() => Promise<boolean>> {
  const site = await openSite();
  await context.route(`${site.address}**`, (route) => route.continue());
  const open = await context.newPage();
  await open.goto(site.address);
  const worker = await addWorker(open, await addFrame(open, "/frame.html"));
  let ended = false;
  const end = () => {
    ended = true;
  };
  void worker
    .evaluate(() => {
      for (;;);
    })
    .then(end, end);
  return async () => {
    const runs = !ended;
    await open.close();
    site.close();
    return runs;
  };
}

const judgedTogether: HostileProgram = {
  name: "a function that is a class, to be judged beside the tests",
  layer: "",
  program: "class f:\n    def __init__(self, x): pass\n    def __eq__(self, other): return True\n",
  says: /not isolated/i,
};

test("programs that look for JavaScript's network are stopped; what is not isolated says so", async ({
  page,
  workbench,
}) => {
  await workbench.openExample();
  const address = page.url();
  const listener = await listen();
  const tests = escapes.map((_, index) => `assert f${String(index)}(2) == "blocked"`);
  const programs = escapes.map((escape, index) =>
    escapeProgram(escape, listener.address).replace("def f(", `def f${String(index)}(`),
  );
  await workbench.runThis(programs.join("\n"), `${tests.join("\n")}\n`);
  await workbench.expectResult(escapes.length, escapes.length);
  expect(listener.heard()).toBe(0);
  expect(page.url()).toBe(address);

  await workbench.runThis(judgedTogether.program, "assert f(2) == 48151623\n");
  await workbench.expectResult(1, 1);
  await expect(workbench.testsRegion).toContainText(judgedTogether.says);
  listener.close();
});
