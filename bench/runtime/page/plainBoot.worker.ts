import { loadPyodide } from "pyodide";
import engineUrl from "pyodide/pyodide.asm.mjs?url";
import lock from "pyodide/pyodide-lock.json?raw";
import { importPackage, writePackage } from "../../../src/python/pythonPackage";

/** What a boot without the snapshot is given: all that need not be fetched or compiled for each. */
export type PlainStart = { module: WebAssembly.Module; stdlib: ArrayBuffer };

type Engine = {
  default: NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>["createPyodideModule"]>;
};

const root = "../../../src/python/py/";
const texts = import.meta.glob<string>("../../../src/python/py/**/*.py", {
  eager: true,
  query: "?raw",
  import: "default",
});
const files = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.slice(root.length), text]),
);

async function start({ module, stdlib }: PlainStart): Promise<void> {
  const engine = (await import(/* @vite-ignore */ engineUrl)) as Engine;
  const began = performance.now();
  // The archive of Python's library is all that is asked for.
  self.fetch = () => Promise.resolve(new Response(stdlib));
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  const pyodide = await loadPyodide({
    indexURL: "https://runtime.invalid/",
    createPyodideModule: engine.default,
    lockFileContents: lock,
    jsglobals: {},
  });
  writePackage(pyodide, files);
  importPackage(pyodide);
  self.postMessage(performance.now() - began);
}

self.addEventListener(
  "message",
  (event: MessageEvent<PlainStart>) => {
    void start(event.data);
  },
  { once: true },
);
