import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { PythonFiles } from "../pythonPackage";

const pythonRoot = join(dirname(fileURLToPath(import.meta.url)), "../py");

/** The Python package's files, read from disk, in an order that is always the same. */
export function readPythonFiles(): PythonFiles {
  return Object.fromEntries(
    readdirSync(pythonRoot, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".py"))
      .sort()
      .map((path) => [path.replaceAll(sep, "/"), readFileSync(join(pythonRoot, path), "utf8")]),
  );
}
