import { readFileSync } from "node:fs";
import { ProcessInterpreter } from "./src/python/process/processInterpreter";
import { measure } from "./bench/tracing/measure";
const it = await ProcessInterpreter.start();
for (const name of (process.argv[2]??"arithmetic,bubble_sort,fib,strings,classes,dicts").split(",")) {
  const r = await measure(it,{name,text:readFileSync(`/work/fast/bench/tracing/workloads/${name}.py`,"utf8")});
  console.log(name, "traced", r.traced.toFixed(1), "noop", r.noop.toFixed(1), (r.seconds*1000).toFixed(2)+"ms", r.steps);
}
it.end();
