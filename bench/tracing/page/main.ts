import { openSandbox } from "../../../src/python/sandbox/host";
import { SandboxInterpreter } from "../../../src/python/sandbox/sandboxInterpreter";
import { measure, traceWork } from "../measure";

/** What the benchmark calls in the page: the sandbox of the app, without the app. */
const started = openSandbox().then((sandbox) => SandboxInterpreter.start(sandbox.spawn()));

const tracerBench = {
  measure: async (...[workload]: [Parameters<typeof measure>[1]]) =>
    measure(await started, workload),
  traceOnce: async (...[workload]: [Parameters<typeof traceWork>[1]]) => {
    const { seconds, trace } = await traceWork(await started, workload);
    return { seconds, stepCount: trace.stepCount, kept: trace.steps.length };
  },
};
export type TracerBench = typeof tracerBench;

Object.assign(globalThis, { tracerBench });
