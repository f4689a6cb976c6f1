import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { memorySnapshotFile } from "../src/python/process/memorySnapshot.ts";
import { bundleScript } from "./bundleScript.ts";

const pyodideFolder = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const virtualId = "virtual:sandbox";

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
  // In parentheses the function is compiled at once; else it would be read twice, 0.1 s each.
  const engineBody = replaceOnce(
    engine.replaceAll("import.meta.url", '"https://runtime.invalid/pyodide.asm.mjs"'),
    /^(async function (\w+)\(.*\})export default \2;/s,
    "return ($1);",
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
async function runtimeScript(): Promise<string> {
  return [
    "const tracemendRuntime = (() => {",
    pyodideAsClassicScript(),
    `const lock = ${JSON.stringify(emptyLock())};`,
    "return { loadPyodide, createPyodideModule, lock };",
    "})();",
    await bundleScript("src/python/sandbox/worker.ts"),
  ].join("\n");
}

const sourceOf = (script: string) =>
  `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

const policyTag = (...rules: string[]) =>
  `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">`;

/** A document that allows one script and what `rules` say, and is no one's to navigate. */
function lockedPage(script: string, rules: readonly string[], body = ""): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<meta charset="utf-8">',
    policyTag("default-src 'none'", ...rules, "base-uri 'none'", "form-action 'none'"),
    "<title>Tracemend sandbox</title>",
    `${body}<script>${script}</script>`,
    "</html>",
  ].join("\n");
}

/**
 * The sandbox page: a shell of the app's origin, which a service worker can serve, around the frame of
 * opaque origin, which none can. The frame's document allows nothing but its very script, wasm and
 * blob workers; it inherits the shell's policy as well, which therefore allows the same, and forbids
 * the frame to be navigated at all.
 */
async function sandboxPage(): Promise<string> {
  const [frame, shell] = await Promise.all(
    ["src/python/sandbox/frame.ts", "src/python/sandbox/shell.ts"].map(async (entry) =>
      (await bundleScript(entry)).trim(),
    ),
  );
  if (frame === undefined || shell === undefined) throw new Error("the sandbox has no scripts");
  const shared = ["worker-src blob:", "connect-src 'none'", "frame-src 'none'"];
  const inner = lockedPage(frame, [`script-src ${sourceOf(frame)} 'wasm-unsafe-eval'`, ...shared]);
  const attribute = inner.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return lockedPage(
    shell,
    [`script-src ${sourceOf(shell)} ${sourceOf(frame)} 'wasm-unsafe-eval'`, ...shared],
    // Scripts only: without allow-same-origin the frame's origin is opaque, and storage, cookies and
    // the app's page are out of reach.
    `<iframe sandbox="allow-scripts" title="Python" srcdoc="${attribute}"></iframe>`,
  );
}

type Part = { file: string; type: string; source: string | Buffer };

function hashed(name: string, extension: string, type: string, source: string | Buffer): Part {
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  return { file: `assets/${name}-${hash}.${extension}`, type, source };
}

async function makeParts(): Promise<{ page: Part; runtime: Part; snapshot: Part }> {
  const [page, runtime, snapshot] = await Promise.all([
    sandboxPage(),
    runtimeScript(),
    memorySnapshotFile().then((path) => gzipSync(readFileSync(path), { level: 6 })),
  ]);
  return {
    page: hashed("sandbox-page", "html", "text/html", page),
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
