"""Judges without the defences, as they are often written: what each attack wins against.

Each takes a program and a text of tests and says whether the tests pass. They share an interpreter
with the program, look up what they use when they use it, and believe what they are given.
"""

import atexit
import builtins
import contextlib
import io
import json
import linecache
import operator
import os
import site
import sys
import unittest

PLACE = "/tmp/tests.py"
# The tests of the moment, where a program that looks for them can find them.
current = None


def judge(way, program, tests):
    """Whether `tests` pass by one of the ways below; an exception is no pass."""
    namespace = {"__name__": "__main__"}
    return WAYS[way](program, tests, namespace)


def asserts(program, tests, namespace):
    """Runs the program, then the tests in its namespace; passes if nothing is raised."""
    publish(tests)
    exec(program, namespace)
    try:
        builtins.exec(builtins.compile(tests, PLACE, "exec"), namespace)
    except BaseException:
        return False
    return True


def failures(program, tests, namespace):
    """Counts failed assertions; other exceptions are errors, and no failures."""
    failed = 0
    exec(program, namespace)
    try:
        exec(compile(tests, PLACE, "exec"), namespace)
    except AssertionError:
        failed += 1
    except BaseException:
        pass
    return failed == 0


def compares(program, tests, namespace):
    """Evaluates both sides of `assert CALL == VALUE` and compares them."""
    call, value = tests.removeprefix("assert ").split(" == ")
    exec(program, namespace)
    expected = builtins.eval(value)
    case = {"call": call, "expected": expected, "notes": []}
    return bool(operator.eq(eval(case["call"], namespace), case["expected"]))


def shows(program, tests, namespace):
    """The same, with the texts of both sides."""
    call, value = tests.removeprefix("assert ").split(" == ")
    exec(program, namespace)
    return builtins.repr(eval(call, namespace)) == builtins.repr(eval(value))


def prints(program, tests, namespace):
    """Runs the tests like a script that prints its report last, and reads the last line printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = "passed" if asserts(program, tests, namespace) else "failed"
        builtins.print(json.dumps({"status": status}))
        atexit._run_exitfuncs()
    lines = printed.getvalue().splitlines()
    return json.JSONDecoder().decode(lines[-1])["status"] == "passed"


def exits(program, tests, namespace):
    """Runs program and tests like a script, and looks at its exit status."""
    status = 0
    try:
        exec(program, namespace)
        exec(compile(tests, PLACE, "exec"), namespace)
    except SystemExit as end:
        status = end.code or 0
    except BaseException as error:
        status = 1
        try:
            sys.excepthook(type(error), error, error.__traceback__)
        except SystemExit as end:
            status = end.code or 0
    return status == 0


def cases(program, tests, namespace):
    """Runs the tests as the body of a method of a `unittest.TestCase`."""
    exec(program, namespace)
    left, right = tests.removeprefix("assert ").split(" == ")
    text = (
        "import unittest\n"
        "class Case(unittest.TestCase):\n"
        f"    def test(self):\n        self.assertEqual({left}, {right})\n"
    )
    exec(text, namespace)
    result = unittest.TestResult()
    unittest.TestSuite([namespace["Case"]("test")]).run(result)
    return result.wasSuccessful()


def restarts(program, tests, namespace):
    """Begins with what a start of Python reads from the disk, and then does as `asserts`."""
    for folder in filter(os.path.isdir, list(sys.path)):
        site.addsitedir(folder)
    return asserts(program, tests, namespace)


def publish(tests):
    """Put the tests where test runners have them: a file, `linecache`, a variable."""
    global current
    current = tests
    with open(PLACE, "w") as file:
        file.write(tests)
    linecache.cache[PLACE] = (len(tests), None, tests.splitlines(keepends=True), PLACE)


WAYS = {
    way.__name__: way
    for way in (asserts, failures, compares, shows, prints, exits, cases, restarts)
}
