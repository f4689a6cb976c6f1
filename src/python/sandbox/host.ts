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

/** The bytes of a part that is gzipped on the server, and unpacked in the copy for offline use. */
async function unpacked(response: Response): Promise<ArrayBuffer> {
  const bytes = await response.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
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

/** Opens the sandbox page and hands the port on to the frame of opaque origin inside it. */
async function connectFrame(port: MessagePort): Promise<void> {
  const frame = await openFrame();
  frame.contentWindow?.postMessage("connect", location.origin, [port]);
}

/**
 * Opens the sandbox and hands it the interpreter's bytes, as transferred buffers. Compiling begins
 * while other parts are still on their way.
 * @throws Error when a part cannot be fetched or the frame cannot compile it.
 */
export async function openSandbox(): Promise<Sandbox> {
  markOnce(performance, "partsAsked");
  const { port1: port, port2: framePort } = new MessageChannel();
  const send = (request: FrameRequest, transfer: Transferable[] = []) => {
    port.postMessage(request, transfer);
  };
  const deaths = new Map<number, (message: string) => void>();
  const loaded = new Promise<void>((resolve, reject) => {
    port.onmessage = (event: MessageEvent<FrameMessage>) => {
      const message = event.data;
      if (message.type === "compiled") markOnce(performance, "compiled");
      else if (message.type === "loaded") resolve();
      else if (message.type === "broken") reject(new Error(message.message));
      else deaths.get(message.id)?.(message.message);
    };
  });
  const compiling = fetchPart(wasmUrl).then(async (response) => {
    const wasm = await response.arrayBuffer();
    markOnce(performance, "compileBegun");
    send({ type: "compile", wasm }, [wasm]);
  });
  const [script, stdlib, snapshot] = await Promise.all([
    fetchPart(runtimeFile).then((response) => response.text()),
    fetchPart(stdlibUrl).then((response) => response.arrayBuffer()),
    fetchPart(snapshotFile).then(unpacked),
    compiling,
    connectFrame(framePort),
  ]);
  markOnce(performance, "partsFetched");
  send({ type: "load", script, stdlib, snapshot }, [stdlib, snapshot]);
  await loaded;

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
