import { defaultLimits } from "../domain/limits";
import { beforeAll, describe, expect, it } from "vitest";
import { condense } from "../domain/condense";
import { renderDocument } from "../domain/renderers/inline";
import { readGoldenCases } from "../testing/goldenCases";
import { NodeInterpreter } from "../testing/nodeInterpreter";
import { recordTrace } from "./recordTrace";

let python: NodeInterpreter;

beforeAll(async () => {
  python = await NodeInterpreter.start();
});

const loop = `def collatz(n):
    seen = []
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        if n % 5 == 0:
            print(n)
        seen.append(n % 7)
    return seen

for start in range(1, 60):
    length = len(collatz(start))
`;

describe("a run longer than its limit", () => {
  const cases = readGoldenCases().filter(({ expected }) => expected.ends !== "timedOut");
  const chosen = cases.filter((_, index) => index % 4 === 0);

  it.each([...chosen, { name: "loop", program: loop, tests: "", test: null }])(
    "has the same comments and counts as one that was kept whole: $name",
    async ({ program, tests, test }) => {
      const limits = { ...defaultLimits, seconds: 20 };
      const whole = await recordTrace(python, { program, tests, test, limits });
      const small = { ...limits, steps: 5 };
      const kept = await recordTrace(python, { program, tests, test, limits: small });
      const endLine = tests.trimEnd().split("\n").length;
      const unit = { place: "tests", line: 1, endLine } as const;
      const render = (trace: typeof whole) => renderDocument({ program, tests }, unit, trace);
      expect(render(kept)).toBe(render(whole));
      expect(render(condense(whole, 5))).toBe(render(whole));
      expect({ ...kept, steps: [] }).toEqual({ ...whole, steps: [] });
      expect(condense(kept, 5)).toEqual(condense(whole, 5));
    },
  );
});
