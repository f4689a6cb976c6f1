import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide, version } from "pyodide";
import { importPackage, writePackage } from "../pythonPackage.ts";
import { keptFile } from "./keptFile.ts";
import { readPythonFiles } from "./pythonFiles.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** The path of a file with a `memorySnapshot` of our package as it is now. */
export function memorySnapshotFile(): Promise<string> {
  const made = ["memorySnapshot.ts", "../pythonPackage.ts"].map((file) =>
    readFileSync(join(here, file), "utf8"),
  );
  const inputs = { ...readPythonFiles(), pyodide: version, made: made.join("") };
  return keptFile("memory", inputs, memorySnapshot);
}

/**
 * The memory of an interpreter that has booted and imported our package: restoring it takes a
 * fraction of a boot. Pyodide checks that it belongs to the same build of its wasm. Files are not in
 * it, and not needed: all modules of the package are.
 */
async function memorySnapshot(): Promise<Uint8Array> {
  const pyodide = await loadPyodide({ jsglobals: {}, ...{ _makeSnapshot: true } });
  writePackage(pyodide, readPythonFiles());
  importPackage(pyodide);
  return snapshotOf(pyodide);
}

/** Pyodide's own snapshot. Experimental, and so not among its declared methods. */
function snapshotOf(pyodide: object): Uint8Array {
  const made: unknown =
    "makeMemorySnapshot" in pyodide && typeof pyodide.makeMemorySnapshot === "function"
      ? Reflect.apply(pyodide.makeMemorySnapshot, pyodide, [])
      : null;
  if (!(made instanceof Uint8Array)) throw new Error("Pyodide has changed: it makes no snapshot");
  return made;
}
