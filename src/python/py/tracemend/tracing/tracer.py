"""The tracer: the ordered steps of a run, each a line with the variables that it changed.

Events are those of `sys.monitoring`, on the user's code objects alone; they arrive when those of
`sys.settrace` would. What runs at each of them is the recorder (`recorder.ts`), which asks here for
what only Python can tell.
"""

import gc
from sys import _getframe, monitoring

from tracemend import host
from tracemend.running.bounds import PLACES, Stopped
from tracemend.tracing.codes import describe, has_tight_loops
from tracemend.tracing.recursion import RecursionLimit
from tracemend.tracing.sources import Sources
from tracemend.tracing.transparency import plain_name
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
    """Records what runs inside it under the guard `run`.

    `texts` has each text by file name. The trace is sent to the app in pieces, unless the recorder
    `keeps` it.
    """

    def __init__(self, texts, run, keeps=False):
        # The first exception of the tracer's own, which is a defect and not the program's doing.
        self.defect = None
        self._run = run
        self._keeps = keeps
        # To mark a value asks for its buffer, which a class of the program's own may hand out.
        marks = not any("__buffer__" in text for text in texts.values())
        self._shower = Shower(run.quietly)
        variables = Variables(self._shower, marks)
        self._sources = Sources(texts, PLACES)
        self._recursion = RecursionLimit(run.recursion)
        # The recorder knows code objects by where they are: they must stay there.
        self._codes = []
        # And it borrows these.
        self._asked = {
            "learn": self._learn,
            "show": self._answer(self._shower.show),
            "yielded": self._answer(lambda value: self._shower.show(_yielded(value))),
            "look": self._answer(variables.look),
            "plainName": self._answer(plain_name),
            "output": run.capture.take,
            "tooDeep": self._recursion.refuse,
            "poll": self._poll,
            "end": self.end,
            "stopped": Stopped,
            "disable": monitoring.DISABLE,
        }

    def __enter__(self):
        self._recursion.install()
        monitoring.use_tool_id(_TOOL, "tracemend tracer")
        monitoring.restart_events()
        callbacks = []
        start = {
            "limit": self._run.limits["steps"],
            "printed": self._run.capture.size_at,
            "depth": self._recursion.allowed_at,
            **{name: id(asked) for name, asked in self._asked.items()},
        }
        events = host.recorder().begin(host.to_json(start), id(callbacks), self._keeps)
        for name, callback in zip(events, callbacks, strict=True):
            monitoring.register_callback(_TOOL, getattr(_EVENTS, name), callback)
        monitoring.set_events(_TOOL, _EVERYWHERE)
        return self

    def __exit__(self, *_):
        self.end()
        if monitoring.get_tool(_TOOL) is not None:
            monitoring.free_tool_id(_TOOL)
        self._recursion.remove()
        return False

    def end(self):
        """Record nothing any more."""
        host.recorder().end()
        if monitoring.get_tool(_TOOL) is not None:
            monitoring.set_events(_TOOL, 0)
            for code in self._codes:
                monitoring.set_local_events(_TOOL, code, 0)

    def finish(self):
        """Send what is left of the trace."""
        failed = host.recorder().finish()
        if failed and self.defect is None:
            self.defect = RuntimeError(failed)

    def _learn(self, code):
        """What is known of a code object that begins to run, as JSON; None if it is not the user's.

        It must not raise: the recorder follows what the program does from its first event on.
        """
        if code.co_filename not in PLACES:
            return None
        self._codes.append(code)
        facts = describe(code, self._sources, _getframe(1).f_globals)
        if not facts["isHidden"]:
            events = _OWN | _BRANCHES if has_tight_loops(facts) else _OWN
            monitoring.set_local_events(_TOOL, code, events)
        return host.to_json(facts)

    def _answer(self, work):
        """The function, such that nothing but our bounds lets it raise; None is no answer."""

        def answer(*arguments):
            try:
                return work(*arguments)
            except BaseException as error:
                self._mind(error)
                return None

        return answer

    def _mind(self, error):
        if isinstance(error, Stopped):
            raise error
        # At its own limits of depth or memory the program goes on with less of a trace.
        if not isinstance(error, (MemoryError, RecursionError)):
            self.defect = self.defect or error

    def _poll(self):
        """End the program if its time was over while we were at work."""
        if self._run.due:
            self.end()
            self._run.strike()


def send_nothing():
    """Send the events of a run that did not begin."""
    counts = {place: {} for place in PLACES.values()}
    kept = {"ordinals": [], "late": [], "calls": []}
    host.emit({"kind": "totals", "stepCount": 0, "counts": counts, "hits": counts, **kept})


def _yielded(value):
    """What an async generator yields: its value comes in an object that only refers to it."""
    wrapped = gc.get_referents(value)
    return wrapped[0] if len(wrapped) == 1 else value
