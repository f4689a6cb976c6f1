import { describe, expect, it } from "vitest";
import type { TestOutcome } from "../domain/test";
import { largestRequest } from "../testing/largestRequest";
import { buildPrompt } from "./prompt";

const golden = `# Instruction
Return the largest number of xs, which holds at least one number.

# Program with its trace
\`\`\`python
def largest(xs):  # (0) xs=[-3, -1];
    best = 0  # (1) best=0;
    for x in xs:  # (2) x=-3; (3) x=-1;
        if x > best:
            best = x
    return best  # (4) __return__=0;
\`\`\`

The trace is of test 1. It ended with AssertionError at line 1 of the tests.

# Tests and outcomes
Test 1: failed
\`\`\`python
assert largest([-3, -1]) == -1
\`\`\`
expected: -1
actual: 0
message: largest([-3, -1]) gave 0, not -1

Test 2: passed
\`\`\`python
assert largest([2, 9, 4]) == 9
\`\`\`

Test 3: failed
\`\`\`python
assert largest([-8, -2, -5]) == -2
\`\`\`
expected: -2
actual: 0
message: largest([-8, -2, -5]) gave 0, not -2

# Your answer
First write the rationale, in prose and without code blocks: what the program did, where that first departs from what it should do, and why. Cite the trace's steps by their numbers, such as (4), and lines by theirs, such as line 2.
Then give the whole fixed program, once, in one \`\`\`python block, without the trace comments and without the tests.`;

function userPrompt(change: (request: ReturnType<typeof largestRequest>) => void): string {
  const request = largestRequest();
  change(request);
  return buildPrompt(request)[1]?.content ?? "";
}

describe("buildPrompt", () => {
  it("gives instruction, program with inline trace, tests and outcomes, and the request", () => {
    const [system, user, ...rest] = buildPrompt(largestRequest());
    expect(system?.role).toBe("system");
    expect(system?.content).toContain("You repair Python programs.");
    expect(user).toEqual({ role: "user", content: golden });
    expect(rest).toEqual([]);
  });

  it("says so when there is no instruction", () => {
    const text = userPrompt((request) => {
      request.problem.instruction = " ";
    });
    expect(text).toContain("(none given: go by the program and its tests)");
  });

  it("fences a program with fences of its own by a longer mark, and asks for that", () => {
    const text = userPrompt((request) => {
      request.problem.program = 'def f():\n    """\n    ```\n    """\n';
      request.trace = { ...request.trace, steps: [] };
    });
    expect(text).toContain('````python\ndef f():\n    """\n    ```\n    """\n````');
    expect(text).toContain("in one ````python block");
  });

  it("counts tests beyond the shown ones and bounds long values", () => {
    const request = largestRequest();
    const [test] = request.tests;
    const [outcome] = request.outcomes;
    if (test === undefined || outcome === undefined) throw new Error("no test");
    const ids = Array.from({ length: 30 }, (_, index) => `many${String(index)}`);
    const long: TestOutcome = { ...outcome, actual: "9".repeat(5_000) };
    const [, user] = buildPrompt({
      ...request,
      tests: ids.map((id) => ({ ...test, id })),
      outcomes: ids.map((testId) => ({ ...long, testId })),
    });
    expect(user?.content).toContain("(18 more tests are not shown.)");
    expect(user?.content.match(/^Test /gm)).toHaveLength(12);
    expect(user?.content).not.toContain("9".repeat(700));
  });

  it.each([
    [{ kind: "timedOut", seconds: 5 } as const, "stopped after 5 s"],
    [{ kind: "outputLimit", characters: 20_000 } as const, "after printing 20000 characters"],
    [{ kind: "finished" } as const, "It ran to its end."],
  ])("tells how the traced run ended: %j", (end, words) => {
    const text = userPrompt((request) => {
      request.trace = { ...request.trace, testId: null, end };
    });
    expect(text).toContain("The trace is of the program alone.");
    expect(text).toContain(words);
  });
});
