import type { PyodideAPI } from "pyodide";
import type { MemoryLimit } from "./memoryLimit";
import { realNow } from "./realTime";
import { makeRecorder, type Recorder } from "./recorder/recorder";
import { Stage, type Entropy } from "./stage";

/** A booted interpreter's two entry points. */
export type Booted = {
  versions: { pyodide: string; python: string };
  /** Runs `api.dispatch`; gives the reply as JSON text. Synchronous: Python runs until it is done. */
  dispatch(
    method: string,
    json: string,
    emit: (json: string) => void,
    bytes?: readonly Uint8Array[],
  ): string;
};

const webEntropy: Entropy = { owner: crypto, name: "getRandomValues" };

/** Where `surroundings/wheels.py` takes what a call brings. */
const arrivals = "/tracemend-wheels";

function putBytes({ FS }: PyodideAPI, bytes: readonly Uint8Array[]): void {
  if (bytes.length > 0) FS.mkdirTree(arrivals);
  bytes.forEach((one, number) => {
    FS.writeFile(`${arrivals}/${number}`, one);
  });
}

/**
 * Lends Python its host functions and gives the way in.
 *
 * The soft deadline: Pyodide polls the interrupt buffer's element 0 now and then and raises
 * KeyboardInterrupt when it reads 2. Any object will do as the buffer, so a getter on the clock gives
 * a deadline without SharedArrayBuffer. It does not stop C loops; the caller ends the worker for those.
 */
export function connect(
  pyodide: PyodideAPI,
  memory: MemoryLimit,
  entropy: Entropy = webEntropy,
): Booted {
  let deadline = Number.POSITIVE_INFINITY;
  let emit: (json: string) => void = () => undefined;
  const interruptBuffer = Object.defineProperty({}, "0", {
    get: () => {
      if (realNow() <= deadline) return 0;
      // Strike once: KeyboardInterrupt again and again, in Pyodide's own code too, is fatal to it.
      deadline = Number.POSITIVE_INFINITY;
      return 2;
    },
    // Pyodide writes 0 after every poll, also when it read 0: that must not lift the deadline.
    set: () => undefined,
  });
  // @ts-expect-error Pyodide declares a typed array and only reads and writes element 0.
  pyodide.setInterruptBuffer(interruptBuffer);
  const stage = new Stage(pyodide.FS, entropy);
  const connectHost = pyodide.runPython("import tracemend.host; tracemend.host.connect") as (
    emit: (json: string) => void,
    setDeadline: (seconds: number) => void,
    limitMemory: (mebibytes: number) => void,
    memoryWasRefused: () => boolean,
    recorder: Recorder,
    stage: Stage,
  ) => void;
  connectHost(
    (json) => {
      emit(json);
    },
    (seconds) => {
      deadline = seconds > 0 ? realNow() + seconds * 1000 : Number.POSITIVE_INFINITY;
    },
    (mebibytes) => {
      memory.set(mebibytes);
    },
    () => memory.wasReached(),
    makeRecorder(pyodide, (json) => {
      emit(json);
    }),
    stage,
  );
  const dispatch = pyodide.runPython("tracemend.api.dispatch") as (
    method: string,
    json: string,
  ) => string;
  // A snapshot freezes the random state: without a new seed every tab would draw the same numbers.
  const python = pyodide.runPython(
    "import random, sys; random.seed(); sys.version.split()[0]",
  ) as string;
  return {
    versions: { pyodide: pyodide.version, python },
    dispatch(method, json, onEmit, bytes = []) {
      putBytes(pyodide, bytes);
      emit = onEmit;
      try {
        return dispatch(method, json);
      } finally {
        stage.hide();
        deadline = Number.POSITIVE_INFINITY;
        emit = () => undefined;
      }
    },
  };
}
