"""The tracer: the ordered steps of a run, each a line with the variables that it changed.

A `line` event arrives before its line runs, so a change that is seen at an event belongs to the
line that ran before it in the same frame (NExT, arXiv:2404.14662, gives the form; `trace.ts` the
shape).
"""

import gc
import sys
from sys import monitoring, settrace

from tracemend.bounds import PLACES, StepLimit, Stopped
from tracemend.codes import CodeFacts, SourceFacts
from tracemend.guard import keep_raising
from tracemend.recursion import RecursionLimit
from tracemend.values import Shower

_TOOL = monitoring.COVERAGE_ID
# Lines may run without changing anything; so many per allowed step are a loop that goes nowhere.
_LINES_PER_STEP = 50
_KEPT_AS_THEY_ARE = (int, float, str, bool, type(None))
_ABSENT = object()


class Tracer:
    """Records what runs inside it under the guard `run`. `texts` has each text by file name."""

    def __init__(self, texts, run):
        self.steps = []
        self.hits = {place: {} for place in PLACES.values()}
        # The first exception of the tracer's own, which is a defect and not the program's doing.
        self.defect = None
        self.show = Shower(run.quietly).show
        self.sources = {filename: SourceFacts(texts.get(filename, "")) for filename in PLACES}
        self.depth = 0
        self.over = False
        self._run = run
        self._calls = 0
        self._step_limit = run.limits["steps"]
        self._lines_left = self._step_limit * _LINES_PER_STEP
        self._recursion = RecursionLimit()
        # By identity: code objects compare by content, which is slow and takes twins for one.
        self._facts = {}

    def __enter__(self):
        self._recursion.install()
        events = monitoring.events
        monitoring.use_tool_id(_TOOL, "tracemend tracer")
        monitoring.restart_events()
        monitoring.register_callback(_TOOL, events.PY_START, self._on_start)
        monitoring.register_callback(_TOOL, events.RERAISE, self._on_reraise)
        monitoring.set_events(_TOOL, events.PY_START | events.RERAISE)
        settrace(self._on_call)
        return self

    def __exit__(self, *_):
        settrace(None)
        self.over = True
        if monitoring.get_tool(_TOOL) is not None:
            monitoring.free_tool_id(_TOOL)
        self._recursion.remove()
        return False

    def _facts_of(self, code):
        known = self._facts.get(id(code))
        if known is None:
            # The facts keep the code, so that its identity stays its own.
            known = self._facts[id(code)] = CodeFacts(code)
        return known

    def _on_start(self, code, _offset):
        if code.co_filename not in PLACES:
            return monitoring.DISABLE
        self._recursion.check(self.depth)
        return None

    def count_line(self, place, line):
        """Count a line about to run; raises StepLimit when far too many ran."""
        hits = self.hits[place]
        hits[line] = hits.get(line, 0) + 1
        self._lines_left -= 1
        if self._lines_left < 0:
            self._stop()

    def record(self, place, line, frame, changes):
        """Add a step; raises StepLimit when there are as many as allowed."""
        if self.over or not changes:
            return
        if len(self.steps) >= self._step_limit:
            self._stop()
        step = {"ordinal": len(self.steps), "place": place, "line": line, "frame": frame}
        self.steps.append(step | {"changes": changes})

    def check_time(self):
        """End the program when its time ran out while the tracer was at work, as it mostly does."""
        if self._run.due:
            self.over = True
            self._run.strike()

    def _stop(self):
        self.over = True
        keep_raising(StepLimit)
        raise StepLimit

    def _on_call(self, frame, event, _argument):
        code = frame.f_code
        if event != "call" or code.co_filename not in PLACES or self.over:
            return None
        return self.protect(self._begin, frame, code)

    def _begin(self, frame, code):
        facts = self._facts_of(code)
        if facts.is_hidden:
            return None
        self.depth += 1
        known = getattr(frame.f_trace, "__self__", None)
        if isinstance(known, _FrameTracer) and not facts.begins(frame.f_lasti):
            return known.on_event
        call = {"call": self._calls, "function": facts.name, "depth": self.depth - 1}
        self._calls += 1
        traced = _FrameTracer(self, frame, facts, call)
        traced.begin(frame)
        return traced.on_event

    def _on_reraise(self, code, offset, exception):
        """A bare `raise` is no exception event for `settrace`."""
        if code.co_filename not in PLACES or not self._facts_of(code).raises(offset):
            return
        frame = sys._getframe(1)
        known = getattr(frame.f_trace, "__self__", None)
        if isinstance(known, _FrameTracer):
            self.protect(known.raised, frame, exception)

    def protect(self, work, *arguments):
        """Do the tracer's work; only the bounds' exceptions may reach the program."""
        try:
            return work(*arguments)
        except Stopped:
            raise
        except MemoryError, RecursionError:
            # The program is at its own limits; it goes on with less of a trace.
            return None
        except BaseException as defect:
            self.defect = self.defect or defect
            return None


class _FrameTracer:
    """Follows one frame. It lives in the frame's `f_trace` and holds no reference to the frame."""

    def __init__(self, tracer, frame, facts, call):
        code = frame.f_code
        self._tracer = tracer
        self._facts = facts
        self._call = call
        self._place = PLACES[code.co_filename]
        self._source = tracer.sources[code.co_filename]
        self._line = self._source.def_line(code)
        self._seen = {}
        self._marked = None
        self._started = False

    def begin(self, frame):
        """Show the arguments; everything else that is already there is no change."""
        changes = self._changes(frame)
        parameters = self._facts.parameters
        self._record([change for change in changes if change["name"] in parameters])

    def on_event(self, frame, event, argument):
        tracer = self._tracer
        if event == "return":
            tracer.depth -= 1
        if not tracer.over:
            tracer.protect(self._on_event, frame, event, argument)
            tracer.check_time()
        return self.on_event

    def raised(self, frame, exception):
        """The current line raised the exception, or a call on it did."""
        if isinstance(exception, Stopped):
            self._tracer.over = True
            return
        if self._marked == id(exception) or self._is_iteration_end(frame, exception):
            return
        if not self._started:
            # One call too many: it is the caller's line that raises.
            return
        self._marked = id(exception)
        self._record([*self._changes(frame), self._special("__exception__", exception)])

    def _on_event(self, frame, event, argument):
        if event == "line":
            self._marked = None
            self._record(self._changes(frame))
            self._line = frame.f_lineno
            self._started = True
            self._tracer.count_line(self._place, self._line)
        elif event == "exception":
            self.raised(frame, argument[1])
        elif event == "return":
            self._leave(frame, argument)

    def _leave(self, frame, value):
        facts, at = self._facts, frame.f_lasti
        changes = self._changes(frame)
        if facts.returns(at):
            if facts.is_function and not (facts.is_expression and value is None):
                changes.append(self._special("__return__", value))
        elif facts.yields(at):
            changes.append(self._special("__yield__", _yielded(value, facts)))
        self._record(changes)

    def _is_iteration_end(self, frame, exception):
        if isinstance(exception, GeneratorExit):
            return not self._facts.raises(frame.f_lasti)
        if isinstance(exception, (StopIteration, StopAsyncIteration)):
            return self._facts.iterates(frame.f_lasti)
        return False

    def _special(self, name, value):
        return {"name": name, "value": self._tracer.show(value)}

    def _record(self, changes):
        self._tracer.record(self._place, self._line, self._call, changes)

    def _changes(self, frame):
        """The variables that differ from when this was last asked, without definitions."""
        seen, changes = self._seen, []
        now = dict(seen) if self._hides_namespace(frame) else {}
        for name, value in self._variables(frame):
            before = seen.get(name)
            if before is not None and before[0] is value and type(value) in _KEPT_AS_THEY_ARE:
                now[name] = before
                continue
            text = self._tracer.show(value)
            kept = value if type(value) in _KEPT_AS_THEY_ARE else _ABSENT
            now[name] = (kept, text)
            if (before is None or before[1] != text) and not self._source.defines(self._line, name):
                changes.append({"name": name, "value": text})
        self._seen = now
        return changes

    def _hides_namespace(self, frame):
        """Whether a comprehension is at work in a class body, whose names it hides meanwhile."""
        facts = self._facts
        return not facts.is_function and not facts.is_module and type(frame.f_locals) is not dict

    def _variables(self, frame):
        """Names and values in a fixed order, without Python's own names."""
        if self._facts.is_module:
            yield from _shown(frame.f_globals)
        if frame.f_locals is not frame.f_globals:
            yield from _shown(frame.f_locals)
        outside = frame.f_globals
        for name in self._facts.globals:
            value = outside.get(name, _ABSENT)
            if value is not _ABSENT and not _is_own_name(name):
                yield name, value


def _shown(variables):
    return [(name, value) for name, value in list(variables.items()) if not _is_own_name(name)]


def _is_own_name(name):
    return name.startswith(".") or name.startswith("__") and name.endswith("__")


def _yielded(value, facts):
    """What a generator yields; an async one's value comes in an object that only refers to it."""
    if not facts.is_async_generator:
        return value
    wrapped = gc.get_referents(value)
    return wrapped[0] if len(wrapped) == 1 else value
