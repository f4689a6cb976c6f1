"""Running candidates against the units in this interpreter, each as if nothing had run before."""

import ast
import importlib
import sys
import time

from tracemend.running.bounds import Stopped
from tracemend.running.execution import PROGRAM, guarded, new_namespace
from tracemend.surroundings.staging import is_bare
from tracemend.units.stdio_units import compare_output

from .budget import Budget

_OUTPUT = 20_000
# Calls and loop iterations: for the buggy program, for a candidate at least, and for a candidate
# when no run of the buggy program came to its end.
_FIRST_BUDGET = 300_000
_LEAST_BUDGET = 8_000
_BLIND_BUDGET = 40_000
_BUDGET_FACTOR = 10
# Seconds for a candidate: at least, and how much longer than the buggy program it may take.
_LEAST_SECONDS = 0.25
_SECONDS_FACTOR = 20
_PASSED, _FAILED, _CUT = "passed", "failed", "cut"


class Evaluator:
    """Tells whether candidates pass all units; the failing ones are tried first.

    `budget` bounds a candidate's calls and loop iterations under one unit.
    """

    def __init__(self, program, tests, units, failing, seconds):
        self._units = sorted(units, key=lambda unit: unit.id not in failing)
        self._limits = {"seconds": seconds, "steps": 0, "output": _OUTPUT}
        self._trying = None
        self.budget = _FIRST_BUDGET
        self._modules = {
            name: (module, dict(vars(module)))
            for name in sorted(_imported(program) | _imported(tests))
            if (module := _standard_module(name))
        }

    @property
    def seconds(self):
        """For one unit of one candidate."""
        return self._limits["seconds"]

    def observe(self, code, before_unit):
        """Run the buggy program under every unit, calling `before_unit` before each.

        Gives the lines run by failing and by passing units, one set a unit, and sets the budget and
        the seconds by the longest runs that came to their end.
        """
        failing, passing = [], []
        longest, slowest = 0, 0.0
        for unit in self._units:
            before_unit()
            began, lines = time.perf_counter(), set()
            budget = Budget(_FIRST_BUDGET, (code, *unit.codes), lines)
            outcome = self._outcome(code, unit, budget)
            (passing if outcome is _PASSED else failing).append(lines)
            if outcome is not _CUT:
                longest = max(longest, budget.spent)
                slowest = max(slowest, time.perf_counter() - began)
        self.budget = max(_LEAST_BUDGET, _BUDGET_FACTOR * longest) if longest else _BLIND_BUDGET
        if longest:
            allowed = _LEAST_SECONDS + _SECONDS_FACTOR * slowest
            self._limits["seconds"] = min(self._limits["seconds"], allowed)
        return failing, passing

    def __enter__(self):
        """Most candidates fail, and guarding each takes longer than running it: so they are tried
        one after the other under one guard, and guarded alone only when they have passed so far.
        """
        if is_bare():
            self._trying = guarded(self._limits)
            self._trying.__enter__()
            self._trying.rest()
        return self

    def __exit__(self, *_):
        if self._trying is not None:
            self._trying.__exit__()
            self._trying = None
        return False

    def passes(self, code):
        """Whether a candidate passes every unit; stops at the first that fails."""
        if self._trying is not None and not self._may_pass(code):
            return False
        return all(
            self._outcome(code, unit, self._budgeted(code, unit)) is _PASSED for unit in self._units
        )

    def _may_pass(self, code):
        """Whether it passes every unit when tried: what others left behind may have helped."""
        run = self._trying
        try:
            for unit in self._units:
                run.again(unit.stdin or "")
                if not self._runs(code, unit, self._budgeted(code, unit), run):
                    return False
            return True
        except BaseException:
            return False
        finally:
            run.rest()

    def _budgeted(self, code, unit):
        return Budget(self.budget, (code, *unit.codes))

    def _outcome(self, code, unit, budget):
        """_CUT for a run that one of our bounds ended: on a slow machine time may be the first."""
        try:
            with guarded(self._limits, unit.stdin) as run:
                return _PASSED if self._runs(code, unit, budget, run) else _FAILED
        except Stopped:
            return _CUT
        except BaseException:
            return _FAILED

    def _runs(self, code, unit, budget, run):
        """Whether a unit's output is the expected one; other failures raise."""
        try:
            with budget:
                _execute(code, unit, new_namespace("__main__" if unit.runs_as_main else "program"))
        finally:
            self.restore()
        return unit.kind != "stdio" or not compare_output(unit.expected_output, run.output)

    def restore(self):
        """Put back what the program may have changed in the modules that it imports."""
        for name, (module, contents) in self._modules.items():
            sys.modules[name] = module
            namespace = vars(module)
            namespace.update(contents)
            if len(namespace) != len(contents):
                for extra in namespace.keys() - contents.keys():
                    del namespace[extra]
        random = self._modules.get("random")
        if random:
            random[0].seed(0)


def _execute(code, unit, namespace):
    try:
        exec(code, namespace)
    except SystemExit as error:
        if not unit.runs_as_main or error.code not in (None, 0):
            raise
    unit.run(namespace)


def _standard_module(name):
    """A module of the standard library, imported if need be; None for any other name."""
    if name.partition(".")[0] not in sys.stdlib_module_names:
        return None
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _imported(text):
    """Names of the modules that a text imports; none when it cannot be parsed."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return set()
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names - {"__main__", "builtins", "sys"}


def compiled(text):
    """The code of a candidate, or None when it is not a program."""
    try:
        return compile(text, PROGRAM, "exec", dont_inherit=True)
    except SyntaxError, ValueError, OverflowError:
        return None


def fingerprint(code):
    """Equal for two codes that do the same, wherever their lines are."""
    return (
        code.co_code,
        code.co_names,
        code.co_varnames,
        code.co_freevars,
        tuple(
            fingerprint(constant)
            if hasattr(constant, "co_code")
            else (type(constant), repr(constant))
            for constant in code.co_consts
        ),
    )
