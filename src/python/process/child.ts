/**
 * Serves one interpreter in a process of its own, which Node's permission model keeps from files,
 * processes and threads (`childScript.ts` builds this script, `processInterpreter.ts` starts it).
 * What the model leaves open is closed here, before Python starts.
 */
import childProcess from "node:child_process";
import nodeCrypto from "node:crypto";
import dgram from "node:dgram";
import fs from "node:fs";
import net from "node:net";
import type * as Pyodide from "pyodide";
import { connect, type Booted } from "../boot";
import { withLimitedMemory } from "../memoryLimit";

/** The parent's first message. */
export type ChildStart = { pyodideUrl: string; snapshot: string };
/** Each of its later ones. */
export type ChildRequest = { method: string; json: string };
export type ChildMessage =
  | { type: "ready"; pyodide: string; python: string }
  | { type: "event" | "result" | "failed" | "died"; text: string };

// Bound now: a program that finds its way to `process` must not come between.
const send = process.send?.bind(process);
const tell = (message: ChildMessage) => {
  send?.(message);
};

function closeWaysOut(): void {
  const refuse = (): never => {
    throw new Error("There is no network here.");
  };
  // Until Node 25 the permission model knows nothing of the network.
  net.Socket.prototype.connect = refuse;
  dgram.createSocket = refuse;
  // Pyodide hands `os.system` to a real shell under Node. The model forbids that with an error that
  // is fatal to Pyodide; 127 is what a shell says of a command that it does not find.
  const notFound = { pid: 0, output: [], stdout: "", stderr: "", status: 127, signal: null };
  Object.assign(childProcess, { spawnSync: () => notFound });
  // Pyodide reads the numbers of the file modes through this door, which the model shuts.
  Object.assign(process, { binding: () => ({ fs: fs.constants }) });
}

async function boot({ pyodideUrl, snapshot }: ChildStart): Promise<Booted> {
  const { loadPyodide } = (await import(/* @vite-ignore */ pyodideUrl)) as typeof Pyodide;
  const { loaded: pyodide, memory } = await withLimitedMemory(() =>
    loadPyodide({
      // What `import js` sees: nothing of Node.
      jsglobals: {},
      stdout: () => undefined,
      stderr: () => undefined,
      ...{ _loadSnapshot: fs.readFileSync(snapshot) },
    }),
  );
  return connect(pyodide, memory, { owner: nodeCrypto, name: "randomFillSync" });
}

function serve(booted: Booted, { method, json }: ChildRequest): void {
  try {
    const text = booted.dispatch(method, json, (event) => {
      tell({ type: "event", text: event });
    });
    tell({ type: "result", text });
  } catch (error) {
    // Anything but a Python exception of our own package, such as `os._exit`, is the end of Pyodide.
    const isOurs = error instanceof Error && error.name === "PythonError";
    tell({ type: isOurs ? "failed" : "died", text: String(error) });
  }
}

closeWaysOut();
process.once("message", (start: ChildStart) => {
  void boot(start).then(
    (booted) => {
      process.on("message", (request: ChildRequest) => {
        serve(booted, request);
      });
      tell({ type: "ready", ...booted.versions });
    },
    (error: unknown) => {
      tell({ type: "failed", text: String(error) });
    },
  );
});
