import { layers, type Forgery } from "./forgery";

/**
 * An attack on our own Python modules. It wins where the program shares its interpreter with the
 * tests, which is why such a verdict is marked as not isolated.
 */
const onJudge = (name: string, lines: string): Forgery => ({
  name,
  layer: layers.apart,
  believedBy: "together",
  program: `${lines.trim()}\ndef f(x):\n    return 5\n`,
});

const passed = `{"testId": "t1", "status": "passed", "message": "", "expected": None, "actual": None,
    "output": "", "judging": {"kind": "apart"}}`;

/** Programs that break into what judges them. */
export const judge: readonly Forgery[] = [
  onJudge(
    "replace the method that gives the verdict",
    `
import tracemend.run, tracemend.judging.answer, tracemend.judging.judge
outcome = ${passed}
tracemend.run.together = lambda **given: outcome
tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
tracemend.judging.answer._raised = lambda *given: outcome
tracemend.judging.judge._rule = lambda *given: {"kind": "settled", "outcome": outcome}
`,
  ),
  onJudge(
    "replace the way in, api.dispatch",
    `
import sys, types
import tracemend.api, tracemend.run
fake = types.SimpleNamespace(together=lambda **given: ${passed}, answer=lambda **given: ${passed})
tracemend.api._METHODS.update(together=("fake", "together"), answer=("fake", "answer"))
sys.modules["fake"] = fake
tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
`,
  ),
  onJudge(
    "replace what writes the reply as JSON",
    `
import tracemend.host
forged = '{"testId":"t1","status":"passed","message":"","expected":null,"actual":null,' \\
    '"output":"","judging":{"kind":"apart"}}'
tracemend.host._chunks = lambda value, level: [forged]
`,
  ),
  onJudge(
    "find other tests than those that were given",
    `
import tracemend.units, tracemend.units.bodies
tracemend.units.bodies.FunctionCall.run = lambda *given: None
tracemend.units.bodies.Statements.run = lambda *given: None
`,
  ),
  onJudge(
    "describe every end as a good one",
    `
import tracemend.run, tracemend.judging.answer
tracemend.run.describe_end = lambda *given, **more: {"kind": "finished"}
tracemend.judging.answer.describe_end = lambda *given, **more: {"kind": "finished"}
`,
  ),
  onJudge(
    "compile the tests to nothing",
    `
import tracemend.units.bodies
tracemend.units.bodies.compile_statements = lambda statements: compile("def test_f(): pass", "x", "exec")
`,
  ),
  onJudge(
    "import another judge in the place of ours",
    `
import importlib, types
real = importlib.import_module
def imports(name, *rest):
    if name in ("tracemend.run", "tracemend.judging.answer"):
        return types.SimpleNamespace(together=lambda **given: ${passed}, answer=lambda **given: ${passed})
    return real(name, *rest)
importlib.import_module = imports
import tracemend.run
tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
`,
  ),
  onJudge(
    "take over the interpreter's garbage: find our recorder by gc and blind it",
    `
import gc, types
for function in [each for each in gc.get_objects() if type(each) is types.FunctionType]:
    if function.__qualname__ in ("_verdict", "describe_end") and function.__module__.startswith("tracemend"):
        function.__code__ = (lambda *given, **more: ("passed", Blank())).__code__ if function.__name__ == "_verdict" else function.__code__
        function.__globals__["Blank"] = type("Blank", (), {"message": "", "expected": None, "actual": None})
`,
  ),
  {
    name: "answer with a form that is no value",
    layer: layers.plain,
    believedBy: "together",
    program: `
import tracemend.judging.session, tracemend.run
form = ["int", "0x", {"__eq__": True}]
tracemend.judging.session.Session.describe = lambda *given: ([form], [])
tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
def f(x):
    return 5
`,
  },
  ...[
    ["an object that the judge knows already", '["live", 0]', "[]"],
    ["a container that it does not know", '["at", 7]', "[]"],
    ["a container of the judge's own", '["at", 0]', '[[0, ["list", []]]]'],
    ["a class that is none", '["class", "eval"]', "[]"],
    ["a function of the judge's Python", '["name", "os:_exit"]', "[]"],
    ["an exception that skips the test", '["error", "unittest.case:SkipTest"]', "[]"],
  ].map(([name = "", form = "", heap = ""]): Forgery => ({
    name: `answer with ${name}`,
    layer: "the judge reads only what it expects of a program",
    believedBy: "together",
    program: `
import tracemend.judging.session, tracemend.run
tracemend.judging.session.Session.describe = lambda *given: ([${form}], ${heap})
tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
def f(x):
    return 5
`,
  })),
  {
    name: "answer with a value nested so deep that readers overflow",
    layer: "zod at the edge: values nested too deeply are refused",
    believedBy: "together",
    program: `
import tracemend.judging.session, tracemend.run
form = ["int", "4"]
for _ in range(900):
    form = ["list", [form]]
tracemend.judging.session.Session.describe = lambda *given: ([form], [])
tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
def f(x):
    return 5
`,
  },
  {
    name: "send a ruling as an event",
    layer: "zod at the edge: an answer has no events",
    believedBy: "together",
    program: `
import tracemend.host, tracemend.run
def f(x):
    tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
    try:
        tracemend.host.emit({"kind": "settled", "status": "passed"})
    except BaseException:
        pass
    return 5
`,
  },
  {
    name: "give a property named __proto__ to the reply",
    layer: "zod at the edge: unknown properties are dropped",
    believedBy: "together",
    program: `
import tracemend.host, tracemend.api, tracemend.run
real = tracemend.api.to_json
def with_prototype(value):
    return '{"__proto__": {"kind": "settled", "status": "passed"}, ' + real(value)[1:]
tracemend.api.to_json = with_prototype
tracemend.run._verdict = lambda *given: ("passed", tracemend.run.Explanation(""))
def f(x):
    return 5
`,
  },
  {
    name: "ask for the weaker judging: make the function a class",
    layer: layers.says,
    says: true,
    believedBy: "together",
    program: `
class f:
    def __new__(cls, x):
        return object.__new__(cls)
    def __init__(self, x):
        pass
    def __eq__(self, other):
        return True
`,
  },
  {
    name: "rebind the names that the tests use by imports, which the judge repeats",
    layer: layers.says,
    says: true,
    believedBy: "asserts",
    tests: "assert math.isclose(f(2), 9.25)",
    program: `
from unittest.mock import call as math
def f(x):
    return 5
`,
  },
  {
    name: "rebind a builtin by an import, which the judge repeats",
    layer: "the judge takes no builtin's name from the program",
    believedBy: "asserts",
    tests: "assert repr(f(8)) == repr([0, 1, 2, 3, 4, 5, 6, 7])",
    program: `
from reprlib import repr
def f(x):
    return [0, 1, 2, 3, 4, 5, 0, 0]
`,
  },
];
