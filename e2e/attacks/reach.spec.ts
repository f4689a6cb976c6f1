import { expect, test, type Page } from "@playwright/test";
import { navigation } from "../../src/testing/attacks/navigation";
import { network } from "../../src/testing/attacks/network";
import type { Place, Reach } from "../../src/testing/attacks/reach";
import { page as appPage, storage } from "../../src/testing/attacks/storage";
import { listen, listenForDatagrams, openSite, type Listener } from "./listener";
import { addFrame, addSandbox, appScenes, openScenes, type Scene } from "./places";

/** Milliseconds for one attack to say something. */
const patience = 3_000;

type Attempt = { name: string; listener: Listener; said: Promise<string> };

async function attempt(scene: Scene, place: string, attack: Reach): Promise<Attempt> {
  const listener = await (attack.datagrams ? listenForDatagrams() : listen());
  const late = new Promise<string>((resolve) => setTimeout(resolve, patience, "nothing"));
  const said = scene.evaluate(attack.attack, listener.address).then(String, String);
  return { name: `${attack.name}, from the ${place}`, listener, said: Promise.race([said, late]) };
}

/** Tries each attack from each of its places at once. */
function attemptAll(scenes: Record<Place, Scene>, attacks: readonly Reach[]): Promise<Attempt[]> {
  const attempts = attacks.flatMap((attack) =>
    attack.from.map((place) => attempt(scenes[place], place, attack)),
  );
  return Promise.all(attempts);
}

const heardBy = (attempts: readonly Attempt[]) =>
  attempts.filter(({ listener }) => listener.heard() > 0).map(({ name }) => name);

async function reachedBy(attempts: readonly Attempt[]): Promise<string[]> {
  const said = await Promise.all(attempts.map((each) => each.said));
  return attempts.filter((_, index) => said[index] === "reached").map(({ name }) => name);
}

const names = (attempts: readonly Attempt[]) => attempts.map(({ name }) => name);

const closeAll = (attempts: readonly Attempt[]) => {
  for (const { listener } of attempts) listener.close();
};

/** The app, with interpreters that wait for work. */
async function openApp(page: Page): Promise<void> {
  await page.goto("./");
  await expect(page.getByRole("status").filter({ hasText: "1 of 3 tests pass" })).toBeVisible();
}

test("JavaScript in the sandbox reaches no network, where the same in an open page does", async ({
  page,
  context,
}) => {
  const site = await openSite();
  const open = await context.newPage();
  await Promise.all([openApp(page), open.goto(site.address)]);
  const attempts = await attemptAll(await appScenes(page), network);
  const controls = await attemptAll(await openScenes(open), network);
  await expect.poll(() => heardBy(controls)).toEqual(names(controls));
  await Promise.all(attempts.map(({ said }) => said));
  expect(heardBy(attempts)).toEqual([]);
  closeAll([...attempts, ...controls]);
  site.close();
});

test("JavaScript in the sandbox reaches no storage, nothing of the app's page, no other interpreter", async ({
  page,
  context,
}) => {
  const site = await openSite();
  const open = await context.newPage();
  await Promise.all([openApp(page), open.goto(site.address)]);
  const attacks = [...storage, ...appPage];
  const attempts = await attemptAll(await appScenes(page), attacks);
  const controls = await attemptAll(await openScenes(open), attacks);
  expect(await reachedBy(controls)).toEqual(names(controls));
  expect(await reachedBy(attempts)).toEqual([]);
  closeAll([...attempts, ...controls]);
  site.close();
});

test("the sandbox navigates nowhere, nor does it take the page along", async ({
  page,
  context,
}) => {
  const site = await openSite();
  await openApp(page);
  const address = page.url();
  const attempts: Attempt[] = [];
  const controls: Attempt[] = [];
  const shared = await context.newPage();
  for (const attack of navigation) {
    attempts.push(await attempt(await addSandbox(page), "frame", attack));
    const open = attack.takesPage ? await context.newPage() : shared;
    if (!open.url().startsWith(site.address)) await open.goto(site.address);
    controls.push(await attempt(await addFrame(open, "/frame.html"), "frame", attack));
  }
  await expect.poll(() => heardBy(controls)).toEqual(names(controls));
  expect(heardBy(attempts)).toEqual([]);
  expect(page.url()).toBe(address);
  closeAll([...attempts, ...controls]);
  site.close();
});
