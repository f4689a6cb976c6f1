"""The `inject` method: buggy programs made of a correct one."""

import warnings
from itertools import islice

from tracemend import host
from tracemend.search.budget import release_tool
from tracemend.search.context import Context
from tracemend.search.source import Source
from tracemend.units import Unreadable, find_all

from .grading import HARD
from .pairs import pairs
from .singles import Singles
from .slips import slips
from .trials import Trials

# Candidates tried at most, and of them at most before pairs are made.
_MOST_TRIALS = 240
_MOST_SINGLES = 90
# Single bugs that hard pairs are made of, and pairs that are tried for each that is wanted.
_FOR_PAIRS = 12
_PAIR_TRIALS = 6


def inject(program, tests, instruction, difficulty, seed, count, seconds, skip):
    """Buggy programs of the wished difficulty, `count` at most, in the shape of `injectionSchema`.

    The same arguments give the same bugs. Sends `trying` with a candidate's number before each;
    those in `skip` are left out, for they ended an interpreter before. `seconds` bound one test of
    one candidate.
    """
    del instruction
    with warnings.catch_warnings(action="ignore"):
        try:
            source = Source(program)
            units = find_all(program, tests)
        except SyntaxError, ValueError:
            return _refused("the program cannot be read")
        except Unreadable as unreadable:
            return _refused(f"the tests cannot be read: {unreadable.message}")
        if units[0].kind == "program":
            return _refused("there are no tests")
        _alive()
        trials = _Counted(Trials(tests, units, seconds), skip)
        try:
            failing = sum(not outcome.passed for outcome in trials.observe(program))
            if failing:
                return _refused(f"the program fails {failing} of its {len(units)} tests")
            bugs = _bugs(source, trials, difficulty, seed, count)
            found = [bug.to_json(program, trials) for bug in bugs]
        finally:
            release_tool()
        return {"kind": "injected", "bugs": found, "tried": trials.tried}


def _bugs(source, trials, difficulty, seed, count):
    program = source.text
    context = Context(source, trials.trace(program), [])
    singles = Singles(program, slips(source, context, _alive), trials, seed)
    if difficulty == HARD:
        return _hard(program, singles, trials, count)
    return _single(singles, trials, difficulty, count)


def _single(singles, trials, difficulty, count):
    bugs = []
    while len(bugs) < count and trials.tried < _MOST_TRIALS:
        tried = singles.next(may_hang=False)
        if tried is None:
            break
        slip, bug = tried
        if bug and bug.difficulty == difficulty:
            bugs.append(bug)
            singles.taken(slip)
    return bugs


def _hard(program, singles, trials, count):
    """Bugs that a single test shows and bugs of two slips, by turns; those that hang come last."""
    hidden, others, hanging = [], [], []
    while trials.tried < _MOST_SINGLES:
        if len(hidden) >= count and len(others) >= _FOR_PAIRS:
            break
        tried = singles.next(may_hang=len(hanging) < count)
        if tried is None:
            break
        slip, bug = tried
        if bug is None:
            continue
        if bug.hangs:
            hanging.append(bug)
        elif bug.difficulty == HARD:
            hidden.append(bug)
            singles.taken(slip)
        else:
            others.append(bug)
    made = pairs(program, others[:_FOR_PAIRS], trials, singles.natural)
    double = [bug for bug in islice(made, _PAIR_TRIALS * count) if bug][:count]
    turns = [bug for pair in zip(hidden, double, strict=False) for bug in pair]
    shorter = min(len(hidden), len(double))
    return [*turns, *hidden[shorter:], *double[shorter:], *hanging][:count]


class _Counted:
    """Trials, each with a number that is told before it."""

    def __init__(self, trials, skip):
        self._trials = trials
        self._skip = frozenset(skip)
        self.tried = 0
        self.observe, self.trace, self.shown = trials.observe, trials.trace, trials.shown

    def outcomes(self, program, may_hang):
        number, self.tried = self.tried, self.tried + 1
        host.emit({"kind": "trying", "index": number})
        return None if number in self._skip else self._trials.outcomes(program, may_hang)


def _alive():
    host.emit({"kind": "trying", "index": -1})


def _refused(why):
    return {"kind": "refused", "why": why}
