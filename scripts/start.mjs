/**
 * `npm start`: installs, builds, serves and prints the address. `--port N` asks for a port;
 * `--built` serves what is built already.
 */
import { createServer } from "node:net";
import { bin, install, must, start } from "./run.mjs";

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
const port = await freePort(asked > 0 ? Number(process.argv[asked + 1]) : 4173);

install();
if (!process.argv.includes("--built")) must(bin("vite"), ["build", "--logLevel", "warn"]);
const server = start(bin("vite"), [
  "preview",
  "--host",
  "127.0.0.1",
  "--port",
  String(port),
  "--strictPort",
]);
console.log(`\nTracemend: http://127.0.0.1:${port}/\n`);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
