"""Bugs of one slip."""

from .bugs import Bug
from .grading import grade
from .order import Order
from .telltales import telltales


class Singles:
    """Tries the slips of a program one after the other, and grades those that some test shows."""

    def __init__(self, program, slips, trials, seed):
        self._program = program
        self._order = Order(slips, seed)
        self._trials = trials
        self._least = telltales(program) or 0
        self._seen = {program.strip()}

    def next(self, may_hang):
        """The next slip that makes a bug and the bug, None for a slip that makes none; nothing when
        all were tried.
        """
        slip = self._order.next()
        if slip is None:
            return None
        bug = self._bug(slip, may_hang)
        self._order.passed_over(slip)
        return slip, bug

    def taken(self, slip):
        """A bug of this slip is given back."""
        self._order.taken(slip)

    def natural(self, text):
        """Whether nothing gives a program away that does not give the right one away as well."""
        count = telltales(text)
        return count is not None and count <= self._least

    def _bug(self, slip, may_hang):
        text = slip.edit.apply(self._program)
        if text.strip() in self._seen or not self.natural(text):
            return None
        self._seen.add(text.strip())
        outcomes = self._trials.outcomes(text, may_hang)
        difficulty = outcomes and grade(slip.common, outcomes)
        if not difficulty:
            return None
        return Bug(text, (slip,), tuple(outcomes), difficulty)
