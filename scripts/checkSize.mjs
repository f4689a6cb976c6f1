/** Bounds the built files' sizes, gzipped: what the first screen loads, and what comes later. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./run.mjs";

const dist = join(root, "dist");
const kilobytes = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length / 1000, 0);

const html = readFileSync(join(dist, "index.html"), "utf8");
const entry = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(
  (m) => m[1],
);
const assets = readdirSync(join(dist, "assets")).map((name) => `assets/${name}`);
const matching = (pattern) => assets.filter((name) => pattern.test(name));

/** Name, files, bound in kilobytes (1,000 bytes, gzip). */
const groups = [
  ["entry: what must load before anything shows", entry, 260],
  ["editor: Monaco with Python, loaded lazily", matching(/editor[^/]*\.(js|css)$/i), 1_000],
  ["sandbox: script, wasm, library and memory", matching(/sandbox-|pyodide|python_stdlib/), 15_000],
  [
    "tokenizer: its worker with the vocabulary, loaded with the forms",
    matching(/formsWorker/),
    500,
  ],
  ["all scripts and styles", matching(/\.(js|css)$/), 2_500],
];

let failed = false;
for (const [name, files, bound] of groups) {
  const size = kilobytes(files);
  const over = files.length === 0 || size > bound;
  failed ||= over;
  console.log(`  ${over ? "✗" : "✓"} ${name}: ${size.toFixed(0)} kB of ${bound} kB`);
}
process.exit(failed ? 1 : 0);
