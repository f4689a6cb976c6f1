/**
 * `npm start`: installs, builds, serves and prints the address. `--port N` (or PORT) asks for a port;
 * `--built` serves what is built already.
 */
import { createServer } from "node:net";
import { bin, install, must, root } from "./run.mjs";

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

async function freePort(first) {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port;
  throw new Error(`no free port from ${first} on`);
}

const asked = process.argv.indexOf("--port");
const first = Number(asked > 0 ? process.argv[asked + 1] : (process.env.PORT ?? 4173));
if (!Number.isInteger(first) || first < 1 || first > 65_535) {
  console.error("The port must be a whole number from 1 to 65535.");
  process.exit(2);
}

install();
if (!process.argv.includes("--built")) must(bin("vite"), ["build", "--logLevel", "warn"]);

const { preview } = await import("vite");
const port = await freePort(first);
await preview({ root, preview: { host: "127.0.0.1", port, strictPort: true } });
console.log(`\nTracemend: http://127.0.0.1:${port}/\n`);
