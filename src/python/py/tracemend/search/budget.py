"""A bound on calls and loop iterations, so that an endless candidate ends within milliseconds."""

import sys

from tracemend.running.bounds import PROGRAM, Stopped

_TOOL = 3
_NAME = "tracemend budget"
_monitoring = sys.monitoring
_EVENTS = _monitoring.events


_COUNTED = _EVENTS.JUMP | _EVENTS.PY_START


class BudgetSpent(Stopped):
    """The candidate called and looped more often than any sensible repair would."""


class Budget:
    """Counts calls and jumps of `codes`, and of the codes within them, in a `with`; raises
    BudgetSpent there after `allowed`.

    With `lines`, a set, the program's lines that ran are added to it. Inside `guarded`, which
    leaves the monitoring tool alone when it was there before; `release_tool` gives it back.
    """

    # Events of single codes: those of the whole interpreter would have all of Python's functions
    # that run, ours too, rewritten for each candidate.

    def __init__(self, allowed, codes, lines=None):
        self.spent = 0
        self._allowed = allowed
        self._codes = codes
        self._lines = lines

    def __enter__(self):
        _hold_tool()
        _monitoring.register_callback(_TOOL, _EVENTS.JUMP, self._count)
        _monitoring.register_callback(_TOOL, _EVENTS.PY_START, self._count)
        chosen = _COUNTED
        if self._lines is not None:
            _monitoring.register_callback(_TOOL, _EVENTS.LINE, self._keep_line)
            _monitoring.restart_events()
            chosen |= _EVENTS.LINE
        for code in self._codes:
            _watch(code, chosen)
        return self

    def __exit__(self, *_):
        if _monitoring.get_tool(_TOOL) is not None:
            for event in (_EVENTS.JUMP, _EVENTS.PY_START, _EVENTS.LINE):
                _monitoring.register_callback(_TOOL, event, None)
        return False

    @property
    def is_spent(self):
        return self.spent > self._allowed

    def _count(self, *_):
        self.spent += 1
        if self.spent > self._allowed:
            raise BudgetSpent

    def _keep_line(self, code, line):
        if code.co_filename == PROGRAM:
            self._lines.add(line)
        return _monitoring.DISABLE


def watch(code):
    """Have a code that runs often counted by every Budget from now on, until `release_tool`."""
    _hold_tool()
    _watch(code, _COUNTED)


def _hold_tool():
    if _monitoring.get_tool(_TOOL) != _NAME:
        release_tool()
        _monitoring.use_tool_id(_TOOL, _NAME)


def release_tool():
    """Give back the monitoring tool. Not after each candidate: all code is rewritten then."""
    if _monitoring.get_tool(_TOOL) is not None:
        _monitoring.free_tool_id(_TOOL)


def _watch(code, events):
    _monitoring.set_local_events(_TOOL, code, events)
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            _watch(constant, events)
