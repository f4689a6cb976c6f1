import type { loadPyodide, PyodideAPI } from "pyodide";
import { connect } from "../boot";
import { withLimitedMemory } from "../memoryLimit";
import type { InterpreterMessage, InterpreterRequest } from "../protocol";
import { closeScope } from "./closedScope";
import type { WorkerStart } from "./frameProtocol";

type PyodideConfig = NonNullable<Parameters<typeof loadPyodide>[0]>;

/** Set by the script that the build puts before this one: see `scripts/sandboxPlugin.ts`. */
declare const tracemendRuntime: {
  loadPyodide: (config: PyodideConfig & { _loadSnapshot: ArrayBuffer }) => Promise<PyodideAPI>;
  createPyodideModule: NonNullable<PyodideConfig["createPyodideModule"]>;
  lock: string;
};

/** Never fetched: Pyodide asks for its parts below this address, and gets the bytes we hold. */
const indexURL = "https://runtime.invalid/";

/** Makes Pyodide's loader find its parts without a network. */
function supplyParts({ module, stdlib }: WorkerStart): void {
  Object.assign(self, {
    // The loader takes a worker that has `importScripts` for one that it does not support.
    importScripts: undefined,
    fetch: (input: URL | string) => {
      const name = String(input).slice(indexURL.length);
      const isStdlib = name === "python_stdlib.zip";
      return Promise.resolve(new Response(isStdlib ? stdlib : null));
    },
  });
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  // The snapshot was made where no stack switching exists; with it `time.sleep` would break.
  for (const name of ["Suspending", "promising", "Suspender"]) {
    Reflect.deleteProperty(WebAssembly, name);
  }
}

async function start(given: WorkerStart): Promise<void> {
  const began = performance.now();
  const { port } = given;
  // Bound now: a program can replace prototypes, and must not see what is sent by it.
  const send = MessagePort.prototype.postMessage.bind(port) as (
    message: InterpreterMessage,
  ) => void;
  try {
    supplyParts(given);
    const { loaded: pyodide, memory } = await withLimitedMemory(() =>
      tracemendRuntime.loadPyodide({
        indexURL,
        createPyodideModule: tracemendRuntime.createPyodideModule,
        lockFileContents: tracemendRuntime.lock,
        // What `import js` sees: nothing of the worker's own scope.
        jsglobals: {},
        _loadSnapshot: given.snapshot,
        stdout: () => undefined,
        stderr: () => undefined,
      }),
    );
    const booted = connect(pyodide, memory);
    port.addEventListener("message", (event: MessageEvent<InterpreterRequest>) => {
      const { id, method, json, bytes } = event.data;
      try {
        const emit = (text: string) => {
          send({ type: "event", id, json: text });
        };
        const result = booted.dispatch(method, json, emit, bytes);
        send({ type: "result", id, json: result });
      } catch (error) {
        send({ type: "failed", id, message: String(error) });
      }
    });
    // Before anything untrusted runs.
    closeScope(self);
    port.start();
    send({ type: "ready", ...booted.versions, milliseconds: performance.now() - began });
  } catch (error) {
    send({ type: "failed", id: null, message: String(error) });
  }
}

self.addEventListener(
  "message",
  (event: MessageEvent<WorkerStart>) => {
    void start(event.data);
  },
  { once: true },
);
