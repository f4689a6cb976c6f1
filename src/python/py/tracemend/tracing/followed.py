"""What the tracer keeps of one frame while it runs."""

from collections import defaultdict

from tracemend.tracing.lines import Plan

# Before the first line nothing can change.
NOTHING = Plan((), frozenset(), frozenset(), True, None)
# Stands for the exception that was last shown, before the first line.
NOT_STARTED = 0


class Followed:
    """One frame of the user's, from its call to its end.

    While a generator waits it holds nothing of the frame, whose values end when they would without
    a trace.
    """

    __slots__ = (
        # Number, function, depth and caller's number, and whether a step referred to it.
        "call",
        "is_told",
        "facts",
        # The frame, and its variables as a mapping that is live; None where it may be another.
        "frame",
        "values",
        # Name to what was last seen (`variables.py`).
        "seen",
        # The line that runs, and its plan.
        "line",
        "plan",
        # The tracer's count of entries when the variables were last looked at.
        "looked",
        # Whether a variable may change without a store on the line that runs.
        "is_watched",
        # Whether a value may change even on a line that looks as if it could not.
        "is_strange",
        # The exception that was last shown on this line, by identity.
        "marked",
        # Iterations by header line, and by the complement of the offset of a tight loop's head.
        "iterations",
        # The iteration that a tight loop began since the last event; 0 for none.
        "began",
        # The head of the tight loop whose next iteration may follow, or -1.
        "turning",
    )

    def __init__(self, facts, call, frame):
        self.call = call
        self.is_told = False
        self.facts = facts
        self.frame = frame
        self.values = frame.f_locals
        self.seen = facts.blank.copy()
        self.line = facts.def_line
        self.plan = NOTHING
        self.looked = -1
        self.is_watched = facts.is_watched
        self.is_strange = False
        self.marked = NOT_STARTED
        self.iterations = defaultdict(int) if facts.has_loops else None
        self.began = 0
        self.turning = -1

    def resume(self, frame):
        self.frame = frame
        self.values = frame.f_locals
        self.looked = -1

    def wait(self):
        self.frame = self.values = None
