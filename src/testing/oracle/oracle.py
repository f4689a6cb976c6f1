"""The brute-force tracer that the real one must agree with: plain, and slow.

At every event of the user's code it shows every variable of the frame from scratch, with
everything that can be reached from it, and compares the texts with those of the event before. It
knows nothing of which names a line can store to, of aliases or of what is cheap to compare, and it
shares nothing with the tracer but the bounds and the form of values (`values.py`), without the
shortcuts to their texts.
"""

import ast
import dis
import gc
import inspect
import json
import random
import sys
import traceback
from sys import monitoring

from tracemend import units
from tracemend.oracle_loops import Iterations
from tracemend.running.bounds import PLACES, PROGRAM, TESTS, Stopped
from tracemend.running.execution import compile_program, guarded, new_namespace, register_source
from tracemend.tracing.recursion import RecursionLimit
from tracemend.tracing.values import Shower

_TOOL = monitoring.COVERAGE_ID
_JUMPS = monitoring.events.JUMP | monitoring.events.BRANCH_LEFT | monitoring.events.BRANCH_RIGHT
# Where Python itself meets the end of an iteration, which no line of the program raised.
_ENDS_ITERATION = {"FOR_ITER", "SEND", "END_SEND", "END_ASYNC_FOR", "CLEANUP_THROW"}
_USES_GLOBAL = {"LOAD_GLOBAL", "STORE_GLOBAL", "DELETE_GLOBAL"}


def trace_as_json(text):
    """Steps, line counts and whether a bound ended the run, as JSON, from `trace`'s arguments."""
    return json.dumps(_trace(**json.loads(text)))


def start_alike():
    """Give the next run the random numbers that each run gets."""
    random.seed(0)


def _trace(program, tests, test, limits):
    try:
        unit = None if test is None else units.find(program, tests, test)
    except units.Unreadable:
        nothing = {"program": {}, "tests": {}}
        return {"steps": [], "hits": nothing, "counts": nothing, "stopped": False}
    with guarded(limits, unit and unit.stdin or "") as run:
        oracle = Oracle({PROGRAM: program, TESTS: tests}, run)
        try:
            _execute(program, tests, unit, oracle)
        except Stopped:
            oracle.stopped = True
        except BaseException:  # How the program itself ends is not the oracle's subject.
            pass
    if oracle.defect is not None:
        raise RuntimeError("".join(oracle.defect))
    return {
        "steps": oracle.steps,
        "hits": oracle.hits,
        "counts": oracle.counts,
        "stopped": oracle.stopped,
    }


def _execute(program, tests, unit, oracle):
    code = compile_program(program)
    register_source(TESTS, tests)
    as_main = unit is None or unit.runs_as_main
    namespace = new_namespace("__main__" if as_main else "program")
    with oracle:
        exec(code, namespace)
        if unit is not None:
            unit.run(namespace)


class Oracle:
    """Records what runs inside it."""

    def __init__(self, texts, run):
        self.steps = []
        self.hits = {place: {} for place in PLACES.values()}
        self.counts = {place: {} for place in PLACES.values()}
        self.show = Shower(run.quietly).show
        self.definitions = {name: Definitions(text) for name, text in texts.items()}
        self._run = run
        self._calls = 0
        self._over = False
        # Whether a bound ended the run.
        self.stopped = False
        # The oracle's own failure, as a traceback.
        self.defect = None
        self._recursion = RecursionLimit(run.recursion)
        self._codes = {}

    def __enter__(self):
        self._recursion.install()
        monitoring.use_tool_id(_TOOL, "tracemend oracle")
        monitoring.register_callback(_TOOL, monitoring.events.PY_START, self._check_recursion)
        monitoring.register_callback(_TOOL, monitoring.events.RERAISE, self._on_reraise)
        monitoring.register_callback(_TOOL, monitoring.events.JUMP, self._on_jump)
        monitoring.register_callback(_TOOL, monitoring.events.BRANCH_LEFT, self._on_branch)
        monitoring.register_callback(_TOOL, monitoring.events.BRANCH_RIGHT, self._on_branch)
        monitoring.set_events(_TOOL, monitoring.events.PY_START | monitoring.events.RERAISE)
        sys.settrace(self._on_call)
        # The program's own trace function is no affair of the tracer's, and would end the oracle.
        self._settrace, sys.settrace = sys.settrace, lambda function: None
        return self

    def __exit__(self, *_):
        sys.settrace = self._settrace
        sys.settrace(None)
        self._over = True
        if monitoring.get_tool(_TOOL) is not None:
            monitoring.free_tool_id(_TOOL)
        self._recursion.remove()
        return False

    def _check_recursion(self, code, _offset):
        # With the frame that begins: its call event came before this one.
        depth = _depth(sys._getframe(1)) + 1
        if code.co_filename in PLACES and depth >= sys.getrecursionlimit():
            self._recursion.refuse()

    def _on_reraise(self, code, offset, exception):
        """A bare `raise` is no event of `settrace`; other re-raising is Python's own."""
        if code.co_filename in PLACES and not self._over:
            followed = getattr(sys._getframe(1).f_trace, "__self__", None)
            if self.instructions(code)[offset].opname == "RAISE_VARARGS" and followed is not None:
                self.guard(followed.raised, sys._getframe(1), exception)

    def _on_jump(self, _code, offset, target):
        followed = getattr(sys._getframe(1).f_trace, "__self__", None)
        if isinstance(followed, FrameOracle):
            self.guard(followed.iterations.jump, offset, target)

    def _on_branch(self, _code, offset, target):
        followed = getattr(sys._getframe(1).f_trace, "__self__", None)
        if isinstance(followed, FrameOracle):
            self.guard(followed.iterations.branch, offset, target)

    def _on_call(self, frame, event, _argument):
        if event != "call" or self._over or not _is_users(frame):
            return None
        if isinstance(getattr(frame.f_trace, "__self__", None), FrameOracle):
            return frame.f_trace  # A generator goes on.
        call = {
            "call": self._calls,
            "function": frame.f_code.co_qualname.replace("<locals>.", ""),
            "depth": _depth(frame),
            "caller": _caller(frame),
        }
        self._calls += 1
        followed = FrameOracle(self, frame, call)
        self.guard(followed.begin, frame)
        return followed.on_event

    def instructions(self, code):
        """The code's instructions by their offset."""
        if id(code) not in self._codes:
            found = {instruction.offset: instruction for instruction in dis.get_instructions(code)}
            # With the code, so that it lives on and no other gets its id.
            self._codes[id(code)] = (code, found)
        return self._codes[id(code)][1]

    def guard(self, work, *arguments):
        """Do the oracle's work while the run lasts, and end the run when its time is over."""
        if self._over:
            return
        try:
            work(*arguments)
            if self._run.due:
                self._run.strike()
        except Stopped:
            self._over = self.stopped = True
            raise
        except BaseException as defect:
            self._over = True
            self.defect = traceback.format_exception(defect)

    def count_line(self, place, line):
        self.hits[place][line] = self.hits[place].get(line, 0) + 1

    def record(self, place, line, call, iteration, changes):
        if not changes:
            return
        self.counts[place][line] = self.counts[place].get(line, 0) + 1
        self.steps.append(
            {
                "ordinal": len(self.steps),
                "place": place,
                "line": line,
                "frame": call,
                "changes": [{"name": name, "value": text} for name, text in changes],
                "iteration": iteration,
                "printed": len(self._run.output.encode("utf-16-le", "surrogatepass")) // 2,
            }
        )


class FrameOracle:
    """Follows one frame from its call to its end."""

    def __init__(self, oracle, frame, call):
        code = frame.f_code
        self._oracle = oracle
        self.call = call
        monitoring.set_local_events(_TOOL, code, _JUMPS)
        self.iterations = Iterations(
            oracle.definitions[code.co_filename].loops, oracle.instructions(code)
        )
        self._place = PLACES[code.co_filename]
        self._definitions = oracle.definitions[code.co_filename]
        self._instructions = oracle.instructions(code)
        # The line that runs: a change that is seen at an event was made by it.
        self._line = self._definitions.def_lines.get(code.co_firstlineno, code.co_firstlineno)
        self._before = {}
        self._ran_a_line = False
        self._shown_exception = None

    def begin(self, frame):
        """Arguments are the first step of a call; what else there is already is no change."""
        changes = self._changes(frame)
        arguments = inspect.getargs(frame.f_code)
        names = {*arguments.args, arguments.varargs, arguments.varkw}
        self._record([(name, text) for name, text in changes if name in names])

    def on_event(self, frame, event, argument):
        self._oracle.guard(getattr(self, f"_on_{event}"), frame, argument)
        self.iterations.began = None
        return self.on_event

    def _on_line(self, frame, _argument):
        self.iterations.reach_line(self._line, frame.f_lineno)
        self._record(self._changes(frame))
        self._line = frame.f_lineno
        self._ran_a_line = True
        self._shown_exception = None
        self._oracle.count_line(self._place, self._line)

    def _on_exception(self, frame, argument):
        exception = argument[1]
        if isinstance(exception, Stopped):
            self._oracle.stopped = True
            return
        at = self._instructions[frame.f_lasti].opname
        if isinstance(exception, (StopIteration, StopAsyncIteration)) and at in _ENDS_ITERATION:
            return
        if isinstance(exception, GeneratorExit) and at != "RAISE_VARARGS":
            return  # The generator is closed from outside.
        self.iterations.fail()
        if self._ran_a_line:  # Else it was one call too many, and its caller's line raises.
            self.raised(frame, exception)

    def raised(self, frame, exception):
        """The line raised the exception; one that passes a line several times is shown once."""
        if self._shown_exception != id(exception) and not isinstance(exception, Stopped):
            self._shown_exception = id(exception)
            text = self._oracle.show(exception)
            self._record([*self._changes(frame), ("__exception__", text)])

    def _on_return(self, frame, value):
        changes = self._changes(frame)
        last = self._instructions[frame.f_lasti]
        if last.opname == "RETURN_VALUE" and self._returns_to_program(frame.f_code, value):
            changes.append(("__return__", self._oracle.show(value)))
        if last.opname == "YIELD_VALUE" and not _is_await(frame.f_code, last):
            if frame.f_code.co_flags & inspect.CO_ASYNC_GENERATOR:
                # The event has an object without attributes that wraps the value.
                value = gc.get_referents(value)[0]
            changes.append(("__yield__", self._oracle.show(value)))
        self._record(changes)

    @staticmethod
    def _returns_to_program(code, value):
        """Modules and class bodies return nothing, and neither do generator expressions."""
        is_function = bool(code.co_flags & inspect.CO_OPTIMIZED)
        return is_function and not (code.co_name == "<genexpr>" and value is None)

    def _record(self, changes):
        self._oracle.record(self._place, self._line, self.call, self.iterations.began, changes)

    def _changes(self, frame):
        """Names and texts of what differs from the event before."""
        now = {name: self._oracle.show(value) for name, value in self._variables(frame).items()}
        before = self._before
        changes = [
            (name, text)
            for name, text in now.items()
            if before.get(name) != text and not self._definitions.has(self._line, name)
        ]
        is_class = not frame.f_code.co_flags & inspect.CO_OPTIMIZED
        is_class = is_class and frame.f_code.co_name != "<module>"
        if is_class and type(frame.f_locals).__name__ == "FrameLocalsProxy":
            # A comprehension in a class body hides the body's own names while it runs.
            now = {**before, **now}
        self._before = now
        return changes

    def _variables(self, frame):
        """All that the frame's code can name: a module's globals, locals, and globals it uses."""
        found = {}
        if frame.f_code.co_name == "<module>":
            found.update(frame.f_globals)
        found.update(frame.f_locals)
        if frame.f_code.co_flags & inspect.CO_OPTIMIZED:
            for instruction in self._instructions.values():
                name = instruction.argval
                if instruction.opname in _USES_GLOBAL and name in frame.f_globals:
                    found.setdefault(name, frame.f_globals[name])
        return {name: value for name, value in found.items() if not _is_pythons_own(name)}


class Definitions:
    """Which lines bind which names to functions, classes and imports: those are no states."""

    def __init__(self, text):
        self.def_lines = {}
        self.loops = []
        self._bound = set()
        try:
            tree = ast.parse(text)
        except SyntaxError, ValueError:
            return
        for node in ast.walk(tree):
            if isinstance(node, (ast.While, ast.AsyncFor)):
                self.loops.append(node)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                first = min([node.lineno, *(item.lineno for item in node.decorator_list)])
                self.def_lines[first] = node.lineno
                self._bind(first, node.lineno, node.name)
            elif isinstance(node, ast.TypeAlias):
                self._bind(node.lineno, node.end_lineno, node.name.id)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                for alias in node.names:
                    name = alias.asname or alias.name.partition(".")[0]
                    self._bind(node.lineno, node.end_lineno, name)

    def has(self, line, name):
        return (line, name) in self._bound or (line, "*") in self._bound

    def _bind(self, first, last, name):
        self._bound.update((line, name) for line in range(first, last + 1))


def _is_users(frame):
    name = frame.f_code.co_name
    is_pythons_own = name == "__annotate__" or name.startswith("<generic")
    return frame.f_code.co_filename in PLACES and not is_pythons_own


def _depth(frame):
    """How many of the user's frames are below this one."""
    depth, below = 0, frame.f_back
    while below is not None:
        depth += _is_users(below)
        below = below.f_back
    return depth


def _caller(frame):
    """The call of the nearest of the user's frames below this one."""
    below = frame.f_back
    while below is not None:
        followed = getattr(below.f_trace, "__self__", None)
        if isinstance(followed, FrameOracle):
            return followed.call["call"]
        below = below.f_back
    return None


def _is_await(code, instruction):
    """Whether a yield is an `await` on its way to the event loop."""
    is_async = code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR)
    return bool(is_async) and instruction.arg == 1


def _is_pythons_own(name):
    return name.startswith(".") or (name.startswith("__") and name.endswith("__"))
