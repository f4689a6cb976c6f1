import { expect, it } from "vitest";
import { loadNode } from "../testing/nodeInterpreter";
import { connect } from "./boot";

/**
 * The run's deadline passes after a quiet call has begun, and before the quiet call's own deadline
 * is set: while the depth of the stack is counted, which is made to take as long as that.
 */
const program = `
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

attempt
`;

it("a deadline that passes in our own code is never an interrupt of the program's", async () => {
  const pyodide = await loadNode();
  connect(pyodide);
  const attempt = pyodide.runPython(program) as () => string;
  expect(attempt()).toBe("quiet result");
});
