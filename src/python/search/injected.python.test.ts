import { beforeAll, describe, expect, it } from "vitest";
import { makeBugs, readCorrectPrograms, type MadeBug } from "../../testing/correctPrograms";
import { NodeInterpreter } from "../../testing/nodeInterpreter";
import { search, searchArgs } from "../../testing/searchRun";

/** How many candidates the search may try for one bug. */
const most = 250;
/** Of so many bugs. */
const count = 66;

let interpreter: NodeInterpreter;
let bugs: MadeBug[];
beforeAll(async () => {
  interpreter = await NodeInterpreter.start();
  const options = { difficulty: "easy" as const, count: 2, seed: 1 };
  // Enough of them: the last ones are the examples, which are searched elsewhere.
  const programs = readCorrectPrograms().slice(0, 38);
  bugs = (await makeBugs(interpreter, programs, options)).slice(0, count);
});

describe("injected bugs of the easy level", () => {
  it("are repaired within a bounded number of candidates, most as they were before", async () => {
    const missed: string[] = [];
    let restored = 0;
    for (const { program, of } of bugs) {
      const args = await searchArgs(interpreter, { program, tests: of.tests });
      const { found } = await search(interpreter, { ...args, most });
      if (found.length === 0) missed.push(`${of.name}: ${program}`);
      restored += found.some(({ fix }) => fix === of.program) ? 1 : 0;
    }
    expect(bugs).toHaveLength(count);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(count - 60);
    expect(restored).toBeGreaterThanOrEqual(50);
  });
});
