"""How units run: the code of each kind, compiled with the lines and the file name it was written
under.
"""

import ast
import unittest
from dataclasses import dataclass
from functools import cached_property

from tracemend.running.bounds import TESTS
from tracemend.running.event_loop import BlockingLoop, no_running_loop, run_coroutine
from tracemend.units.recorder import NAME as RECORDER_NAME
from tracemend.units.recorder import record_asserts


class _Body:
    """Compiles the statements that `executed` gives: once for each kind of recorder."""

    def execute(self, namespace, recorder):
        """Execute them in the namespace."""
        if recorder is None:
            exec(self.code, namespace)
            return
        namespace[RECORDER_NAME] = recorder
        kind = type(recorder)
        if kind not in self._recording:
            statements = recorder.rewrite(record_asserts(self.executed))
            self._recording[kind] = compile_statements(statements)
        exec(self._recording[kind], namespace)

    @cached_property
    def code(self):
        """What is executed when nothing is to be recorded."""
        return compile_statements(self.executed)

    @cached_property
    def _recording(self):
        return {}


@dataclass
class Statements(_Body):
    """Statements of the Tests box, one after the other."""

    statements: list

    def run(self, namespace, recorder):
        self.execute(namespace, recorder)

    @property
    def executed(self):
        return self.statements


@dataclass
class CheckBody(_Body):
    """A part of HumanEval's `def check(candidate)`: the function with fewer statements, called with
    the entry point.
    """

    setup: list
    function: ast.FunctionDef
    entry: str

    def run(self, namespace, recorder):
        self.execute(namespace, recorder)
        check = namespace[self.function.name]
        try:
            entry = namespace[self.entry]
        except KeyError:
            raise NameError(f"name {self.entry!r} is not defined", name=self.entry) from None
        check(entry)

    @property
    def executed(self):
        return [*self.setup, self.function]


@dataclass
class FunctionCall(_Body):
    """A test function without parameters, after the definitions of its file."""

    setup: list
    name: str

    def run(self, namespace, recorder):
        self.execute(namespace, recorder)
        result = namespace[self.name]()
        if hasattr(result, "__await__"):
            run_coroutine(result)

    @property
    def executed(self):
        return self.setup


@dataclass
class CaseMethod(_Body):
    """One method of a `unittest.TestCase`, with the fixtures of its class."""

    setup: list
    class_name: str
    method: str

    def run(self, namespace, recorder):
        self.execute(namespace, recorder)
        case = namespace[self.class_name](self.method)
        if isinstance(case, unittest.IsolatedAsyncioTestCase):
            case.loop_factory = BlockingLoop
        result = _FirstFailure()
        with no_running_loop():
            unittest.TestSuite([case]).run(result)
        if result.failure is not None:
            raise result.failure

    @property
    def executed(self):
        return self.setup


@dataclass
class PlainMethod(_Body):
    """One method of a test class that derives from nothing, as pytest runs it."""

    setup: list
    class_name: str
    method: str

    def run(self, namespace, recorder):
        self.execute(namespace, recorder)
        instance = namespace[self.class_name]()
        prepare = getattr(instance, "setup_method", None)
        if prepare is not None:
            prepare()
        result = getattr(instance, self.method)()
        if hasattr(result, "__await__"):
            run_coroutine(result)

    @property
    def executed(self):
        return self.setup


class _FirstFailure(unittest.TestResult):
    """Keeps the exception of the first thing that went wrong, with its traceback."""

    def __init__(self):
        super().__init__()
        self.failure = None

    def addError(self, test, err):
        self._keep(err[1])

    def addFailure(self, test, err):
        self._keep(err[1])

    def addSkip(self, test, reason):
        # Else a program could pass by raising SkipTest.
        self._keep(AssertionError(f"the test was skipped, so it shows nothing: {reason}"))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            err[1].add_note(f"in the sub-test {subtest._subDescription()}")
            self._keep(err[1])

    def addUnexpectedSuccess(self, test):
        self._keep(AssertionError("the test was expected to fail, but it passed"))

    def _keep(self, failure):
        if self.failure is None:
            self.failure = failure


def compile_statements(statements):
    return compile(ast.Module(statements, []), TESTS, "exec", dont_inherit=True)
