"""The tracer: the ordered steps of a run, each a line with the variables that it changed.

A `line` event arrives before its line runs, so a change that is seen at an event belongs to the
line that ran before it in the same frame (NExT, arXiv:2404.14662, gives the form; `trace.ts` the
shape).
"""

import gc
import sys
from sys import monitoring, settrace

from tracemend.running.bounds import PLACES, StepLimit, Stopped
from tracemend.running.guard import keep_raising
from tracemend.tracing.codes import CodeFacts, SourceFacts
from tracemend.tracing.recursion import RecursionLimit
from tracemend.tracing.values import Shower
from tracemend.tracing.variables import SeenVariables

_TOOL = monitoring.COVERAGE_ID
# Lines may run without changing anything; so many per allowed step are a loop that goes nowhere.
_LINES_PER_STEP = 50


class Tracer:
    """Records what runs inside it under the guard `run`. `texts` has each text by file name."""

    def __init__(self, texts, run):
        self.steps = []
        self.hits = {place: {} for place in PLACES.values()}
        # The first exception of the tracer's own, which is a defect and not the program's doing.
        self.defect = None
        self.show = Shower(run.quietly).show
        self.seen_anywhere = {}
        # To mark a value asks for its buffer, which a class of the program's own may hand out.
        self.marks = not any("__buffer__" in text for text in texts.values())
        self.sources = {filename: SourceFacts(texts.get(filename, "")) for filename in PLACES}
        self.depth = 0
        self.over = False
        self.run = run
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

    def count_line(self, hits, line):
        """Count a line about to run in `hits`; raises StepLimit when far too many ran."""
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
        self.steps.append(
            {
                "ordinal": len(self.steps),
                "place": place,
                "line": line,
                "frame": frame,
                "changes": changes,
            }
        )

    def end_for_time(self):
        """End the program, whose time ran out while the tracer was at work, as it mostly does."""
        self.over = True
        self.run.strike()

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
        self._hits = tracer.hits[self._place]
        self._source = tracer.sources[code.co_filename]
        self._line = self._source.def_line(code)
        self._variables = SeenVariables(tracer, facts)
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
            tracer.protect(_WORK[event], self, frame, argument)
            if tracer.run.due:
                tracer.end_for_time()
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

    def _reach(self, frame, _argument):
        self._marked = None
        changes = self._changes(frame)
        if changes:
            self._record(changes)
        self._line = line = frame.f_lineno
        self._started = True
        self._tracer.count_line(self._hits, line)

    def _raise(self, frame, argument):
        self.raised(frame, argument[1])

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
        """The variables that changed on the current line, without definitions."""
        changed = self._variables.changed(frame)
        if not changed:
            return changed
        line, defines = self._line, self._source.defines
        return [{"name": name, "value": text} for name, text in changed if not defines(line, name)]


_WORK = {
    "line": _FrameTracer._reach,
    "exception": _FrameTracer._raise,
    "return": _FrameTracer._leave,
}


def _yielded(value, facts):
    """What a generator yields; an async one's value comes in an object that only refers to it."""
    if not facts.is_async_generator:
        return value
    wrapped = gc.get_referents(value)
    return wrapped[0] if len(wrapped) == 1 else value
