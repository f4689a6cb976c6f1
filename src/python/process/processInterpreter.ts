import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import {
  deathWords,
  InterpreterEnded,
  type CallOptions,
  type EndOfInterpreter,
  type Interpreter,
} from "../interpreter";
import { Receipts } from "../edge";
import { methods, type Args, type Method, type Result } from "../protocol";
import type { ChildMessage, ChildStart } from "./child";
import { childScript, pyodideFolder } from "./childScript";
import { memorySnapshotFile } from "./memorySnapshot";

/** Characters of the process's last words on standard error that are kept. */
const keptWords = 2_000;

type Pending = {
  onEvent(text: string): void;
  onResult(text: string): void;
  onFailure(error: Error): void;
};

/** Nothing may be read but what is named; nothing written; no process, thread or code from text. */
function confinement(...readable: string[]): string[] {
  const flag = "--permission";
  const isStable = process.allowedNodeEnvironmentFlags.has(flag);
  return [
    isStable ? flag : "--experimental-permission",
    ...readable.map((path) => `--allow-fs-read=${path}`),
    "--disallow-code-generation-from-strings",
    "--no-warnings",
  ];
}

async function spawnChild(): Promise<ChildProcess> {
  const folder = pyodideFolder();
  const [script, snapshot] = await Promise.all([childScript(), memorySnapshotFile()]);
  const child = spawn(
    process.execPath,
    [
      ...confinement(`${folder}${sep}*`, snapshot),
      "--input-type=module",
      "--eval",
      readFileSync(script, "utf8"),
    ],
    { env: {}, cwd: folder, stdio: ["ignore", "ignore", "pipe", "ipc"] },
  );
  const pyodideUrl = pathToFileURL(`${folder}${sep}pyodide.mjs`).href;
  const start: ChildStart = { pyodideUrl, snapshot };
  child.send(start);
  return child;
}

/** A real Pyodide in a confined process of Node, ended by force as a browser's worker can be. */
export class ProcessInterpreter implements Interpreter {
  alive = true;
  /** Settles when no call is under way; a caller may have left one that it lost interest in. */
  idle: Promise<unknown> = Promise.resolve();
  private pending: Pending | null = null;

  private constructor(
    private readonly child: ChildProcess,
    readonly versions: { pyodide: string; python: string },
    lastWords: () => string,
  ) {
    child.on("message", (message: ChildMessage) => {
      try {
        this.receive(message);
      } catch (error) {
        // What runs in there is untrusted: a message out of form ends its process, not this one.
        const reason = error instanceof Error ? error.message : String(error);
        this.pending?.onFailure(new Error(`a message out of form: ${reason}`));
        this.end();
      }
    });
    child.on("error", (error) => {
      this.endAs({ kind: "died", message: String(error) });
    });
    child.on("exit", () => {
      this.endAs({ kind: "died", message: lastWords() });
    });
  }

  /** @throws Error when the process ends, or says so, before Python has started in it. */
  static async start(): Promise<ProcessInterpreter> {
    const child = await spawnChild();
    let words = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      words = (words + text).slice(-keptWords);
    });
    const lastWords = () => `The interpreter's process ended. ${words}`.trim();
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", () => {
        reject(new Error(lastWords()));
      });
      child.once("message", (message: ChildMessage) => {
        if (message.type === "ready") {
          const { pyodide, python } = message;
          resolve(new ProcessInterpreter(child, { pyodide, python }, lastWords));
        } else {
          child.kill("SIGKILL");
          reject(new Error(message.text));
        }
      });
    });
  }

  call<M extends Method>(method: M, args: Args<M>, options: CallOptions<M>): Promise<Result<M>> {
    if (!this.alive || options.signal?.aborted) {
      return Promise.reject(new InterpreterEnded({ kind: "ended" }));
    }
    const contract = methods[method];
    const receipts = new Receipts();
    const timers: { whole?: NodeJS.Timeout; silence?: NodeJS.Timeout } = {};
    const heard = () => {
      clearTimeout(timers.silence);
      const seconds = options.silenceSeconds;
      if (seconds) timers.silence = this.endAfter(seconds);
    };
    const abort = () => {
      this.end();
    };
    const result = new Promise<Result<M>>((resolve, reject) => {
      this.pending = {
        onEvent: (text) => {
          heard();
          options.onEvent?.(contract.event.parse(receipts.parse(text)) as never);
        },
        onResult: (text) => {
          resolve(contract.result.parse(receipts.parse(text)) as Result<M>);
        },
        onFailure: reject,
      };
      timers.whole = this.endAfter(options.seconds);
      heard();
      options.signal?.addEventListener("abort", abort, { once: true });
      this.child.send({ method, json: JSON.stringify(args) });
    });
    const settled = result.finally(() => {
      clearTimeout(timers.whole);
      clearTimeout(timers.silence);
      options.signal?.removeEventListener("abort", abort);
      this.pending = null;
    });
    this.idle = settled.catch(() => undefined);
    return settled;
  }

  end(): void {
    this.endAs({ kind: "ended" });
  }

  private receive(message: ChildMessage): void {
    if (message.type === "event") this.pending?.onEvent(message.text);
    if (message.type === "result") this.pending?.onResult(message.text);
    if (message.type === "failed") this.pending?.onFailure(new Error(message.text));
    if (message.type === "died") this.endAs({ kind: "died", message: deathWords(message.text) });
  }

  private endAfter(seconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.endAs({ kind: "timedOut", seconds });
    }, seconds * 1000);
  }

  private endAs(end: EndOfInterpreter): void {
    if (!this.alive) return;
    this.alive = false;
    this.child.kill("SIGKILL");
    this.pending?.onFailure(new InterpreterEnded(end));
  }
}
