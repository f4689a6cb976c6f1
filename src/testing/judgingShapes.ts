import { judgingObjectShapes } from "./judgingObjectShapes";
import { apartAs, inFunction, unittest, type JudgingShape } from "./judgingShape";

const twice = { right: "def f(x): return x * 2", wrong: "def f(x): return x + 2" };
const sorting = {
  right: "def f(xs): xs.sort()",
  wrong: "def f(xs): xs = sorted(xs)",
};
const errors = {
  right: `class AppError(Exception): pass
class NotFound(AppError):
    def __init__(self, key, code=4):
        super().__init__(key)
        self.code = code
    def __str__(self): return f"no {self.args[0]}"
def f(x):
    if x == "a": raise NotFound(x)
    if x == "b": raise ValueError("bad", 3)
    if x == "c": return {}["k"]
    return x`,
  wrong: `class AppError(Exception): pass
class NotFound(Exception):
    code = 5
def f(x):
    if x == "a": raise NotFound("other")
    if x == "b": raise TypeError(3)
    return {"k": 1}`,
};

/** Every shape of test that the workbench takes, each with a right and a wrong program. */
export const judgingShapes: JudgingShape[] = [
  ...judgingObjectShapes,
  ...apartAs(twice, {
    "one call": "assert f(3) == 6",
    "several calls": "assert f(1) + f(3) == 8 and f(5) == 10",
    "a call of a call": "assert f(f(3)) == 12",
    "a loop over cases": "for x, y in [(2, 4), (3, 6)]:\n    assert f(x) == y, x",
    "a loop in a function": inFunction("for x in range(5):\n    assert f(x) == x + x"),
    "a helper function": "def same(x, y):\n    assert f(x) == y\nsame(2, 4)\nsame(3, 6)",
    "a helper that takes the function": "def run(g, x): return g(x)\nassert run(f, 3) == 6",
    "map and sorted": "assert sorted(map(f, [3, 1])) == [2, 6]",
    "a sort key": "assert sorted([3, -1], key=f) == [-1, 3] and f(3) == 6",
    comprehension: "assert {x: f(x) for x in (1, 5)} == {1: 2, 5: 10}",
    "a class for cases":
      "class Case:\n    def __init__(self, x, y): self.x, self.y = x, y\n    def run(self): assert f(self.x) == self.y\ndef test_it():\n    for case in (Case(2, 4), Case(3, 6)): case.run()",
    "isinstance of a result": "assert isinstance(f(3), int) and f(3) > 5",
    "type of a result": "assert type(f(3)) is int and f(3) > 5",
    "is None": "assert f(3) is not None and (f(3) == 6) is True",
    "math.isclose": "import math\nassert math.isclose(f(0.1), 0.2)",
    rounding: "assert round(f(0.15), 2) == 0.3 and abs(f(1.5) - 3) < 1e-9",
    "f-string": "assert f'{f(3):>3}' == '  6'",
    "strings and bytes": "assert f('ab') == 'abab' and f(b'x') == b'xx'",
    "big numbers": "assert f(10**5000) == 2 * 10**5000",
    "Decimal and Fraction":
      "from decimal import Decimal\nfrom fractions import Fraction\nassert f(Decimal('0.5')) == Decimal('1.0')\nassert f(Fraction(1, 3)) == Fraction(2, 3)",
    timedelta: "from datetime import timedelta\nassert f(timedelta(1)) == timedelta(2)",
    "functions of Python as arguments": "assert f(max and 4) == 8 and isinstance(f, object)",
    "test class of pytest's kind":
      "class TestF:\n    def setup_method(self): self.n = 3\n    def test_it(self): assert f(self.n) == 6",
    "callable and name": "assert callable(f) and f.__name__ == 'f' and f(3) == 6",
    "keyword arguments": "assert f(x=3) == 6 and f(**{'x': 4}) == 8 and f(*[5]) == 10",
    "a module of the program": "import solution\nassert solution.f(3) == 6",
    "another name": "from solution import f as g\nassert g(3) == 6",
    "HumanEval's check":
      "def check(candidate):\n    assert candidate(3) == 6\n    for x in range(4): assert candidate(x) == 2 * x\ncheck(f)",
    "HumanEval's check with a helper":
      "def close(a, b): return abs(a - b) < 1e-6\ndef check(candidate):\n    assert close(candidate(0.25), 0.5)\ncheck(f)",
    "random inputs":
      "import random\nfor _ in range(5):\n    n = random.randint(3, 99)\n    assert f(n) == n + n",
    "a try without except": "try:\n    assert f(3) == 6\nfinally:\n    pass",
    assertEqual: unittest("self.assertEqual(f(3), 6)\nself.assertNotEqual(f(4), 9)"),
    assertAlmostEqual: unittest("self.assertAlmostEqual(f(0.1 + 0.2), 0.6)"),
    "setUp and subTest": unittest(
      "for n in self.ns:\n    with self.subTest(n=n): self.assertEqual(f(n), 2 * n)",
      "    def setUp(self): self.ns = [1, 3]\n",
    ),
    "setUpClass and addCleanup": unittest(
      "self.addCleanup(self.done.append, 1)\nself.assertEqual(f(self.n), 6)",
      "    done = []\n    @classmethod\n    def setUpClass(cls): cls.n = 3\n",
    ),
    "assertIn and others": unittest(
      "self.assertIn(f(3), [6, 7])\nself.assertTrue(f(3))\nself.assertIsInstance(f(1), int)\nself.assertGreater(f(3), 5)\nself.assertIsNone(None if f(3) == 6 else 1)",
    ),
    assertListEqual: unittest(
      "self.assertListEqual(f([1]), [1, 1])\nself.assertCountEqual(f([2, 1]), [1, 2, 2, 1])",
    ),
    "a main block": "if __name__ == '__main__':\n    assert f(3) == 6",
    "a shipped constant": "LIMIT = 3\ndef test_it():\n    assert f(LIMIT) == 6",
    "doctest of asserts": "assert [f(x) for x in (1, 2, 3)] == [2, 4, 6]",
  }),
  ...apartAs(sorting, {
    "an argument changed in place": "xs = [3, 1, 2]\nf(xs)\nassert xs == [1, 2, 3]",
    "in place, in a function": inFunction("xs = [3, 1]\nassert f(xs) is None\nassert xs == [1, 3]"),
    "one argument seen by two names": "xs = ys = [2, 1]\nf(xs)\nassert ys == [1, 2]",
    "a part of an argument": "m = [[2, 1], [4, 3]]\nf(m[1])\nassert m == [[2, 1], [3, 4]]",
    "in place, in a loop": "for xs in ([2, 1], [3, 1]):\n    f(xs)\n    assert xs[0] == 1",
    "in place, with unittest": unittest("xs = [2, 1]\nf(xs)\nself.assertEqual(xs, [1, 2])"),
  }),
  {
    name: "an argument that must not change",
    right: "def f(xs): return sorted(xs)",
    wrong: "def f(xs):\n    xs.sort()\n    return xs",
    tests: "xs = [2, 1]\nassert f(xs) == [1, 2] and xs == [2, 1]",
  },
  {
    name: "the result is the argument",
    right: "def f(xs):\n    xs.append(1)\n    return xs",
    wrong: "def f(xs): return xs + [1]",
    tests: "xs = []\nassert f(xs) is xs and xs == [1]",
  },
  {
    name: "an object in two places of an argument",
    right: "def f(g):\n    g[0][0] = 1\n    return g",
    wrong: "def f(g):\n    g = [list(r) for r in g]\n    g[0][0] = 1\n    return g",
    tests: "g = [[0]] * 2\nassert f(g) == [[1], [1]] and g[1] is g[0] and g[1] == [1]",
  },
  {
    name: "two arguments, one object",
    right: "def f(a, b):\n    a.append(1)\n    return len(b)",
    wrong: "def f(a, b):\n    a = a + [1]\n    return len(b)",
    tests: "xs = []\nassert f(xs, xs) == 1",
  },
  {
    name: "dictionaries and sets in place",
    right: "def f(d, s):\n    d['n'] = d.pop('o')\n    s.discard(2)\n    s.add(5)",
    wrong: "def f(d, s):\n    d['n'] = 1\n    s.add(5)",
    tests: "d, s = {'o': [1]}, {2}\nf(d, s)\nassert d == {'n': [1]} and s == {5}",
  },
  {
    name: "deques, counters and defaultdicts in place",
    right: "def f(q, c, d):\n    q.append(9)\n    c['a'] += 1\n    d['k'].append(1)",
    wrong: "def f(q, c, d):\n    q.append(9)\n    c['a'] += 1\n    d['k']",
    tests:
      "from collections import *\nq, c, d = deque([1], 1), Counter('a'), defaultdict(list)\nf(q, c, d)\nassert (list(q), c['a'], d['k']) == ([9], 2, [1]) and d['new'] == []",
  },
  {
    name: "a bytearray in place",
    right: "def f(b): b.extend(b'x')",
    wrong: "def f(b): b += b'xx'",
    tests: "b = bytearray(b'a')\nf(b)\nassert b == b'ax'",
  },
  {
    name: "a result that changes later",
    right: "row = []\ndef f(i):\n    row[:] = [i]\n    return row",
    wrong: "def f(i): return [i]",
    tests: "assert [f(1), f(2)] == [[2], [2]]",
  },
  {
    name: "a default argument that remembers",
    right: "def f(x, seen=None): return [x] if seen is None else seen + [x]",
    wrong: "def f(x, seen=[]):\n    seen.append(x)\n    return seen",
    tests: "first = f(1)\nf(2)\nassert first == [1] and f(3) == [3]",
  },
  {
    name: "the test changes what the program holds",
    right: "held = []\ndef keep(xs): held.append(xs)\ndef total(): return sum(map(sum, held))",
    wrong:
      "held = []\ndef keep(xs): held.append(list(xs))\ndef total(): return sum(map(sum, held))",
    tests: "xs = [1]\nkeep(xs)\nxs.append(5)\nassert total() == 6",
  },
  {
    name: "in place before an exception",
    right: "def f(xs):\n    xs.append(1)\n    raise ValueError('late')",
    wrong: "def f(xs): raise ValueError('late')",
    tests: "xs = []\ntry:\n    f(xs)\nexcept ValueError:\n    pass\nassert xs == [1]",
  },
  {
    name: "an argument that holds itself",
    right: "def f(xs): return xs[0] is xs",
    wrong: "def f(xs): return xs[0] is not xs",
    tests: "xs = []\nxs.append(xs)\nassert f(xs)",
  },
  {
    name: "a state between calls",
    right: "n = 0\ndef f():\n    global n\n    n += 1\n    return n",
    wrong: "n = 0\ndef f(): return n + 1",
    tests: "assert f() == 1\nassert f() + f() == 3",
  },
  {
    name: "variables of the program",
    right:
      "LIMIT = 3\nlog = []\ndef f(x):\n    global last\n    last = x\n    log.append(x)\nlast = None",
    wrong: "LIMIT = 4\nlog = []\ndef f(x):\n    last = x\nlast = None",
    tests:
      "import program\nassert program.LIMIT == 3\ndef test_it():\n    f(1)\n    assert log == [1] and last == 1",
  },
  ...apartAs(
    { right: twice.right, wrong: "import unittest\ndef f(x): raise unittest.SkipTest('later')" },
    { "a test that the program has skipped": unittest("self.assertEqual(f(3), 6)") },
  ),
  ...apartAs(errors, {
    "an expected exception":
      "try:\n    f('b')\n    assert False\nexcept ValueError as e:\n    assert e.args == ('bad', 3)",
    "an expected KeyError":
      "try:\n    f('c')\n    assert False\nexcept KeyError as e:\n    assert e.args == ('k',)",
    assertRaises: unittest(
      "with self.assertRaises(ValueError): f('b')\nself.assertRaises(KeyError, f, 'c')",
    ),
    assertRaisesRegex: unittest("with self.assertRaisesRegex(ValueError, 'bad'): f('b')"),
    "an exception class of the program":
      "try:\n    f('a')\nexcept NotFound as e:\n    assert str(e) == 'no a' and e.code == 4\nelse:\n    assert False",
    "its base class": unittest(
      "with self.assertRaises(AppError) as caught: f('a')\nself.assertEqual(caught.exception.code, 4)",
    ),
    "no exception expected": inFunction("assert f('z') == 'z'"),
  }),
  ...apartAs(
    {
      right: "import json\ndef f(x): return json.loads(x)",
      wrong: "def f(x): return x",
    },
    {
      "an exception of a standard module":
        "import json\ntry:\n    f('{')\n    assert False\nexcept json.JSONDecodeError as e:\n    assert 'Expecting' in str(e)",
    },
  ),
  ...apartAs(
    {
      right:
        "def f(g, xs): return [g(x) for x in xs]\ndef deco(g):\n    def inner(*a): return g(*a) + 1\n    return inner",
      wrong: "def f(g, xs): return list(xs)\ndef deco(g): return g",
    },
    {
      "a lambda as argument": "assert f(lambda x: x + 1, [1, 2]) == [2, 3]",
      "a lambda that knows a variable":
        "k = 3\ndef test_it():\n    m = 2\n    assert f(lambda x: x * k + m, [1]) == [5]",
      "a function of Python as argument":
        "assert f(abs, [-1]) == [1] and f(str.upper, ['a']) == ['A']",
      "a function that remembers its calls":
        "calls = []\ndef g(x):\n    calls.append(x)\n    return -x\ndef test_it():\n    assert f(g, [1, 2]) == [-1, -2] and calls == [1, 2]",
      "a decorator":
        "@deco\ndef plus(a, b): return a + b\ndef test_it():\n    assert plus(1, 2) == 4",
    },
  ),
  {
    name: "a function that asserts as argument",
    right: "def f(g): g(1)",
    wrong: "def f(g): g(2)",
    tests: "def check_one(x):\n    assert x == 1\ndef test_it():\n    f(check_one)",
    together: "checks or raises something",
  },
  {
    name: "a recursive function as argument",
    right: "def f(g): return g(3)",
    wrong: "def f(g): return g(2)",
    tests: "def g(n): return n and n * g(n - 1) or 1\nassert f(g) == 6",
    together: "refers to itself",
  },
  ...apartAs(
    {
      right: "def f(x):\n    print('got', x)\n    return x",
      wrong: "def f(x):\n    print('had', x)\n    return x",
    },
    {
      "printed output, captured":
        "import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    f(3)\n    assert out.getvalue() == 'got 3\\n'",
      "printed output, by sys.stdout": inFunction(
        "import io, sys\nold, sys.stdout = sys.stdout, io.StringIO()\nf(3)\ntext, sys.stdout = sys.stdout.getvalue(), old\nassert text == 'got 3\\n'",
      ),
    },
  ),
  {
    name: "doctests that share a state",
    right:
      'def f(x):\n    """\n    >>> y = f(1)\n    >>> f(y)\n    4\n    >>> f("a")\n    \'aa\'\n    """\n    return x * 2',
    wrong:
      'def f(x):\n    """\n    >>> y = f(1)\n    >>> f(y)\n    4\n    >>> f("a")\n    \'aa\'\n    """\n    return x',
    tests: "",
  },
  {
    name: "doctests of an object and an exception",
    right:
      'class A:\n    """\n    >>> a = A(3)\n    >>> a\n    A(3)\n    >>> a.n\n    3\n    >>> a.x()\n    Traceback (most recent call last):\n    ValueError: no"""\n    def __init__(self, n): self.n = n\n    def __repr__(self): return f"A({self.n})"\n    def x(self): raise ValueError("no")',
    wrong:
      'class A:\n    """\n    >>> a = A(3)\n    >>> a\n    A(3)\n    >>> a.n\n    3\n    >>> a.x()\n    Traceback (most recent call last):\n    ValueError: no"""\n    def __init__(self, n): self.n = -n\n    def __repr__(self): return f"A({self.n})"\n    def x(self): raise ValueError("yes")',
    tests: "",
  },
  {
    name: "NaN",
    right: "def f(): return float('nan')",
    wrong: "def f(): return 0.0",
    tests: "assert f() != f()",
  },
  {
    name: "sets, tuples and frozensets",
    right: "def f(x): return {x, (x, frozenset([x]))}",
    wrong: "def f(x): return {x}",
    tests: "assert f(1) == {1, (1, frozenset([1]))}",
  },
  {
    name: "views of a dictionary",
    right: "def f(d): return d.keys()",
    wrong: "def f(d): return list(d)[:1]",
    tests: "assert f({'a': 1, 'b': 2}) == {'a', 'b'} and sorted(f({'b': 1, 'a': 2})) == ['a', 'b']",
  },
  {
    name: "dates",
    right: "import datetime\ndef f(y): return datetime.date(y, 1, 1)",
    wrong: "import datetime\ndef f(y): return datetime.date(y, 1, 2)",
    tests: "from datetime import date\nassert f(2024) == date(2024, 1, 1) and f(2024).year == 2024",
  },
  {
    name: "a name that the program reads",
    right: "def f(x): return x * k",
    wrong: "def f(x): return x + k",
    tests: "k = 3\nassert f(3) == 9",
    together: "gives k a meaning that the program reads",
  },
  ...(
    [
      ["eval", "assert eval('f(3)') == 6", "eval"],
      ["mocks", "from unittest.mock import patch\nassert f(3) == 6", "replaces parts"],
      [
        "input replaced",
        "import builtins\nbuiltins.input = lambda: '3'\nassert f(3) == 6",
        "builtins",
      ],
      [
        "standard input replaced",
        "import io, sys\nsys.stdin = io.StringIO('3')\nassert f(3) == 6",
        "interpreter",
      ],
      ["files", "with open('x', 'w') as file: file.write('3')\nassert f(3) == 6", "opens a file"],
      ["coroutines", "import asyncio\nasync def test_it(): assert f(3) == 6", "coroutines"],

      [
        "whether numbers are one object",
        "n = 10 ** 30\nassert f(n // 2) is not n and f(3) == 6",
        "one object",
      ],

      ["type as a value", "assert list(map(type, [f(3)])) == [int] and f(3) == 6", "type"],
    ] as const
  ).map(([name, tests, together]): JudgingShape => ({ name, ...twice, tests, together })),
];
