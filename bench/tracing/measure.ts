import { defaultLimits, type Limits } from "../../src/domain/limits";
import type { Trace } from "../../src/domain/trace";
import type { Interpreter } from "../../src/python/interpreter";
import { recordTrace } from "../../src/python/recordTrace";

/** A Python text with a function `work`, and how often an untraced run repeats it. */
export type Workload = { name: string; text: string };

/** Ratios to the untraced run beside it, medians of several rounds; `seconds` is that run's time. */
export type Ratios = { name: string; seconds: number; noop: number; traced: number; steps: number };

const rounds = 5;
const limits: Limits = { ...defaultLimits, seconds: 600, steps: 200_000, output: 10_000 };

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** `work`, `times` over, which prints how many seconds one took. */
function timed({ text }: Workload, times: string, before = ""): string {
  return `${text}
import sys, time
${before}
_times = ${times}
_began = time.perf_counter()
for _ in range(_times):
    work()
_took = time.perf_counter() - _began
sys.settrace(None)
print(_took / _times)
`;
}

const noopTrace = "def _nothing(frame, event, argument): return _nothing\nsys.settrace(_nothing)";

async function secondsUntraced(interpreter: Interpreter, program: string): Promise<number> {
  const ask = { kind: "run" as const, stdin: "" };
  const session = `${performance.now()}`;
  const asked = { program, session, ask, limits };
  const reply = await interpreter.call("answer", asked, { seconds: limits.seconds });
  if (reply.kind !== "ran") throw new Error(`${reply.kind}: ${JSON.stringify(reply)}`);
  return Number(reply.output);
}

/** Traces `work` once; `seconds` is what the program itself saw, which is the tracer's whole cost. */
export async function traceWork(
  interpreter: Interpreter,
  workload: Workload,
): Promise<{ seconds: number; trace: Trace }> {
  // The time is printed before the trace ends: a traced program cannot lift the tracer.
  const program = timed(workload, "1").replace("sys.settrace(None)\n", "");
  const trace = await recordTrace(interpreter, { program, tests: "", test: null, limits });
  if (trace.end.kind !== "finished") throw new Error(JSON.stringify(trace.end));
  return { seconds: Number(trace.output), trace };
}

/** Runs a workload untraced, under a tracer that does nothing, and under ours, side by side. */
export async function measure(interpreter: Interpreter, workload: Workload): Promise<Ratios> {
  const seen: { seconds: number; noop: number; traced: number; steps: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const seconds = await secondsUntraced(interpreter, timed(workload, "UNTRACED"));
    const noop = await secondsUntraced(interpreter, timed(workload, "1", noopTrace));
    const traced = await traceWork(interpreter, workload);
    const steps = traced.trace.stepCount;
    seen.push({ seconds, noop: noop / seconds, traced: traced.seconds / seconds, steps });
  }
  const figure = (name: "seconds" | "noop" | "traced" | "steps") =>
    median(seen.map((one) => one[name]));
  return {
    name: workload.name,
    seconds: figure("seconds"),
    noop: figure("noop"),
    traced: figure("traced"),
    steps: figure("steps"),
  };
}
