import type { PyodideAPI } from "pyodide";

/** The Python package's files: path below `py/`, for example `tracemend/api.py`, to text. */
export type PythonFiles = Readonly<Record<string, string>>;

const packageRoot = "/tracemend-py";

/** Writes Python files into Pyodide's file system, where our package is imported from. */
export function writePackage(pyodide: PyodideAPI, files: PythonFiles): void {
  for (const [path, text] of Object.entries(files)) {
    const target = `${packageRoot}/${path}`;
    pyodide.FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    pyodide.FS.writeFile(target, text);
  }
}

/** Imports all of our Python package. It leaves no JavaScript object in Python, so a snapshot can follow. */
export function importPackage(pyodide: PyodideAPI): void {
  pyodide.runPython(
    `import sys; sys.path.insert(0, ${JSON.stringify(packageRoot)}); import tracemend.api; tracemend.api.preload()`,
  );
}
