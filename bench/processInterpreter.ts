import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  InterpreterEnded,
  type CallOptions,
  type EndOfInterpreter,
  type Interpreter,
  type InterpreterSource,
} from "../src/python/interpreter";
import { methods, type Args, type Method, type Result } from "../src/python/protocol";
import { sharing } from "../src/testing/sharedInterpreter";
import type { WorkerMessage } from "./processWorker";

type Pending = {
  onEvent(text: string): void;
  onResult(text: string): void;
  onFailure(error: Error): void;
};

/** A real Pyodide in a process of Node, which can be ended by force as a browser's worker can. */
class ProcessInterpreter implements Interpreter {
  alive = true;
  /** Settles when no call is under way; a caller may have left one that it lost interest in. */
  idle: Promise<unknown> = Promise.resolve();
  private pending: Pending | null = null;

  private constructor(
    private readonly worker: ChildProcess,
    readonly versions: { pyodide: string; python: string },
  ) {
    worker.on("message", (message: WorkerMessage) => {
      if (message.type === "event") this.pending?.onEvent(message.text);
      if (message.type === "result") this.pending?.onResult(message.text);
      if (message.type === "failed") this.pending?.onFailure(new Error(message.text));
    });
    worker.on("error", (error) => {
      this.endAs({ kind: "died", message: String(error) });
    });
    worker.on("exit", () => {
      this.endAs({ kind: "died", message: "the process ended" });
    });
  }

  static start(): Promise<ProcessInterpreter> {
    const worker = fork(fileURLToPath(new URL("./processWorker.ts", import.meta.url)));
    return new Promise((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", (message: WorkerMessage) => {
        if (message.type !== "ready") return;
        const { pyodide, python } = message;
        resolve(new ProcessInterpreter(worker, { pyodide, python }));
      });
    });
  }

  call<M extends Method>(method: M, args: Args<M>, options: CallOptions<M>): Promise<Result<M>> {
    if (!this.alive) return Promise.reject(new InterpreterEnded({ kind: "ended" }));
    const contract = methods[method];
    const timers: { whole?: NodeJS.Timeout; silence?: NodeJS.Timeout } = {};
    const heard = () => {
      clearTimeout(timers.silence);
      const seconds = options.silenceSeconds;
      if (seconds) timers.silence = this.endAfter(seconds);
    };
    const result = new Promise<Result<M>>((resolve, reject) => {
      this.pending = {
        onEvent: (text) => {
          heard();
          options.onEvent?.(contract.event.parse(JSON.parse(text)) as never);
        },
        onResult: (text) => {
          resolve(contract.result.parse(JSON.parse(text)) as Result<M>);
        },
        onFailure: reject,
      };
      timers.whole = this.endAfter(options.seconds);
      heard();
      this.worker.send({ method, json: JSON.stringify(args) });
    });
    const settled = result.finally(() => {
      clearTimeout(timers.whole);
      clearTimeout(timers.silence);
      this.pending = null;
    });
    this.idle = settled.catch(() => undefined);
    return settled;
  }

  end(): void {
    this.endAs({ kind: "ended" });
  }

  private endAfter(seconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.endAs({ kind: "timedOut", seconds });
    }, seconds * 1000);
  }

  private endAs(end: EndOfInterpreter): void {
    if (!this.alive) return;
    this.alive = false;
    this.worker.kill("SIGKILL");
    this.pending?.onFailure(new InterpreterEnded(end));
  }
}

/**
 * Hands out one process again and again while it lives, since a boot costs more than most searches;
 * `close` ends it.
 */
export function reusedProcess(): InterpreterSource & { close(): void } {
  let current: ProcessInterpreter | null = null;
  return {
    async fresh(signal) {
      await current?.idle;
      if (!current?.alive) current = await ProcessInterpreter.start();
      return sharing(current).fresh(signal);
    },
    close() {
      current?.end();
    },
  };
}
