import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "vite";
import { memorySnapshot } from "../src/python/process/memorySnapshot.ts";
import type { PythonFiles } from "../src/python/pythonPackage.ts";
import { readPythonFiles } from "../src/python/process/pythonFiles.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const pyodideFolder = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const virtualId = "virtual:sandbox";
const frameFile = "sandbox.html";

/** Bundles one of our TypeScript files into a classic script. */
async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    root,
    logLevel: "warn",
    // The app's `public` folder does not belong to this script.
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      lib: { entry: join(root, entry), formats: ["iife"], name: "tracemendSandbox" },
    },
  });
  const chunk = [output].flat().flatMap((one) => ("output" in one ? one.output : []))[0];
  if (chunk?.type !== "chunk") throw new Error(`${entry} gave no script`);
  return chunk.code;
}

function replaceOnce(text: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(text)) throw new Error(`Pyodide's scripts have changed: no ${pattern.source}`);
  return text.replace(pattern, replacement);
}

/**
 * Pyodide's two module scripts as one classic script. In a frame of opaque origin a module worker
 * from a `blob:` address fails, a classic one works; so `export` and `import.meta` are replaced.
 */
function pyodideAsClassicScript(): string {
  const loader = readFileSync(join(pyodideFolder, "pyodide.mjs"), "utf8");
  const engine = readFileSync(join(pyodideFolder, "pyodide.asm.mjs"), "utf8");
  const loaderBody = replaceOnce(
    loader.replace(/\/\/# sourceMappingURL.*/, ""),
    /export\s*\{\s*(\w+) as loadPyodide\s*,\s*\w+ as version\s*\};/,
    "return $1;",
  );
  const engineBody = replaceOnce(
    engine.replaceAll("import.meta.url", '"https://runtime.invalid/pyodide.asm.mjs"'),
    /export default (\w+);/,
    "return $1;",
  );
  return [
    `const loadPyodide = (() => { "use strict"; ${loaderBody} })();`,
    `const createPyodideModule = (() => { "use strict"; ${engineBody} })();`,
  ].join("\n");
}

/** The lock file without its packages: none is installed, and the loader wants only the header. */
function emptyLock(): string {
  const lock = JSON.parse(readFileSync(join(pyodideFolder, "pyodide-lock.json"), "utf8")) as {
    info: unknown;
  };
  return JSON.stringify({ info: lock.info, packages: {} });
}

/** Everything that an interpreter's worker runs, in one classic script. */
async function runtimeScript(files: PythonFiles): Promise<string> {
  return [
    "const tracemendRuntime = (() => {",
    pyodideAsClassicScript(),
    `const lock = ${JSON.stringify(emptyLock())};`,
    `const files = ${JSON.stringify(files)};`,
    "return { loadPyodide, createPyodideModule, lock, files };",
    "})();",
    await bundle("src/python/sandbox/worker.ts"),
  ].join("\n");
}

/** The sandbox page: nothing is allowed but this very script, wasm and blob workers. */
async function framePage(): Promise<string> {
  const script = (await bundle("src/python/sandbox/frame.ts")).trim();
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    "<title>Tracemend sandbox</title>",
    `<script>${script}</script>`,
    "</html>",
  ].join("\n");
}

type Part = { file: string; type: string; source: string | Buffer };

function hashed(name: string, extension: string, type: string, source: string | Buffer): Part {
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  return { file: `assets/${name}-${hash}.${extension}`, type, source };
}

async function makeParts(): Promise<{ frame: Part; runtime: Part; snapshot: Part }> {
  const files = readPythonFiles();
  const [frame, runtime, snapshot] = await Promise.all([
    framePage(),
    runtimeScript(files),
    memorySnapshot(files).then((memory) => gzipSync(memory, { level: 6 })),
  ]);
  return {
    frame: { file: frameFile, type: "text/html", source: frame },
    runtime: hashed("sandbox-runtime", "js", "text/javascript", runtime),
    // Not ".gz": servers would label it as an encoding, and the browser would unpack it unasked.
    snapshot: hashed("sandbox-snapshot", "bin", "application/octet-stream", snapshot),
  };
}

/**
 * Builds the sandbox: its page, the script of its workers and the memory they start from. The app
 * imports their addresses, relative to the page, from `virtual:sandbox`.
 */
export function sandbox(): Plugin {
  let parts: ReturnType<typeof makeParts> | null = null;
  const current = () => (parts ??= makeParts());
  return {
    name: "tracemend-sandbox",
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : null),
    async load(id) {
      if (id !== `\0${virtualId}`) return null;
      const made = Object.entries(await current());
      return made
        .map(([name, { file }]) => `export const ${name}File = ${JSON.stringify(file)};`)
        .join("\n");
    },
    async generateBundle() {
      for (const { file, source } of Object.values(await current())) {
        this.emitFile({ type: "asset", fileName: file, source });
      }
    },
    configureServer(server) {
      server.watcher.on("change", (path) => {
        if (path.includes("/src/python/")) parts = null;
      });
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split("?")[0] ?? "";
        if (!path.includes("sandbox")) {
          next();
          return;
        }
        void current().then((made) => {
          const part = Object.values(made).find(({ file }) => path.endsWith(`/${file}`));
          if (!part) {
            next();
            return;
          }
          response.setHeader("Content-Type", part.type);
          response.end(part.source);
        }, next);
      });
    },
  };
}
