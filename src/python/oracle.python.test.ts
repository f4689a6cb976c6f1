import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultLimits, type Limits } from "../domain/limits";
import type { Step } from "../domain/trace";
import { readGoldenCases } from "../testing/goldenCases";
import { datasetsFolder, readSamples, type Sample } from "../testing/oracle/datasets";
import { firstDifference, OracleInterpreter } from "../testing/oracle/oracle";

/** Every so many-th row of each data set, to bound the time that this file takes; 1 takes them all. */
const everyRow = Number(process.env["ORACLE_EVERY_ROW"] ?? 2);

// The cases end by themselves: on a busy machine too, their runs must not be cut short by time.
const unhurried: Limits = { ...defaultLimits, seconds: 60 };

// Endless programs are common in the data sets: they are compared up to where time ended them.
const sampleLimits: Limits = { ...defaultLimits, seconds: 0.3 };

let python: OracleInterpreter;
const counts = { programs: 0, steps: 0, disagreements: 0 };

beforeAll(async () => {
  python = await OracleInterpreter.start();
});

type Run = { program: string; tests: string; test: string | null; limits: Limits };

/** Where the tracer differs from the oracle on the run, or null. */
function compare(name: string, run: Run): string | null {
  const trace = python.trace(run);
  const patient = { ...run, limits: { ...run.limits, seconds: 3 * run.limits.seconds } };
  const oracle = python.oracle(patient);
  const difference = firstDifference(trace, oracle);
  counts.programs += 1;
  counts.steps += Math.min(trace.steps.length, oracle.steps.length);
  if (difference === null) return null;
  counts.disagreements += 1;
  return `${name}: ${difference}`;
}

const report = (what: string) => {
  const { programs, steps, disagreements } = counts;
  console.info(
    `${what}: ${String(programs)} programs, ${String(steps)} steps, ${String(disagreements)} disagreements`,
  );
};

describe("the tracer agrees with the brute-force oracle", () => {
  it("on every case", { timeout: 300_000 }, () => {
    const found = readGoldenCases().map(({ name, program, tests, test }) =>
      compare(name, { program, tests, test, limits: unhurried }),
    );
    report("cases");
    expect(found.filter((difference) => difference !== null)).toEqual([]);
  });

  it("and keeps of a long run what the whole trace has", { timeout: 300_000 }, () => {
    const steps = 5;
    for (const { name, program, tests, test } of [...readGoldenCases(), ...longRuns]) {
      const run = { program, tests, test, limits: unhurried };
      const whole = python.trace(run);
      const short = python.trace({ ...run, limits: { ...unhurried, steps } });
      expect({ name, trace: short }).toEqual({
        name,
        trace: { ...whole, steps: keptPast(whole.steps, steps) },
      });
    }
  });

  it.skipIf(!existsSync(datasetsFolder))(
    `on the data sets in ${datasetsFolder} (skipped when missing)`,
    { timeout: 300_000 },
    () => {
      const found: (string | null)[] = [];
      for (const { file, samples } of readSamples()) {
        for (const sample of samples.filter((_, at) => at % everyRow === 0)) {
          const { id, program, tests } = sample;
          for (const test of firstFailingAndPassing(sample)) {
            const name = `${id} ${test}`;
            found.push(compare(name, { program, tests, test, limits: sampleLimits }));
          }
        }
        const part = samples.length === 0 ? "missing: skipped" : `1 row of ${String(everyRow)}`;
        report(`with ${file} (${part})`);
      }
      expect(found.filter((difference) => difference !== null)).toEqual([]);
    },
  );
});

/** With more steps than are kept of the end of a run, on lines that run often, rarely and early. */
const longRuns = [
  {
    name: "rare lines",
    program: `def early(n):
    return n * 2

def late(n, seen):
    for i in range(n):
        if i % 400 == 0:
            rare = early(i)
        seen.append(i % 3)
        seen.pop()
        total = i * i
        if i > n - 30: text = str(i)
    return rare
`,
    tests: "seen = []\nassert late(2000, seen) == 3200\n",
    test: "t1",
  },
  {
    name: "many calls",
    program: `def fib(n):
    if n < 2:
        return n
    left = fib(n - 1)
    return left + fib(n - 2)

print(fib(14))
`,
    tests: "",
    test: null,
  },
];

/** The steps below a limit, and of the others each line's first 10 and last 3 and the last 1,000. */
function keptPast(steps: readonly Step[], limit: number): Step[] {
  const seen = new Map<string, number>();
  const lineOf = ({ place, line }: Step) => `${place} ${line}`;
  const positions = steps.map((step) => {
    const position = seen.get(lineOf(step)) ?? 0;
    seen.set(lineOf(step), position + 1);
    return position;
  });
  return steps.filter((step, at) => {
    const position = positions[at] ?? 0;
    const isAtEdge = position < 10 || position >= (seen.get(lineOf(step)) ?? 0) - 3;
    return at < limit || isAtEdge || at >= steps.length - 1_000;
  });
}

/** The ids of the sample's first test that fails and its first that passes, where it has one. */
function firstFailingAndPassing({ program, tests }: Sample): string[] {
  const discovery = python.call("discover", { program, tests });
  if (discovery.kind !== "found") return [];
  const chosen = new Map<boolean, string>();
  for (const { id } of discovery.tests) {
    const limits = { ...sampleLimits, seconds: 0.1 };
    const { status } = python.call("together", { program, tests, test: id, limits });
    const passes = status === "passed";
    if (!chosen.has(passes)) chosen.set(passes, id);
    if (chosen.size === 2) break;
  }
  return [...chosen.values()];
}
