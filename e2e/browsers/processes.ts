import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";

/** The first of these files that exists. @throws Error naming `what` when none does. */
export function firstExisting(what: string, paths: readonly (string | undefined)[]): string {
  const found = paths.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error(`${what} is not installed`);
  return found;
}

/** Starts a program and waits for a line of its output; gives what the pattern's group matched. */
export function startUntil(
  command: string,
  args: readonly string[],
  pattern: RegExp,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ child: ChildProcess; matched: string }> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: environment });
  const stopAtExit = () => child.kill();
  process.once("exit", stopAtExit);
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string) => {
      child.kill();
      reject(new Error(`${command} ${why}: ${output.slice(-300)}`));
    };
    const timer = setTimeout(() => {
      fail("did not start within 60 s");
    }, 60_000);
    const hear = (data: Buffer) => {
      output += data.toString();
      const matched = pattern.exec(output)?.[1];
      if (matched === undefined) return;
      clearTimeout(timer);
      resolve({ child, matched });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", (error) => {
      clearTimeout(timer);
      fail(error.message);
    });
    child.once("exit", () => {
      clearTimeout(timer);
      process.off("exit", stopAtExit);
      fail("ended");
    });
  });
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
