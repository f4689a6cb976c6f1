/** Serves one interpreter in a thread of its own, so that it can be ended whatever it is doing. */
import { parentPort } from "node:worker_threads";
import { bootNode } from "../src/testing/nodeInterpreter";

export type ThreadRequest = { method: string; json: string };
export type ThreadMessage =
  | { type: "ready"; pyodide: string; python: string }
  | { type: "event" | "result" | "failed"; text: string };

const port = parentPort;
if (!port) throw new Error("this file is the worker of threadInterpreter.ts");
const tell = (message: ThreadMessage) => {
  port.postMessage(message);
};

const booted = await bootNode();
port.on("message", ({ method, json }: ThreadRequest) => {
  try {
    const text = booted.dispatch(method, json, (event) => {
      tell({ type: "event", text: event });
    });
    tell({ type: "result", text });
  } catch (error) {
    tell({ type: "failed", text: String(error) });
  }
});
tell({ type: "ready", ...booted.versions });
