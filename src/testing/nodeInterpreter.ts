import nodeCrypto from "node:crypto";
import { readFileSync } from "node:fs";
import { inject } from "vitest";
import { loadPyodide, type PyodideAPI } from "pyodide";
import { connect, type Booted } from "../python/boot";
import { writePackage, type PythonFiles } from "../python/pythonPackage";
import { InterpreterEnded, type CallOptions, type Interpreter } from "../python/interpreter";
import { withLimitedMemory } from "../python/memoryLimit";
import { methods, type Args, type Method, type Result } from "../python/protocol";

/** A real Pyodide under Node with our package and `more` files in it, and its entry points. */
export async function bootNode(
  more: PythonFiles = {},
): Promise<{ pyodide: PyodideAPI; booted: Booted }> {
  const { loaded: pyodide, memory } = await withLimitedMemory(() =>
    loadPyodide({
      jsglobals: {},
      stdout: () => undefined,
      stderr: () => undefined,
      ...{ _loadSnapshot: readFileSync(inject("memorySnapshot")) },
    }),
  );
  writePackage(pyodide, more);
  const entropy = { owner: nodeCrypto, name: "randomFillSync" };
  return { pyodide, booted: connect(pyodide, memory, entropy) };
}

/**
 * An `Interpreter` in this process. It cannot be ended by force: only soft deadlines bound it, so
 * give it no program that outruns those.
 */
export class NodeInterpreter implements Interpreter {
  alive = true;

  private constructor(private readonly booted: Booted) {}

  static async start(): Promise<NodeInterpreter> {
    const { booted } = await bootNode();
    return new NodeInterpreter(booted);
  }

  /** One over an interpreter that was booted elsewhere. */
  static of(booted: Booted): NodeInterpreter {
    return new NodeInterpreter(booted);
  }

  get versions(): { pyodide: string; python: string } {
    return this.booted.versions;
  }

  call<M extends Method>(method: M, args: Args<M>, options: CallOptions<M>): Promise<Result<M>> {
    if (!this.alive || options.signal?.aborted) {
      return Promise.reject(new InterpreterEnded({ kind: "ended" }));
    }
    const contract = methods[method];
    const failures: unknown[] = [];
    const json = this.booted.dispatch(
      method,
      JSON.stringify(args),
      (text) => {
        try {
          options.onEvent?.(contract.event.parse(JSON.parse(text)) as never);
        } catch (error) {
          // Python is under way, and would take it for an exception of its own.
          failures.push(error);
        }
      },
      options.bytes,
    );
    const [failure] = failures;
    if (failure instanceof Error) return Promise.reject(failure);
    return Promise.resolve(contract.result.parse(JSON.parse(json)) as Result<M>);
  }

  end(): void {
    this.alive = false;
  }
}
