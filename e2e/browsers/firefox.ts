import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { z } from "zod";
import { asExpression, readAnswer, type BrowserUnderTest } from "./driver";
import { firstExisting, startUntil } from "./processes";

const answerSchema = z.object({
  id: z.number().nullish(),
  type: z.enum(["success", "error", "event"]),
  result: z.unknown(),
  message: z.string().optional(),
});

/** The few commands of WebDriver BiDi in use, over its socket. */
class BiDi {
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: z.infer<typeof answerSchema>) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) => {
      const answer = answerSchema.parse(JSON.parse(data.toString()));
      const id = answer.id ?? 0;
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
    });
  }

  static async connect(address: string): Promise<BiDi> {
    const socket = new WebSocket(address);
    await once(socket, "open");
    return new BiDi(socket);
  }

  command(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if (answer.type === "success") resolve(answer.result);
        else reject(new Error(`${method}: ${answer.message ?? "failed"}`));
      });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.socket.close();
  }
}

const sessionSchema = z.object({ capabilities: z.object({ browserVersion: z.string() }) });
const treeSchema = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });
const resultSchema = z.object({ result: z.object({ value: z.string() }) });

/** Firefox by WebDriver BiDi, which it speaks without a driver beside it. */
export const firefoxBrowser: BrowserUnderTest = {
  name: "Firefox",
  async start() {
    const command = firstExisting("Firefox", [
      process.env["FIREFOX_PATH"],
      "/usr/bin/firefox",
      "/usr/bin/firefox-esr",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
    ]);
    const profile = mkdtempSync(join(tmpdir(), "tracemend-firefox-"));
    const { child, matched } = await startUntil(
      command,
      ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
      /WebDriver BiDi listening on (ws:\S+)/,
    );
    const bidi = await BiDi.connect(`${matched}/session`);
    const session = sessionSchema.parse(await bidi.command("session.new", { capabilities: {} }));
    const tree = treeSchema.parse(await bidi.command("browsingContext.getTree"));
    const context = tree.contexts[0]?.context;
    return {
      version: session.capabilities.browserVersion,
      async open(url) {
        await bidi.command("browsingContext.navigate", { context, url, wait: "complete" });
      },
      async run(body) {
        const answer = await bidi.command("script.evaluate", {
          expression: asExpression(body),
          target: { context },
          awaitPromise: true,
        });
        return readAnswer(resultSchema.parse(answer).result.value);
      },
      async close() {
        bidi.close();
        child.kill();
        if (child.exitCode === null) await once(child, "exit");
        rmSync(profile, { recursive: true, force: true });
      },
    };
  },
};
