import { readFileSync } from "node:fs";
import { loadNode } from "./src/testing/nodeInterpreter";
import { connect } from "./src/python/boot";
const booted = connect(await loadNode());
const limits = { seconds: 600, steps: 200_000, output: 10_000 };
const names = (process.argv[2] ?? "arithmetic,bubble_sort,fib,strings,classes,dicts").split(",");
const times = Number(process.argv[3] ?? 5);
const med = (v: number[]) => v.sort((a, b) => a - b)[v.length >> 1]!;
for (const name of names) {
  const text = readFileSync(`./bench/tracing/workloads/${name}.py`, "utf8");
  const timed = (n: string) => `${text}\nimport sys, time\n_b = time.perf_counter()\nfor _ in range(${n}):\n    work()\nprint((time.perf_counter() - _b) / (${n}))\n`;
  const base: number[] = [], traced: number[] = [];
  for (let i = 0; i < times; i++) {
    const r = JSON.parse(booted.dispatch("answer", JSON.stringify({ program: timed("UNTRACED"), session: "s" + Math.random(), ask: { kind: "run", stdin: "" }, limits }), () => {}));
    base.push(Number(r.output));
    let out = "";
    booted.dispatch("trace", JSON.stringify({ program: timed("1"), tests: "", test: null, limits }), (j) => { if (j.startsWith('{"kind":"steps"')) { const at = j.lastIndexOf('"output":"'); if (at > 0 && j.length - at > 13) out += j.slice(at + 10, -2); } });
    traced.push(Number(out.replace("\\n", "")));
  }
  console.log(name, (med(traced) / med(base)).toFixed(1), (med(base) * 1000).toFixed(2) + "ms", (med(traced) * 1000).toFixed(1) + "ms");
}
