import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { stepSchema, traceSchema, type Trace } from "../../domain/trace";
import { connect } from "../../python/boot";
import { methods, type Args, type Method, type Result } from "../../python/protocol";
import { loadNode } from "../nodeInterpreter";

const oracleStep = stepSchema.pick({
  ordinal: true,
  place: true,
  line: true,
  frame: true,
  changes: true,
});
const oracleTrace = z.object({
  steps: z.array(oracleStep),
  hits: traceSchema.shape.hits,
  /** Whether a bound ended the run. */
  stopped: z.boolean(),
});

/** What the brute-force tracer recorded, in the shape that the real one gives. */
export type OracleTrace = z.infer<typeof oracleTrace>;

/** An interpreter under Node that answers our methods and traces by brute force (`oracle.py`). */
export class OracleInterpreter {
  private constructor(
    private readonly dispatch: (method: string, json: string) => string,
    private readonly traceAsJson: (json: string) => string,
    private readonly startAlike: () => void,
  ) {}

  static async start(): Promise<OracleInterpreter> {
    const source = join(dirname(fileURLToPath(import.meta.url)), "oracle.py");
    // Inside the package: the guard knows our own code by its folder.
    const pyodide = await loadNode({ "tracemend/oracle.py": readFileSync(source, "utf8") });
    const booted = connect(pyodide);
    return new OracleInterpreter(
      (method, json) => booted.dispatch(method, json, () => undefined),
      pyodide.runPython("import tracemend.oracle; tracemend.oracle.trace_as_json") as (
        json: string,
      ) => string,
      pyodide.runPython("tracemend.oracle.start_alike") as () => void,
    );
  }

  call<M extends Method>(method: M, args: Args<M>): Result<M> {
    this.startAlike();
    const reply: unknown = JSON.parse(this.dispatch(method, JSON.stringify(args)));
    return methods[method].result.parse(reply) as Result<M>;
  }

  oracle(args: Args<"trace">): OracleTrace {
    this.startAlike();
    return oracleTrace.parse(JSON.parse(this.traceAsJson(JSON.stringify(args))));
  }
}

/** A step as one line of text, with all that the two tracers must agree on. */
function stepText(step: z.infer<typeof oracleStep> | undefined): string {
  if (step === undefined) return "(none)";
  const { ordinal, place, line, frame, changes } = step;
  const states = changes.map(({ name, value }) => `${name}=${value}`).join("; ");
  const call = `${frame.function} call ${String(frame.call)} depth ${String(frame.depth)}`;
  return `(${String(ordinal)}) ${place} ${String(line)} ${call}: ${states}`;
}

/**
 * Where the tracer differs from the oracle, or null where it agrees. A bound may end the two runs at
 * different steps, since the oracle is slower: such runs are compared up to the earlier end.
 */
export function firstDifference(trace: Trace, oracle: OracleTrace): string | null {
  if (trace.end.kind === "crashed") return trace.end.message;
  const bounded =
    oracle.stopped || ["timedOut", "stepLimit", "outputLimit"].includes(trace.end.kind);
  const pick = bounded ? Math.min : Math.max;
  const count = pick(trace.steps.length, oracle.steps.length);
  for (let at = 0; at < count; at += 1) {
    const [traced, expected] = [stepText(trace.steps[at]), stepText(oracle.steps[at])];
    if (traced !== expected) return `tracer ${traced}\noracle ${expected}`;
  }
  const [traced, expected] = [JSON.stringify(trace.hits), JSON.stringify(oracle.hits)];
  return bounded || traced === expected ? null : `tracer ran ${traced}\noracle ran ${expected}`;
}
