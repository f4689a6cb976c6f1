/** Ways out of the sandbox: a name, and Python that would give what is behind it. */
const probes: Readonly<Record<string, readonly string[]>> = {
  "fetch by js": ["from js import fetch", "return fetch(LEAK)"],
  "pyodide.http": ["from pyodide.http import open_url", "return open_url(LEAK).read()"],
  run_js: ["from pyodide.code import run_js", `return run_js("fetch('" + LEAK + "')")`],
  "fetch by JavaScript’s evaluator": [`return run("return fetch('" + LEAK + "')")()`],
  "importScripts by the evaluator": [`return run("return importScripts('" + LEAK + "')")()`],
  "WebSocket by the evaluator": [`return run("return new WebSocket('" + LEAK + "')")()`],
  "IndexedDB by the evaluator": [`return run("return indexedDB.open('tracemend')")()`],
  "Cache Storage by the evaluator": [`return run("return caches.keys()")()`],
  sockets: [
    "import socket",
    "line = socket.create_connection(('127.0.0.1', PORT), 1)",
    "line.sendall(b'x')",
    "return line.recv(1)",
  ],
  "the app’s page": ["from js import document", "return document.cookie"],
};

export const probeNames = Object.keys(probes);

/**
 * A program with one function a probe, and tests that fail with what each probe met. A probe that got
 * something says so; whether anything left the machine, the server behind `port` knows.
 */
export function probeProblem(port: number): { program: string; tests: string } {
  const functions = Object.values(probes).map((lines, index) =>
    [
      `def probe_${String(index)}():`,
      "    try:",
      ...lines.map((line) => `        ${line.replace(/^return (.*)$/, "got = $1")}`),
      "    except BaseException as error:",
      `        return f'probe ${String(index)} raised {type(error).__name__}'`,
      `    return f'probe ${String(index)} got {type(got).__name__}'`,
    ].join("\n"),
  );
  const program = [
    `PORT = ${String(port)}`,
    "LEAK = f'http://127.0.0.1:{PORT}/leak'",
    "def run(code):",
    "    import pyodide_js",
    "    return pyodide_js.constructor.constructor(code)",
    ...functions,
  ].join("\n");
  const tests = probeNames.map((_, index) => `assert probe_${String(index)}() == ''`).join("\n");
  return { program, tests };
}
