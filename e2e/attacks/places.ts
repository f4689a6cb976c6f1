import type { Frame, Page, Worker } from "@playwright/test";
import type { Place } from "../../src/testing/attacks/reach";

/** What runs an attacker's JavaScript. */
export type Scene = {
  evaluate: (attack: (address: string) => unknown, address: string) => Promise<unknown>;
};

let frames = 0;

/** Another frame in the page. */
export async function addFrame(page: Page, address: string): Promise<Frame> {
  const name = `attacked-${String(++frames)}`;
  await page.evaluate(
    ([src, given]) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement("iframe");
        frame.name = given;
        frame.src = src;
        frame.onload = () => {
          resolve();
        };
        document.body.append(frame);
      }),
    [address, name] as const,
  );
  const frame = page.frame(name);
  if (!frame) throw new Error("the frame did not open");
  return frame;
}

/** Another sandbox, opened as the app opens its own: the sandboxed frame inside the page of it. */
export async function addSandbox(page: Page): Promise<Frame> {
  const own = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (!own) throw new Error("the app has no sandbox");
  const [sandbox, ...others] = (await addFrame(page, own.url())).childFrames();
  if (!sandbox || others.length > 0) throw new Error("the sandbox page holds not one frame");
  return sandbox;
}

/** A worker from text, of the frame's origin and under its policy. */
export async function addWorker(page: Page, frame: Frame): Promise<Worker> {
  const [worker] = await Promise.all([
    page.waitForEvent("worker"),
    frame.evaluate(() => {
      const text = new Blob(["onmessage = () => undefined"], { type: "text/javascript" });
      Object.assign(self, { attacked: new Worker(URL.createObjectURL(text)) });
    }),
  ]);
  return worker;
}

export type Scenes = Record<Place, Scene>;

/** The places of the app's own page. `interpreter` is a worker in which Python waits for work. */
export async function appScenes(page: Page): Promise<Scenes> {
  const [interpreter] = page.workers().filter((worker) => worker.url().startsWith("blob:null"));
  if (!interpreter) throw new Error("no interpreter is there");
  const frame = await addSandbox(page);
  return { interpreter, worker: await addWorker(page, frame), frame };
}

/** The same places without any defence. */
export async function openScenes(page: Page): Promise<Scenes> {
  const frame = await addFrame(page, "/frame.html");
  const worker = await addWorker(page, frame);
  return { interpreter: worker, worker, frame };
}
