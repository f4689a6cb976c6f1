import { beforeAll, expect, it } from "vitest";
import { bootNode } from "../testing/nodeInterpreter";

let runPython: (code: string) => unknown;

beforeAll(async () => {
  const { pyodide } = await bootNode();
  runPython = (code) => pyodide.runPython(code) as unknown;
});

it("a deadline that passes while a quiet call begins is no interrupt of the program's", () => {
  // While the depth of the stack is counted, which is made to take until then.
  const result = runPython(`
import time
from tracemend.running import guard

slow = """
def stack_depth():
    while time.perf_counter() < guard.guarded.current._ends + 0.05:
        pass
    return 50
"""
namespace = {"time": time, "guard": guard}
exec(compile(slow, guard.__file__, "exec"), namespace)

def attempt():
    fast = guard.stack_depth
    with guard.guarded({"seconds": 0.02, "output": 100}) as run:
        guard.stack_depth = namespace["stack_depth"]
        try:
            return run.quietly(lambda: "quiet result")
        finally:
            guard.stack_depth = fast

attempt()
`);
  expect(result).toBe("quiet result");
});

it("a signal that arrives when the run is over does not set a deadline behind it", () => {
  const result = runPython(`
import time
from tracemend.running.guard import guarded

with guarded({"seconds": 0.02, "output": 100}) as run:
    pass
run._interrupted(2, None)
end = time.perf_counter() + 0.1
while time.perf_counter() < end:
    pass
"done"
`);
  expect(result).toBe("done");
});
