import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readCorrectPrograms } from "../../testing/correctPrograms";
import { bootNode } from "../../testing/nodeInterpreter";

const probe = new URL("../../testing/searching/probe.py", import.meta.url);
const wovenSchema = z.object({
  otherwise: z.array(z.string()),
  woven: z.number(),
  edits: z.number(),
});
const grownSchema = z.object({ otherwise: z.array(z.string()), terms: z.number() });

/** Calls a function of the probe; arguments and result go as JSON. */
let call: (name: string, ...args: unknown[]) => unknown;
beforeAll(async () => {
  const { pyodide } = await bootNode({ "searching_probe.py": readFileSync(probe, "utf8") });
  const run = pyodide.runPython(
    "import json, searching_probe\nlambda name, args: json.dumps(getattr(searching_probe, name)(*json.loads(args)))",
  ) as (name: string, args: string) => string;
  call = (name, ...args) => JSON.parse(run(name, JSON.stringify(args)));
});

describe("the program that holds all edits", () => {
  const programs = readCorrectPrograms().filter((_, index) => index % 2 === 0);

  it.each(programs.map((one) => [one.name, one] as const))(
    "does for %s what each edited text does",
    (_, { program, tests }) => {
      const { otherwise, woven, edits } = wovenSchema.parse(
        call("woven_otherwise", program, tests, 80),
      );
      expect(otherwise).toEqual([]);
      expect(woven).toBeGreaterThan(edits / 2);
    },
  );
});

describe("terms", () => {
  it("have the values that Python gives their texts", () => {
    const { otherwise, terms } = grownSchema.parse(call("grown_otherwise", 3));
    expect(otherwise).toEqual([]);
    expect(terms).toBeGreaterThan(3_000);
  });
});
