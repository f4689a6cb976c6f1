import { readFileSync } from "node:fs";
import { NodeInterpreter } from "./src/testing/nodeInterpreter";
import { traceWork, measure } from "./bench/tracing/measure";
const it = await NodeInterpreter.start();
const name = process.argv[2]!;
const w = {name,text:readFileSync(`./bench/tracing/workloads/${name}.py`,"utf8")};
for (let i=0;i<Number(process.argv[3]??4);i++) { const r = await traceWork(it,w); console.log(name, (r.seconds*1000).toFixed(1)+"ms", r.trace.stepCount); }
