"""The program's recursion limit while it is traced."""

import sys
from array import array
from sys import setrecursionlimit

from tracemend.running.guard import stack_depth

# Above the program's own limit, for the frames of the tracer at work.
_ROOM = 400


class RecursionLimit:
    """Keeps the limit that the program sees, and a higher one that the tracer never meets.

    Without this the tracer would be the one to pass the limit, and Python drops a tracer that
    raises.
    """

    def __init__(self, allowed):
        self._base = 0
        # Where the recorder can read it.
        self._allowed = array("I", [allowed])
        self.allowed_at, _ = self._allowed.buffer_info()
        self._replaced = None

    def install(self):
        self._base = stack_depth()
        setrecursionlimit(self._base + self._allowed[0] + _ROOM)
        self._replaced = (sys.getrecursionlimit, sys.setrecursionlimit)
        sys.getrecursionlimit = self._get
        sys.setrecursionlimit = self._set

    def remove(self):
        sys.getrecursionlimit, sys.setrecursionlimit = self._replaced
        setrecursionlimit(self._base + self._allowed[0])

    @staticmethod
    def refuse():
        """Raise what Python raises for a call that is one too many."""
        raise RecursionError("maximum recursion depth exceeded")

    def _get(self):
        return self._allowed[0]

    def _set(self, limit):
        if limit < 1:
            raise ValueError("recursion limit must be greater or equal than 1")
        setrecursionlimit(self._base + limit + _ROOM)
        self._allowed[0] = limit
