import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { asExpression, readAnswer, type BrowserUnderTest } from "./driver";
import { firstExisting, freePort, startUntil } from "./processes";

const answerSchema = z.object({ value: z.unknown() });
const failureSchema = z.object({ error: z.string(), message: z.string() });
const sessionSchema = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserVersion: z.string() }),
});

/** Sends one command of WebDriver; gives its value. */
async function command(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = answerSchema.parse(await response.json());
  const failure = failureSchema.safeParse(value);
  if (!response.ok) {
    throw new Error(failure.success ? `${failure.data.error}: ${failure.data.message}` : "failed");
  }
  return value;
}

/** Milliseconds that one script may take. */
const scriptTimeout = 300_000;

/** WebKitGTK's MiniBrowser by WebKitWebDriver, on a display that nobody sees. */
export const webkitBrowser: BrowserUnderTest = {
  name: "WebKit",
  async start() {
    const driver = firstExisting("WebKitWebDriver", ["/usr/bin/WebKitWebDriver"]);
    const display = firstExisting("Xvfb", ["/usr/bin/Xvfb"]);
    const binary = firstExisting("WebKit's MiniBrowser", miniBrowsers());
    const screen = await startUntil(
      display,
      ["-displayfd", "1", "-screen", "0", "1280x800x24"],
      /(\d+)\n/,
    );
    const port = await freePort();
    const server = spawn(driver, [`--port=${String(port)}`], {
      stdio: "ignore",
      env: {
        ...process.env,
        DISPLAY: `:${screen.matched}`,
        // WebKit's own sandbox needs rights that a container does not give; no foreign page is opened.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
        LIBGL_ALWAYS_SOFTWARE: "1",
      },
    });
    const root = `http://127.0.0.1:${String(port)}`;
    await reachable(`${root}/status`);
    const options = { binary, args: ["--automation"] };
    const session = sessionSchema.parse(
      await command(`${root}/session`, "POST", {
        capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
      }),
    );
    const here = `${root}/session/${session.sessionId}`;
    await command(`${here}/timeouts`, "POST", { script: scriptTimeout, pageLoad: scriptTimeout });
    return {
      version: session.capabilities.browserVersion,
      async open(url) {
        await command(`${here}/url`, "POST", { url });
      },
      async run(body) {
        const script = `${asExpression(body)}.then(arguments[arguments.length - 1])`;
        return readAnswer(await command(`${here}/execute/async`, "POST", { script, args: [] }));
      },
      async close() {
        await command(here, "DELETE").catch(() => undefined);
        server.kill();
        screen.child.kill();
      },
    };
  },
};

/** Where the system's packages put it: below the folder of the machine's architecture. */
function miniBrowsers(): string[] {
  const libraries = "/usr/lib";
  if (!existsSync(libraries)) return [];
  return readdirSync(libraries)
    .flatMap((name) =>
      ["4.1", "4.0"].map((version) => join(libraries, name, `webkit2gtk-${version}`)),
    )
    .map((folder) => join(folder, "MiniBrowser"));
}

async function reachable(address: string): Promise<void> {
  for (let left = 100; ; left--) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
