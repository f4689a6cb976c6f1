import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import {
  connect,
  importPackage,
  writePackage,
  type Booted,
  type PythonFiles,
} from "../python/boot";
import { InterpreterEnded, type CallOptions, type Interpreter } from "../python/interpreter";
import { methods, type Args, type Method, type Result } from "../python/protocol";

const pythonRoot = join(dirname(fileURLToPath(import.meta.url)), "../python/py");

/** Reads the Python package from disk, as the build does. */
function readPythonFiles(): PythonFiles {
  return Object.fromEntries(
    readdirSync(pythonRoot, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".py"))
      .map((path) => [
        relative(pythonRoot, join(pythonRoot, path)),
        readFileSync(join(pythonRoot, path), "utf8"),
      ]),
  );
}

/** A real Pyodide under Node with our package in it, for tests of the Python side. */
export async function bootNode(): Promise<Booted> {
  const pyodide = await loadPyodide({ stdout: () => undefined, stderr: () => undefined });
  writePackage(pyodide, readPythonFiles());
  importPackage(pyodide);
  return connect(pyodide);
}

/**
 * An `Interpreter` in this process. It cannot be ended by force: only soft deadlines bound it, so
 * give it no program that outruns those.
 */
export class NodeInterpreter implements Interpreter {
  alive = true;

  private constructor(private readonly booted: Booted) {}

  static async start(): Promise<NodeInterpreter> {
    return new NodeInterpreter(await bootNode());
  }

  get versions(): { pyodide: string; python: string } {
    return this.booted.versions;
  }

  call<M extends Method>(method: M, args: Args<M>, options: CallOptions<M>): Promise<Result<M>> {
    if (!this.alive || options.signal?.aborted) {
      return Promise.reject(new InterpreterEnded({ kind: "ended" }));
    }
    const contract = methods[method];
    const json = this.booted.dispatch(method, JSON.stringify(args), (text) => {
      options.onEvent?.(contract.event.parse(JSON.parse(text)) as never);
    });
    return Promise.resolve(contract.result.parse(JSON.parse(json)) as Result<M>);
  }

  end(): void {
    this.alive = false;
  }
}
