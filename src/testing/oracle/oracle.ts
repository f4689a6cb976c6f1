import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { countsSchema, stepSchema, type Step, type Trace } from "../../domain/trace";
import type { Booted } from "../../python/boot";
import { methods, type Args, type Method, type Result } from "../../python/protocol";
import { TraceAssembly } from "../../python/traceAssembly";
import { bootNode } from "../nodeInterpreter";

const oracleStep = stepSchema
  .pick({
    ordinal: true,
    place: true,
    line: true,
    frame: true,
    changes: true,
  })
  .extend({
    iteration: z.number().int().positive().nullable(),
    printed: z.number().int().nonnegative(),
  });
const oracleTrace = z.object({
  steps: z.array(oracleStep),
  counts: countsSchema,
  hits: countsSchema,
  /** Whether a bound ended the run. */
  stopped: z.boolean(),
});

/** What the brute-force tracer recorded, in the shape that the real one gives. */
export type OracleTrace = z.infer<typeof oracleTrace>;

/** An interpreter under Node that answers our methods and traces by brute force (`oracle.py`). */
export class OracleInterpreter {
  private constructor(
    private readonly dispatch: Booted["dispatch"],
    private readonly traceAsJson: (json: string) => string,
    private readonly startAlike: () => void,
  ) {}

  static async start(): Promise<OracleInterpreter> {
    const here = dirname(fileURLToPath(import.meta.url));
    const read = (file: string) => readFileSync(join(here, file), "utf8");
    // Inside the package: the guard knows our own code by its folder.
    const { pyodide, booted } = await bootNode({
      "tracemend/oracle.py": read("oracle.py"),
      "tracemend/oracle_loops.py": read("oracle_loops.py"),
    });
    return new OracleInterpreter(
      booted.dispatch.bind(booted),
      pyodide.runPython("import tracemend.oracle; tracemend.oracle.trace_as_json") as (
        json: string,
      ) => string,
      pyodide.runPython("tracemend.oracle.start_alike") as () => void,
    );
  }

  call<M extends Method>(method: M, args: Args<M>): Result<M> {
    this.startAlike();
    const reply: unknown = JSON.parse(this.dispatch(method, JSON.stringify(args), () => undefined));
    return methods[method].result.parse(reply) as Result<M>;
  }

  trace(args: Args<"trace">): Trace {
    this.startAlike();
    const assembly = new TraceAssembly();
    const { event, result } = methods.trace;
    const reply = this.dispatch("trace", JSON.stringify(args), (json) => {
      assembly.add(event.parse(JSON.parse(json)));
    });
    return assembly.finish(args.test, result.parse(JSON.parse(reply)).end);
  }

  oracle(args: Args<"trace">): OracleTrace {
    this.startAlike();
    return oracleTrace.parse(JSON.parse(this.traceAsJson(JSON.stringify(args))));
  }
}

/** A step as one line of text, with all that the two tracers must agree on. */
function stepText(step: Step | z.infer<typeof oracleStep> | undefined): string {
  if (step === undefined) return "(none)";
  const { ordinal, place, line, frame, changes, iteration, printed } = step;
  const states = changes.map(({ name, value }) => `${name}=${value}`).join("; ");
  const call = `${frame.function} call ${frame.call} of ${frame.caller ?? "none"} depth ${frame.depth}`;
  const at = `${place} ${line} iteration ${iteration ?? "none"} printed ${printed}`;
  return `(${ordinal}) ${at} ${call}: ${states}`;
}

/**
 * Where the tracer differs from the oracle, or null where it agrees. A bound may end the two runs at
 * different steps, since the oracle is slower: such runs are compared up to the earlier end.
 */
export function firstDifference(trace: Trace, oracle: OracleTrace): string | null {
  if (trace.end.kind === "crashed") return trace.end.message;
  const bounded = oracle.stopped || ["timedOut", "outputLimit"].includes(trace.end.kind);
  const pick = bounded ? Math.min : Math.max;
  const count = pick(trace.steps.length, oracle.steps.length);
  for (let at = 0; at < count; at += 1) {
    const [traced, expected] = [stepText(trace.steps[at]), stepText(oracle.steps[at])];
    if (traced !== expected) return `tracer ${traced}\noracle ${expected}`;
  }
  if (bounded) return null;
  const [traced, expected] = [trace, oracle].map(({ counts, hits }) =>
    JSON.stringify({ counts, hits }),
  );
  return traced === expected ? null : `tracer counted ${traced}\noracle counted ${expected}`;
}
