import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keptFile } from "./keptFile";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of Pyodide's own files: all that an interpreter's process may read. */
export function pyodideFolder(): string {
  const require = createRequire(import.meta.url);
  return realpathSync(dirname(require.resolve("pyodide/package.json")));
}

/**
 * The path of the child's script as one module, so that the process needs no reader of TypeScript:
 * such a one would want files, threads and processes of its own.
 */
export function childScript(): Promise<string> {
  return keptFile("child", sources(), bundled);
}

/** All that the script could be made of. */
function sources(): Record<string, string> {
  const root = join(here, "../..");
  const files = ["python", "domain"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      join(root, folder, file),
    ),
  );
  const scripts = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return Object.fromEntries(scripts.sort().map((file) => [file, readFileSync(file, "utf8")]));
}

async function bundled(): Promise<string> {
  // Loaded when it is needed: it takes half a second.
  const { build } = await import("vite");
  const output = await build({
    configFile: false,
    root: here,
    logLevel: "error",
    publicDir: false,
    build: { write: false, target: "node20", ssr: join(here, "child.ts"), minify: false },
  });
  const chunk = [output].flat().flatMap((one) => ("output" in one ? one.output : []))[0];
  if (chunk?.type !== "chunk") throw new Error("The interpreter's script could not be built.");
  return chunk.code;
}
