"""Running candidates against the units in this interpreter, each as if nothing had run before."""

import time
from contextlib import contextmanager
from dataclasses import dataclass

from tracemend.running.bounds import Stopped
from tracemend.running.execution import guarded, new_namespace
from tracemend.surroundings.staging import is_bare
from tracemend.units.stdio_units import compare_output

from .budget import Budget, watch
from .modules import Modules

_OUTPUT = 20_000
# Frames for a program that needs no more: an endless recursion through C kills the interpreter
# before it comes to Python's own limit.
_SHALLOW, _DEEP = 150, 1_000
# Calls and loop iterations: for the buggy program, for a candidate at least, and for a candidate
# when no run of the buggy program came to its end.
_FIRST_BUDGET = 300_000
_LEAST_BUDGET = 8_000
_BLIND_BUDGET = 40_000
_BUDGET_FACTOR = 10
# What a candidate may take of them until it has passed a failing unit.
_TIGHT = 0.2
# And how many times as much a patient trial may take.
_PATIENCE = 25
# Seconds for a candidate: at least, and how much longer than the buggy program it may take.
_LEAST_SECONDS = 0.25
_SECONDS_FACTOR = 20
# Seconds for a run of the buggy program once one of them did not end.
_CUT_SECONDS = 0.25
# Of the failing units so many show how near a candidate comes.
_WATCHED = 6
_PASSED, _FAILED, _CUT = "passed", "failed", "cut"


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a candidate showed: which of the watched failing units it passed, as a bit mask,
    how many units in all, whether that was every one, and whether its budget ended it.
    """

    mask: int
    passed: int
    complete: bool
    was_cut: bool = False


class Evaluator:
    """Tells whether candidates pass all units; the failing ones are tried first.

    `budget` bounds a candidate's calls and loop iterations under one unit.
    """

    def __init__(self, program, tests, units, failing, seconds):
        self.units = sorted(units, key=lambda unit: unit.id not in failing)
        self._failing_ids = frozenset(failing)
        self.failing = sum(unit.id in failing for unit in units)
        self._given_seconds = seconds
        self._limits = {
            "seconds": seconds,
            "steps": 0,
            "output": _OUTPUT,
            "recursion": _SHALLOW,
        }
        self._trying = None
        self.budget = _FIRST_BUDGET
        self._modules = Modules(program, tests)

    @property
    def seconds(self):
        """For one unit of one candidate."""
        return self._limits["seconds"]

    def observe(self, code, before_unit):
        """Run the buggy program under every unit, calling `before_unit` before each.

        Gives the lines run by failing and by passing units, one set a unit, and sets the budget and
        the seconds by the longest runs that came to their end.
        """
        lines_of = {}
        longest, slowest = 0, 0.0
        allowed = _FIRST_BUDGET
        # Those that pass first: they show how long a run takes, where the failing ones may not end.
        for unit in reversed(self.units):
            before_unit()
            began, lines = time.perf_counter(), set()
            budget = Budget(allowed, (code, *unit.codes), lines)
            outcome = self._outcome(code, unit, budget)
            if outcome is _FAILED and unit.id not in self._failing_ids:
                self._limits["recursion"] = _DEEP
                outcome = self._outcome(code, unit, budget)
            lines_of[unit.id] = lines
            if outcome is not _CUT:
                longest = max(longest, budget.spent)
                slowest = max(slowest, time.perf_counter() - began)
            else:
                allowed = max(_LEAST_BUDGET, _BUDGET_FACTOR * longest)
                self._limits["seconds"] = min(self._limits["seconds"], _CUT_SECONDS)
        self._limits["seconds"] = seconds = self._given_seconds
        self.budget = max(_LEAST_BUDGET, _BUDGET_FACTOR * longest) if longest else _BLIND_BUDGET
        if longest:
            self._limits["seconds"] = min(seconds, _LEAST_SECONDS + _SECONDS_FACTOR * slowest)
        in_order = [lines_of[unit.id] for unit in self.units]
        return in_order[: self.failing], in_order[self.failing :]

    def __enter__(self):
        """Most candidates fail, and guarding each takes longer than running it: so they are tried
        one after the other under one guard, and guarded alone only when they have passed so far.
        """
        for unit in self.units:
            for code in unit.codes:
                watch(code)
        # Files of the surroundings are put back by a guard only.
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

    def confirms(self, code):
        """Whether a candidate passes every unit, each under a guard of its own: what others left
        behind may have helped it when it was tried.
        """
        allowed = self.budget * _PATIENCE
        with self._all_seconds():
            return all(
                self._outcome(code, unit, Budget(allowed, (code, *unit.codes))) is _PASSED
                for unit in self.units
            )

    @contextmanager
    def _all_seconds(self):
        """For what is worth waiting for: the time that was given, not what the bug took."""
        usual = self._limits["seconds"]
        self._limits["seconds"] = self._given_seconds
        try:
            yield
        finally:
            self._limits["seconds"] = usual

    def trial(self, code, names=None, patient=False):
        """Try a candidate: `names` are put into its namespace before it is executed. A code that is
        tried often wants to be under `watch`, and then needs names. A `patient` trial lets it call
        and loop more often: a right program may do what the buggy one never came to.
        """
        if patient:
            with self._all_seconds():
                return self._tried(code, names, self.budget * _PATIENCE)
        found = self._tried(code, names, int(self.budget * _TIGHT))
        if found.was_cut and (found.mask or self.failing == 1):
            found = self._tried(code, names, self.budget)
        return found

    def run_one(self, code, number, names=None, after=None):
        """Run a unit, by its number, for what the names do meanwhile, or what `after` does with the
        namespace before the unit begins; gives whether it passed.
        """
        if self._trying is not None:
            self._trying.again("")
        try:
            budget = Budget(self.budget, () if names else (code,))
            return self._tried_once(code, self.units[number], budget, names, after) is _PASSED
        finally:
            if self._trying is not None:
                self._trying.rest()

    def alone(self, call):
        """The result of `call`, which enters user code, under a guard of its own."""
        try:
            with guarded(self._limits, ""):
                return call()
        finally:
            self._modules.restore()

    def _tried(self, code, names, allowed):
        mask = passed = 0
        was_cut = False
        watched = min(self.failing, _WATCHED)
        codes = () if names else (code,)
        try:
            if self._trying is not None:
                self._trying.again("")
            for number, unit in enumerate(self.units):
                if number in (watched, self.failing) and passed < number:
                    break
                budget = Budget(allowed, codes)
                outcome = self._tried_once(code, unit, budget, names)
                if outcome is _PASSED:
                    passed += 1
                    mask |= 1 << number if number < watched else 0
                    continue
                was_cut = was_cut or budget.is_spent
                if number >= watched or (outcome is _CUT and not budget.is_spent):
                    break
        finally:
            if self._trying is not None:
                self._trying.rest()
        return Trial(mask, passed, passed == len(self.units), was_cut)

    def _tried_once(self, code, unit, budget, names, after=None):
        run = self._trying
        if run is None:
            return self._outcome(code, unit, budget, names, after)
        try:
            if unit.kind == "stdio":
                run.again(unit.stdin)
            return _PASSED if self._runs(code, unit, budget, run, names, after) else _FAILED
        except Stopped:
            return _CUT
        except BaseException:
            return _FAILED

    def _outcome(self, code, unit, budget, names=None, after=None):
        """_CUT for a run that one of our bounds ended: on a slow machine time may be the first."""
        try:
            with guarded(self._limits, unit.stdin) as run:
                return _PASSED if self._runs(code, unit, budget, run, names, after) else _FAILED
        except Stopped:
            return _CUT
        except BaseException:
            return _FAILED

    def _runs(self, code, unit, budget, run, names=None, after=None):
        """Whether a unit's output is the expected one; other failures raise."""
        try:
            with budget:
                namespace = new_namespace("__main__" if unit.runs_as_main else "program")
                if names:
                    namespace.update(names)
                _execute(code, unit, namespace, after)
        finally:
            self._modules.restore()
        return unit.kind != "stdio" or not compare_output(unit.expected_output, run.output)


def _execute(code, unit, namespace, after):
    try:
        exec(code, namespace)
    except SystemExit as error:
        if not unit.runs_as_main or error.code not in (None, 0):
            raise
    if after is not None:
        after(namespace)
    unit.run(namespace)
