/** Serves one interpreter in a process of its own, so that it can be ended whatever it is doing. */
import { bootNode } from "../src/testing/nodeInterpreter";

type WorkerRequest = { method: string; json: string };
export type WorkerMessage =
  | { type: "ready"; pyodide: string; python: string }
  | { type: "event" | "result" | "failed"; text: string };

const tell = (message: WorkerMessage) => {
  process.send?.(message);
};

const booted = await bootNode();
process.on("message", ({ method, json }: WorkerRequest) => {
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
