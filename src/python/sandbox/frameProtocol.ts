/** The standard library's zip, and the memory of a booted interpreter with our package imported. */
type Parts = { stdlib: ArrayBuffer; snapshot: ArrayBuffer };

/**
 * The wire between the app's page and the sandbox frame. Only trusted code speaks it: the frame's
 * page runs no Python, and its workers hold other ports.
 */
export type FrameRequest =
  /** The interpreter's wasm; sent once, as soon as it is here. */
  | { type: "compile"; wasm: ArrayBuffer }
  /** The interpreter's script and further bytes; sent once, after `compile` and before any `spawn`. */
  | ({ type: "load"; script: string } & Parts)
  /** Start a worker that serves the port transferred with this message. */
  | { type: "spawn"; id: number }
  /** End a worker at once. */
  | { type: "end"; id: number };

export type FrameMessage =
  | { type: "compiled" }
  | { type: "loaded" }
  | { type: "broken"; message: string }
  /** A worker died of an uncaught error. */
  | { type: "died"; id: number; message: string };

/** What the frame hands a new worker, with its port transferred. */
export type WorkerStart = { module: WebAssembly.Module; port: MessagePort } & Parts;
