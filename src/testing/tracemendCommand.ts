import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

export type Ended = { status: number | string | null | undefined; stdout: string; stderr: string };

/** Runs the command as a user does, with a secret in its environment. */
export function tracemend(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, TRACEMEND_SECRET: "swordfish" } };
    execFile("npm", ["run", "-s", "tracemend", "--", ...args], options, (error, stdout, stderr) => {
      // npm may warn about its own configuration.
      const words = stderr.replace(/^npm warn .*\n/gm, "");
      resolve({ status: error ? error.code : 0, stdout, stderr: words });
    });
  });
}
