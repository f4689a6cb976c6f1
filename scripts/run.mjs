import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a command in the project's folder and ends this process when it fails. */
export function must(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (status !== 0) fail(command, args, status);
}

/** Ends this process, and says which command failed; null is the status of one that was killed. */
export function fail(command, args, status) {
  console.error(`\n${[command, ...args].join(" ")} failed.`);
  process.exit(status ?? 1);
}

/** Runs a command in the project's folder while others may run; gives what it printed. */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
    process.once("exit", () => child.kill());
  });
}

/** Installs the dependencies unless the installed ones are those of the lock file. */
export function install() {
  const stamp = `${root}/node_modules/.tracemend-lock`;
  const lock = createHash("sha256")
    .update(readFileSync(`${root}/package-lock.json`))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing dependencies …");
  must(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, lock);
}

/** Path of an installed package's command. */
export const bin = (name) => `${root}/node_modules/.bin/${name}`;
