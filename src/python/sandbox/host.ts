import stdlibUrl from "pyodide/python_stdlib.zip?url";
import wasmUrl from "pyodide/pyodide.asm.wasm?url";
import { pageFile, runtimeFile, snapshotFile } from "virtual:sandbox";
import { markOnce } from "../../domain/startup";
import type { FrameMessage, FrameRequest } from "./frameProtocol";

/** One worker in the sandbox: the port it serves, and the means to end it at once. */
export type SandboxWorker = {
  port: MessagePort;
  end(): void;
  /** Called once if the worker dies by itself. */
  onDeath(listener: (message: string) => void): void;
};

/** The sandbox frame of this page: starts workers in an opaque origin without network. */
export type Sandbox = { spawn(): SandboxWorker };

async function fetchPart(address: string): Promise<Response> {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return response;
}

function unzip(response: Response): Promise<ArrayBuffer> {
  if (!response.body) throw new Error("the interpreter's memory is empty");
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** Opens the sandbox page; the frame of opaque origin is inside it. Both have loaded when it has. */
function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "Python sandbox";
  frame.src = new URL(pageFile, document.baseURI).href;
  return new Promise((resolve, reject) => {
    frame.addEventListener("load", () => {
      resolve(frame);
    });
    frame.addEventListener("error", () => {
      reject(new Error("the sandbox page could not be opened"));
    });
    document.body.append(frame);
  });
}

/**
 * Opens the sandbox and hands it the interpreter's bytes, as transferred buffers.
 * @throws Error when a part cannot be fetched or the frame cannot compile it.
 */
export async function openSandbox(): Promise<Sandbox> {
  markOnce(performance, "partsAsked");
  const [script, wasm, stdlib, snapshot, frame] = await Promise.all([
    fetchPart(runtimeFile).then((response) => response.text()),
    fetchPart(wasmUrl).then((response) => response.arrayBuffer()),
    fetchPart(stdlibUrl).then((response) => response.arrayBuffer()),
    fetchPart(snapshotFile).then(unzip),
    openFrame(),
  ]);
  markOnce(performance, "partsFetched");
  const channel = new MessageChannel();
  const port = channel.port1;
  const send = (request: FrameRequest, transfer: Transferable[] = []) => {
    port.postMessage(request, transfer);
  };
  const deaths = new Map<number, (message: string) => void>();
  const loaded = new Promise<void>((resolve, reject) => {
    port.onmessage = (event: MessageEvent<FrameMessage>) => {
      const message = event.data;
      if (message.type === "loaded") resolve();
      else if (message.type === "broken") reject(new Error(message.message));
      else deaths.get(message.id)?.(message.message);
    };
  });
  frame.contentWindow?.postMessage("connect", location.origin, [channel.port2]);
  send({ type: "load", script, wasm, stdlib, snapshot }, [wasm, stdlib, snapshot]);
  await loaded;
  markOnce(performance, "compiled");

  let lastId = 0;
  return {
    spawn() {
      const id = ++lastId;
      const { port1, port2 } = new MessageChannel();
      send({ type: "spawn", id }, [port2]);
      return {
        port: port1,
        end() {
          deaths.delete(id);
          port1.close();
          send({ type: "end", id });
        },
        onDeath(listener) {
          deaths.set(id, listener);
        },
      };
    },
  };
}
