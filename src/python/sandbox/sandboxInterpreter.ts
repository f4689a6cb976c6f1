import { bootMeasure } from "../../domain/startup";
import {
  deathWords,
  InterpreterEnded,
  type CallOptions,
  type EndOfInterpreter,
  type Interpreter,
} from "../interpreter";
import { faultOf, Receipts } from "../edge";
import {
  interpreterMessageSchema,
  methods,
  type Args,
  type InterpreterMessage,
  type InterpreterRequest,
  type Method,
  type Result,
} from "../protocol";
import type { SandboxWorker } from "./host";

/** The first boot compiles and starts CPython; slow machines take many seconds. */
const bootSeconds = 60;

type Pending = {
  id: number;
  event(json: string): void;
  result(json: string): void;
  fail(error: Error): void;
};

/** An `Interpreter` that lives in a worker of the sandbox. */
export class SandboxInterpreter implements Interpreter {
  alive = true;
  versions = { pyodide: "", python: "" };
  private pending: Pending | null = null;
  private lastId = 0;
  private readonly endListeners = new Set<(end: EndOfInterpreter) => void>();

  private constructor(private readonly worker: SandboxWorker) {
    worker.onDeath((message) => {
      this.endAs({ kind: "died", message: deathWords(message) });
    });
  }

  /**
   * Resolves when the interpreter is ready to be called.
   * @throws Error when it cannot start.
   */
  static start(worker: SandboxWorker): Promise<SandboxInterpreter> {
    const interpreter = new SandboxInterpreter(worker);
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        interpreter.end();
        reject(new Error(`Python did not start within ${String(bootSeconds)} s`));
      }, bootSeconds * 1000);
      worker.port.onmessage = (event) => {
        const message = interpreterMessageSchema.parse(event.data);
        if (message.type === "ready") {
          clearTimeout(timer);
          interpreter.versions = { pyodide: message.pyodide, python: message.python };
          performance.measure(bootMeasure, { start });
          worker.port.onmessage = (later) => {
            interpreter.receive(later);
          };
          resolve(interpreter);
        } else if (message.type === "failed") {
          clearTimeout(timer);
          interpreter.end();
          reject(new Error(message.message));
        }
      };
      interpreter.endListeners.add((end) => {
        clearTimeout(timer);
        reject(new InterpreterEnded(end));
      });
    });
  }

  call<M extends Method>(method: M, args: Args<M>, options: CallOptions<M>): Promise<Result<M>> {
    if (this.pending) return Promise.reject(new Error("the interpreter is busy"));
    if (!this.alive || options.signal?.aborted) {
      this.end();
      return Promise.reject(new InterpreterEnded({ kind: "ended" }));
    }
    const contract = methods[method];
    const id = ++this.lastId;
    const { bytes = [] } = options;
    const request: InterpreterRequest = { id, method, json: JSON.stringify(args), bytes };
    const receipts = new Receipts();
    return new Promise<Result<M>>((resolve, reject) => {
      const watch = this.watch(options);
      const settle = (act: () => void) => {
        watch.stop();
        this.endListeners.delete(onEnd);
        this.pending = null;
        act();
      };
      const onEnd = (end: EndOfInterpreter) => {
        settle(() => {
          reject(new InterpreterEnded(end));
        });
      };
      this.endListeners.add(onEnd);
      this.pending = {
        id,
        event: (json) => {
          watch.heard();
          options.onEvent?.(contract.event.parse(receipts.parse(json)) as never);
        },
        result: (json) => {
          const result = contract.result.parse(receipts.parse(json)) as Result<M>;
          settle(() => {
            resolve(result);
          });
        },
        fail: (error) => {
          settle(() => {
            reject(error);
          });
        },
      };
      this.worker.port.postMessage(request);
    });
  }

  end(): void {
    this.endAs({ kind: "ended" });
  }

  /** The clocks and the abort signal of one call; each of them ends the interpreter. */
  private watch<M extends Method>({ seconds, silenceSeconds, signal }: CallOptions<M>) {
    const timeOut = (after: number) =>
      setTimeout(() => {
        this.endAs({ kind: "timedOut", seconds: after });
      }, after * 1000);
    const total = timeOut(seconds);
    let silence = silenceSeconds === undefined ? undefined : timeOut(silenceSeconds);
    const abort = () => {
      this.end();
    };
    signal?.addEventListener("abort", abort);
    return {
      heard: () => {
        if (silenceSeconds === undefined) return;
        clearTimeout(silence);
        silence = timeOut(silenceSeconds);
      },
      stop: () => {
        clearTimeout(total);
        clearTimeout(silence);
        signal?.removeEventListener("abort", abort);
      },
    };
  }

  private receive(event: MessageEvent): void {
    try {
      const message: InterpreterMessage = interpreterMessageSchema.parse(event.data);
      if (message.type === "failed" && message.id === null) throw new Error(message.message);
      if (!this.pending || !("id" in message) || message.id !== this.pending.id) return;
      if (message.type === "event") this.pending.event(message.json);
      else if (message.type === "result") this.pending.result(message.json);
      else {
        // What Python's machinery could not survive, such as os._exit or a full C stack.
        this.endAs({ kind: "died", message: deathWords(message.message) });
      }
    } catch (error) {
      // What runs in there is untrusted: a message out of form ends the interpreter, not the app.
      this.pending?.fail(
        new Error(`the interpreter sent a message out of form: ${faultOf(error)}`),
      );
      this.end();
    }
  }

  private endAs(end: EndOfInterpreter): void {
    if (!this.alive) return;
    this.alive = false;
    this.worker.end();
    for (const listener of [...this.endListeners]) listener(end);
    this.endListeners.clear();
  }
}
