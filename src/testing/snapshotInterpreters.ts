import { loadPyodide, type PyodideAPI } from "pyodide";
import { connect, type Booted } from "../python/boot";
import { withLimitedMemory } from "../python/memoryLimit";
import { readPythonFiles } from "../python/process/pythonFiles";
import { importPackage, writePackage, type PythonFiles } from "../python/pythonPackage";

const quiet = { jsglobals: {}, stdout: () => undefined, stderr: () => undefined };

/**
 * Gives fresh interpreters under Node in a fraction of a boot: each is restored from the memory of
 * one that has booted, as in the browser. `more` files are in each.
 */
export async function snapshotInterpreters(
  more: PythonFiles,
): Promise<() => Promise<{ pyodide: PyodideAPI; booted: Booted }>> {
  const files = { ...readPythonFiles(), ...more };
  const first = await loadPyodide({ ...quiet, ...{ _makeSnapshot: true } });
  writePackage(first, files);
  importPackage(first);
  const make: unknown = Reflect.get(first, "makeMemorySnapshot");
  if (typeof make !== "function") throw new Error("Pyodide has changed: it makes no snapshot");
  const snapshot: unknown = Reflect.apply(make, first, []);
  if (!(snapshot instanceof Uint8Array)) throw new Error("Pyodide's snapshot is no bytes");
  return async () => {
    const { loaded: pyodide, memory } = await withLimitedMemory(() =>
      loadPyodide({ ...quiet, ...{ _loadSnapshot: snapshot } }),
    );
    writePackage(pyodide, files);
    return { pyodide, booted: connect(pyodide, memory) };
  };
}
