"""The tracer: the ordered steps of a run, each a line with the variables that it changed.

A `LINE` event arrives before its line runs, so a change that is seen at an event belongs to the
line that ran before it in the same frame (NExT, arXiv:2404.14662, gives the form; `trace.ts` the
shape). Events are those of `sys.monitoring`, on the user's code objects alone; they arrive when
those of `sys.settrace` would.
"""

from sys import _getframe, monitoring

from tracemend.running.bounds import PLACES, Stopped
from tracemend.tracing.codes import CodeFacts
from tracemend.tracing.events import make_callbacks
from tracemend.tracing.keeping import by_place
from tracemend.tracing.recursion import RecursionLimit
from tracemend.tracing.sending import Sender
from tracemend.tracing.sources import Sources
from tracemend.tracing.values import Shower
from tracemend.tracing.variables import Variables

_TOOL = monitoring.COVERAGE_ID
_EVENTS = monitoring.events
# Of the user's code alone; branches only where there is a tight loop.
_OWN = _EVENTS.LINE | _EVENTS.PY_RETURN | _EVENTS.PY_YIELD | _EVENTS.JUMP
_BRANCHES = _EVENTS.BRANCH_LEFT | _EVENTS.BRANCH_RIGHT
_EVERYWHERE = (
    _EVENTS.PY_START
    | _EVENTS.PY_RESUME
    | _EVENTS.PY_THROW
    | _EVENTS.PY_UNWIND
    | _EVENTS.RAISE
    | _EVENTS.RERAISE
)


class Tracer:
    """Records what runs inside it under the guard `run`, and gives it to `emit` in pieces.

    `texts` has each text by file name.
    """

    def __init__(self, texts, run, emit):
        # The frames that run, the innermost last, and generators' frames that wait, by identity.
        self.stack = []
        self.suspended = {}
        self.sender = Sender(emit, run.limits["steps"], run.capture, self._hits, self._living_calls)
        # The first exception of the tracer's own, which is a defect and not the program's doing.
        self.defect = None
        self.over = False
        self._run = run
        # To mark a value asks for its buffer, which a class of the program's own may hand out.
        marks = not any("__buffer__" in text for text in texts.values())
        self._variables = Variables(Shower(run.quietly), marks)
        self._sources = Sources(texts, PLACES)
        self._recursion = RecursionLimit()
        self.check_depth = self._recursion.check
        # By identity: code objects compare by content, which is slow and takes twins for one.
        self._facts = {}

    def __enter__(self):
        self._recursion.install()
        monitoring.use_tool_id(_TOOL, "tracemend tracer")
        monitoring.restart_events()
        callbacks = make_callbacks(self, self.sender, self._variables, self._run.capture)
        for name, callback in callbacks.items():
            monitoring.register_callback(_TOOL, getattr(_EVENTS, name), callback)
        monitoring.set_events(_TOOL, _EVERYWHERE)
        return self

    def __exit__(self, *_):
        self.end()
        if monitoring.get_tool(_TOOL) is not None:
            monitoring.free_tool_id(_TOOL)
        self._recursion.remove()
        return False

    def facts_of(self, code):
        """What is known of a code object of the user's, which begins to run above the caller."""
        known = self._facts.get(id(code))
        return self._learn(code) if known is None else known

    def _learn(self, code):
        # The facts keep the code, so that its identity stays its own.
        facts = self._facts[id(code)] = CodeFacts(code, self._sources)
        if not facts.is_hidden:
            facts.leave_out_constants(_getframe(3).f_globals)
            monitoring.set_local_events(_TOOL, code, _OWN | _BRANCHES if facts.loops else _OWN)
        return facts

    def end(self):
        """Record nothing any more."""
        self.over = True
        if monitoring.get_tool(_TOOL) is not None:
            monitoring.set_events(_TOOL, 0)
            for facts in self._facts.values():
                monitoring.set_local_events(_TOOL, facts.code, 0)

    def poll(self):
        """What is due now and then: pieces of the trace, and the end of the program's time."""
        self.sender.poll()
        if self._run.due:
            self.end()
            self._run.strike()

    def mind(self, error):
        """Take an exception of the tracer's work; only those of the bounds may go on."""
        if isinstance(error, Stopped):
            raise error
        # At its own limits of depth or memory the program goes on with less of a trace.
        if not isinstance(error, (MemoryError, RecursionError)):
            self.defect = self.defect or error

    def _hits(self):
        """How often each line ran, in the shape of `countsSchema`."""
        found = [{} for _ in PLACES]
        for facts in self._facts.values():
            hits = found[facts.place]
            for line, plan in facts.plans.items():
                if plan.hits:
                    hits[line] = hits.get(line, 0) + plan.hits
        return by_place(found)

    def _living_calls(self):
        return {followed.call[0] for followed in (*self.stack, *self.suspended.values())}
