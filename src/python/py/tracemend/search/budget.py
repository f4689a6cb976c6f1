"""A bound on calls and loop iterations, so that an endless candidate ends within milliseconds."""

import sys

from tracemend.running.bounds import PLACES, PROGRAM, Stopped

_TOOL = 3


class BudgetSpent(Stopped):
    """The candidate called and looped more often than any sensible repair would."""


class Budget:
    """Counts calls and jumps in a `with`; raises BudgetSpent in the user's code after `allowed`.

    With `lines`, a set, the program's lines that ran are added to it. Use it inside `guarded`,
    which takes the monitoring tool away again.
    """

    def __init__(self, allowed, lines=None):
        self.spent = 0
        self._allowed = allowed
        self._lines = lines

    def __enter__(self):
        monitoring = sys.monitoring
        events = monitoring.events
        if monitoring.get_tool(_TOOL) is None:
            monitoring.use_tool_id(_TOOL, "tracemend budget")
        monitoring.register_callback(_TOOL, events.JUMP, self._count)
        monitoring.register_callback(_TOOL, events.PY_START, self._count)
        chosen = events.JUMP | events.PY_START
        if self._lines is not None:
            monitoring.register_callback(_TOOL, events.LINE, self._keep_line)
            monitoring.restart_events()
            chosen |= events.LINE
        monitoring.set_events(_TOOL, chosen)
        return self

    def __exit__(self, *_):
        if sys.monitoring.get_tool(_TOOL) is not None:
            sys.monitoring.set_events(_TOOL, 0)
        return False

    def _count(self, code, *_):
        self.spent += 1
        if self.spent > self._allowed and code.co_filename in PLACES:
            raise BudgetSpent

    def _keep_line(self, code, line):
        if code.co_filename == PROGRAM:
            self._lines.add(line)
        return sys.monitoring.DISABLE
