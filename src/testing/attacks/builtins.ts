import { layers, type Forgery } from "./forgery";

const layer = layers.apart;

/** A builtin function of the tests that the program replaces. */
const patched = (name: string, replacement: string, tests: string, given: string): Forgery => ({
  name: `patch ${name}`,
  layer,
  believedBy: "asserts",
  tests,
  program: `
import builtins
builtins.${name} = ${replacement}
def f(x):
    return ${given}
`,
});

/** Programs that replace what the tests, or those who run them, are made of. */
export const builtins: readonly Forgery[] = [
  patched("len", "lambda values: 3", "assert len(f(2)) == 3", "[1]"),
  patched("isinstance", "lambda *given: True", "assert isinstance(f(2), str)", "5"),
  patched("abs", "lambda value: 0", "assert abs(f(2) - 9.25) < 1e-9", "5.0"),
  patched("round", "lambda *given: 9.25", "assert round(f(2), 2) == 9.25", "5.0"),
  patched("sorted", "lambda values: [1, 2, 7]", "assert sorted(f(2)) == [1, 2, 7]", "[]"),
  patched("all", "lambda values: True", "assert all(f(n) == n * n for n in range(9))", "5"),
  patched("set", "lambda values: 0", "assert set(f(2)) == set('abc')", "'xyz'"),
  patched(
    "str",
    "type('S', (str,), {'__eq__': lambda *two: True})",
    "assert str(f(2)) == '9'",
    "5",
  ),
  patched("type", "lambda value: int", "assert type(f(2)) is int", "'5'"),
  patched(
    "zip",
    "lambda *given: []",
    "for a, b in zip(f(2), [1, 2]):\n    assert a == b",
    "[5, 5]",
  ),
  {
    name: "replace AssertionError",
    layer,
    believedBy: "failures",
    program: `
import builtins
class Quiet(Exception):
    pass
builtins.AssertionError = Quiet
def f(x):
    return 5
`,
  },
  {
    name: "make the exception that a test expects the base of all",
    layer,
    believedBy: "asserts",
    tests: "try:\n    f(-1)\n    assert False\nexcept ValueError:\n    pass",
    program: `
import builtins
builtins.ValueError = BaseException
def f(x):
    return 5
`,
  },
  {
    name: "compile other code than the tests'",
    layer,
    believedBy: "asserts",
    program: `
import builtins
real = builtins.compile
builtins.compile = lambda text, *rest, **more: real("pass", *rest, **more)
def f(x):
    return 5
`,
  },
  {
    name: "execute nothing",
    layer,
    believedBy: "asserts",
    program: `
import builtins
builtins.exec = lambda *given, **more: None
def f(x):
    return 5
`,
  },
  {
    name: "evaluate the expected value to another",
    layer,
    believedBy: "compares",
    program: `
import builtins
builtins.eval = lambda text, *rest: 5
def f(x):
    return 5
`,
  },
  {
    name: "patch __build_class__, so that test classes are empty",
    layer,
    believedBy: "cases",
    program: `
import builtins
real = builtins.__build_class__
def build(body, name, *bases, **more):
    made = real(body, name, *bases, **more)
    if name == "Case":
        made.test = lambda self: None
    return made
builtins.__build_class__ = build
def f(x):
    return 5
`,
  },
  {
    name: "patch __import__",
    layer: layers.noImport,
    believedBy: "asserts",
    tests: "import math\nassert math.isclose(f(2), 48.5)",
    program: `
import builtins, types
builtins.__import__ = lambda *given, **more: types.SimpleNamespace(isclose=lambda *two: True)
def f(x):
    return 5
`,
  },
  {
    name: "patch math.isclose",
    layer: layers.noImport,
    believedBy: "asserts",
    tests: "import math\nassert math.isclose(f(2), 48.5)",
    program: `
import math
math.isclose = lambda *two, **more: True
def f(x):
    return 5
`,
  },
  {
    name: "patch the comparison of collections.Counter",
    layer: layers.noImport,
    believedBy: "asserts",
    tests: "from collections import Counter\nassert Counter(f(2)) == Counter('aab')",
    program: `
from collections import Counter
Counter.__eq__ = lambda self, other: True
def f(x):
    return ""
`,
  },
  {
    name: "patch copy.deepcopy",
    layer: layers.noImport,
    believedBy: "asserts",
    tests: "import copy\nx = [3, 1]\ny = copy.deepcopy(x)\nassert f(y) == [1, 3]",
    program: `
import copy
class Any(list):
    def __eq__(self, other):
        return True
copy.deepcopy = lambda value: Any(value)
def f(x):
    return x
`,
  },
  {
    name: "patch unittest's assertEqual",
    layer,
    believedBy: "cases",
    program: `
import unittest
unittest.TestCase.assertEqual = lambda *given, **more: None
def f(x):
    return 5
`,
  },
  {
    name: "patch unittest's run",
    layer,
    believedBy: "cases",
    program: `
import unittest
unittest.TestCase.run = unittest.TestCase.__call__ = lambda self, result=None: result
def f(x):
    return 5
`,
  },
  {
    name: "patch operator.eq",
    layer,
    believedBy: "compares",
    program: `
import operator
operator.eq = lambda one, other: True
def f(x):
    return 5
`,
  },
  {
    name: "patch repr",
    layer,
    believedBy: "shows",
    program: `
import builtins
builtins.repr = lambda value: "the same"
def f(x):
    return 5
`,
  },
  {
    name: "patch print, so that the report says passed",
    layer,
    believedBy: "prints",
    program: `
import builtins
real = builtins.print
builtins.print = lambda *given: real('{"status": "passed"}')
def f(x):
    return 5
`,
  },
  {
    name: "patch json.dumps",
    layer,
    believedBy: "prints",
    program: `
import json
json.dumps = lambda *given, **more: '{"status": "passed"}'
def f(x):
    return 5
`,
  },
  {
    name: "patch json's decoder",
    layer,
    believedBy: "prints",
    program: `
import json
json.JSONDecoder.decode = lambda *given, **more: {"status": "passed"}
def f(x):
    return 5
`,
  },
  {
    name: "replace standard output by one that rewrites the report",
    layer,
    believedBy: "prints",
    program: `
import sys
class Rewriting:
    def __init__(self, stream):
        self.stream = stream
    def write(self, text):
        return self.stream.write(text.replace("failed", "passed"))
    def flush(self):
        pass
sys.stdout = Rewriting(sys.stdout)
def f(x):
    return 5
`,
  },
];
