"""Running a candidate under every test, and what came of it."""

from dataclasses import dataclass

from tracemend import run
from tracemend.running.bounds import Stopped
from tracemend.running.execution import PROGRAM, describe_end, guarded, new_namespace
from tracemend.search.budget import Budget
from tracemend.units.stdio_units import compare_output

_OUTPUT = 20_000
_STEPS = 2_000
# Calls and jumps under one test: of the right program at most, of the others at least, and how many
# more than the right one they may make. Unlike seconds, they are the same on every machine.
_FIRST_BUDGET = 500_000
_LEAST_BUDGET = 10_000
_BUDGET_FACTOR = 20
# A bug that shows so is a missing definition, a value of the wrong kind, a call that never works:
# no one ships those.
_CRUDE = ("NameError", "UnboundLocalError", "ImportError", "SyntaxError")
_CRUDE_WORDS = ("unpack", "empty separator")
_TYPES = ("TypeError", "AttributeError")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one test: `kind` names the exception that it raised, if any."""

    test: str
    passed: bool
    hangs: bool = False
    kind: str = ""
    is_crude: bool = False


class Trials:
    """Runs candidates under `units`, the tests that the right program passes."""

    def __init__(self, tests, units, seconds):
        """`seconds` bound one test of one candidate, where its calls and jumps do not."""
        self._budget = _FIRST_BUDGET
        self._tests = tests
        self._units = units
        self._limits = {"seconds": seconds, "steps": _STEPS, "output": _OUTPUT}

    def observe(self, program):
        """The right program's outcomes; what is tried from now on may take some times as long."""
        code, outcomes, longest = _compiled(program), [], 0
        for unit in self._units:
            budget = Budget(self._budget, (code, *unit.codes))
            outcomes.append(self._outcome(code, unit, budget))
            longest = max(longest, budget.spent)
        self._budget = max(_LEAST_BUDGET, _BUDGET_FACTOR * longest)
        return outcomes

    def trace(self, program):
        """The trace of the first test, for the kinds of the variables' values."""
        return run.record(program, self._tests, self._units[0].id, self._limits)

    def outcomes(self, program, may_hang):
        """Those of all tests; None for a crude bug, and for one that hangs unless it may."""
        found = []
        code = _compiled(program)
        for unit in self._units:
            outcome = self._outcome(code, unit, Budget(self._budget, (code, *unit.codes)))
            if outcome.is_crude or (outcome.hangs and not may_hang):
                return None
            found.append(outcome)
        failing = [outcome for outcome in found if not outcome.passed]
        if failing and all(outcome.kind in _TYPES for outcome in failing):
            return None
        return found

    def shown(self, program, test):
        """In words how a test's name and its failure show the bug: `(name, message)`."""
        unit = next(unit for unit in self._units if unit.id == test)
        told = run.together(program, self._tests, test, self._limits)
        message = told["message"]
        if unit.kind == "stdio" and told["status"] == "passed":
            message = compare_output(unit.expected_output, told["output"])
        return unit.name, message or told["status"]

    def _outcome(self, code, unit, budget):
        with guarded(self._limits, unit.stdin) as bounds:
            error = _raised_by(code, unit, budget)
            if isinstance(error, Stopped | RecursionError):
                return Outcome(unit.id, False, hangs=True)
            end = describe_end(error, self._limits, exits_cleanly=unit.runs_as_main)
            output = bounds.output
        if end["kind"] == "finished":
            differs = unit.kind == "stdio" and compare_output(unit.expected_output, output)
            return Outcome(unit.id, not differs)
        if end["kind"] != "raised":
            return Outcome(unit.id, False, hangs=True)
        kind = end["type"]
        is_crude = kind in _CRUDE or any(words in end["message"] for words in _CRUDE_WORDS)
        return Outcome(unit.id, False, False, kind, is_crude)


def _compiled(program):
    return compile(program, PROGRAM, "exec", dont_inherit=True)


def _raised_by(code, unit, budget):
    try:
        namespace = new_namespace("__main__" if unit.runs_as_main else "program")
        with budget:
            exec(code, namespace)
            unit.run(namespace)
    except BaseException as error:
        return error
    return None
