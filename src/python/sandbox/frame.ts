import type { FrameMessage, FrameRequest, WorkerStart } from "./frameProtocol";

/** Characters of a worker's last words: they are its own, and it may be untrusted. */
const longestMessage = 2_000;

// No policy of the page closes this way to the network, and nothing here wants it.
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) {
  Reflect.deleteProperty(self, name);
}

/**
 * The script of the sandbox page: a frame of opaque origin without network, which does nothing but
 * start and end workers. It compiles the wasm once, so that each worker only instantiates it.
 */
function serve(port: MessagePort): void {
  const workers = new Map<number, Worker>();
  let parts: Promise<{ script: string; start: Omit<WorkerStart, "port"> }> | null = null;
  let compiled: Promise<WebAssembly.Module> = Promise.reject(new Error("there is no wasm yet"));
  compiled.catch(() => undefined);
  const say = (message: FrameMessage) => {
    port.postMessage(message);
  };
  const spawn = async (id: number, interpreterPort: MessagePort) => {
    if (parts === null) return;
    const { script, start } = await parts;
    const worker = new Worker(script);
    workers.set(id, worker);
    worker.onerror = (event) => {
      event.preventDefault();
      say({ type: "died", id, message: event.message.slice(0, longestMessage) });
    };
    const message: WorkerStart = { ...start, port: interpreterPort };
    worker.postMessage(message, [interpreterPort]);
  };
  port.onmessage = (event: MessageEvent<FrameRequest>) => {
    const request = event.data;
    switch (request.type) {
      case "compile":
        compiled = WebAssembly.compile(request.wasm);
        compiled.then(
          () => {
            say({ type: "compiled" });
          },
          () => undefined,
        );
        return;
      case "load": {
        const { stdlib, snapshot } = request;
        const script = URL.createObjectURL(new Blob([request.script], { type: "text/javascript" }));
        parts = compiled.then((module) => ({
          script,
          start: { module, stdlib, snapshot },
        }));
        parts.then(
          () => {
            say({ type: "loaded" });
          },
          (error: unknown) => {
            say({ type: "broken", message: String(error) });
          },
        );
        return;
      }
      case "spawn": {
        const [interpreterPort] = event.ports;
        if (interpreterPort) void spawn(request.id, interpreterPort);
        return;
      }
      case "end":
        workers.get(request.id)?.terminate();
        workers.delete(request.id);
    }
  };
}

addEventListener("message", function connect(event: MessageEvent) {
  const [port] = event.ports;
  if (event.source !== parent || !port) return;
  removeEventListener("message", connect);
  serve(port);
});
