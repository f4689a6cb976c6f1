"""Bounds around the user's code: output, time, recursion, and its marks on the interpreter."""

import builtins
import sys
from _signal import SIGINT, getsignal, signal
from sys import getrecursionlimit, monitoring, setprofile, setrecursionlimit, settrace

from tracemend import host
from tracemend.running.bounds import DeadlinePassed, OutputLimit, QuietCallEnded, is_users
from tracemend.running.event_loop import blocking_loops
from tracemend.running.streams import Capture, standard_input
from tracemend.surroundings.staging import Stage

_PACKAGE = __file__.rpartition("/")[0] + "/"
_OWN_MAIN = sys.modules["__main__"]
# The tool slots 0 to 2 and 5 have conventional owners; 3 is left to the search engine.
_STOP_TOOL = 4
# Where the limits do not say: Python's usual recursion limit, and mebibytes.
_RECURSION = 1000
_MEMORY = 512
# Each level of a `__repr__` that calls itself takes a piece of the browser's own stack: about 200
# levels are fatal to the whole interpreter, so a quiet call gets fewer.
_QUIET_RECURSION = 100
# The depth at which a traced program begins differs by so much from where it is counted.
_FEW_FRAMES = 30
# A passed deadline strikes again after so many seconds, for programs that swallow it.
_AGAIN = 0.005


def keep_raising(kind):
    """Raise `kind` at every line of the user's code from now on: none can swallow it for long."""
    if monitoring.get_tool(_STOP_TOOL) is None:
        monitoring.use_tool_id(_STOP_TOOL, "tracemend stop")

    def strike(code, *_):
        if is_users(code.co_filename):
            raise kind

    events = monitoring.events
    for event in (events.LINE, events.PY_START, events.PY_RESUME, events.JUMP):
        monitoring.register_callback(_STOP_TOOL, event, strike)
    monitoring.set_events(
        _STOP_TOOL, events.LINE | events.PY_START | events.PY_RESUME | events.JUMP
    )


class guarded:
    """Runs the body of a `with` under `limits` (see `limits.ts`), with `stdin` as standard input,
    or that of the surroundings when it is None. A `stage` goes on where it was left.

    Within it standard output and error are kept, bounded; the soft deadline runs; memory is
    bounded; the recursion limit is counted from here. A bound that is passed appears as a
    `Stopped` in the user's code and nowhere else. What programs commonly change in the interpreter
    is put back after it.
    """

    current = None

    def __init__(self, limits, stdin=None, stage=None):
        self.limits = limits
        self.recursion = limits.get("recursion", _RECURSION)
        self.memory = limits.get("memory", _MEMORY)
        self._stdin = stdin
        self._stage = stage or Stage()
        self._quiet_until = None
        self._ends = 0.0
        # The deadline passed while our own code was at work, which may `strike` when it is ready.
        self.due = False
        self._over = False

    @property
    def output(self):
        """What was printed so far: standard output and error in the order printed."""
        return self.capture.text()

    def __enter__(self):
        self._saved = {
            "streams": (sys.stdin, sys.stdout, sys.stderr),
            "builtins": dict(vars(builtins)),
            "recursion": getrecursionlimit(),
            "handler": getsignal(SIGINT),
            "hooks": (sys.excepthook, sys.unraisablehook, sys.displayhook),
            "outer": guarded.current,
            "tools": _monitoring_tools(),
            "loops": blocking_loops(),
        }
        self._stage.__enter__()
        self._saved["loops"].__enter__()
        guarded.current = self
        own = self._stdin is not None
        self._input = standard_input(self._stdin) if own else self._stage.stdin
        self._show(self._input)
        self._base = stack_depth()
        setrecursionlimit(self._base + self.recursion)
        host.limit_memory(self.memory)
        signal(SIGINT, self._interrupted)
        self._begin()
        return self

    def again(self, stdin):
        """Begin anew with the text `stdin`, almost as if the body had been left and entered again.

        At a third of the price, for the files, warnings and clocks of what ran before stay: so it
        is for trying out, and what it shows wants to be confirmed.
        """
        self.rest()
        self._put_back()
        if stdin or sys.stdin is not self._input or self._input.closed:
            self._input = standard_input(stdin)
        self._show(self._input)
        setrecursionlimit(self._base + self.recursion)
        signal(SIGINT, self._interrupted)
        self._over = False
        self._begin()

    def rest(self):
        """Lift the deadline until `again`, and what it set off where it passed."""
        self._over = True
        host.set_deadline(0)
        for tool in _monitoring_tools() - self._saved["tools"]:
            monitoring.free_tool_id(tool)

    def _show(self, stdin):
        self.capture = Capture(self.limits["output"], self._output_passed)
        sys.stdin = stdin
        sys.stdout = self.capture.output_stream()
        sys.stderr = self.capture.error_stream()

    def _begin(self):
        self._ends = host.seconds() + self.limits["seconds"]
        host.set_deadline(self.limits["seconds"])

    def __exit__(self, *_):
        self.rest()
        saved = self._saved
        outer = saved["outer"]
        host.limit_memory(outer.memory if outer else 0)
        saved["loops"].__exit__(None, None, None)
        guarded.current = outer
        self._put_back()
        signal(SIGINT, saved["handler"])
        sys.stdin, sys.stdout, sys.stderr = saved["streams"]
        self._stage.__exit__()
        setrecursionlimit(saved["recursion"])
        return False

    def _put_back(self):
        saved = self._saved
        settrace(None)
        setprofile(None)
        sys.excepthook, sys.unraisablehook, sys.displayhook = saved["hooks"]
        sys.modules["__main__"] = _OWN_MAIN
        builtin = vars(builtins)
        builtin.update(saved["builtins"])
        if len(builtin) != len(saved["builtins"]):
            for name in builtin.keys() - saved["builtins"].keys():
                del builtin[name]

    def quietly(self, call, seconds=0.2):
        """The result of `call()`, which enters user code.

        What it prints is dropped and its time is bounded. Its exceptions propagate; a call that
        took too long raises QuietCallEnded.
        """
        streams = (sys.stdout, sys.stderr)
        sys.stdout = sys.stderr = self.capture.nowhere
        self.capture.muted = True
        self._quiet_until = host.seconds() + seconds
        recursion = getrecursionlimit()
        setrecursionlimit(stack_depth() + _QUIET_RECURSION)
        host.set_deadline(seconds)
        try:
            return call()
        finally:
            setrecursionlimit(recursion)
            self._quiet_until = None
            self.capture.muted = False
            sys.stdout, sys.stderr = streams
            host.set_deadline(max(self._ends - host.seconds(), _AGAIN))

    def _interrupted(self, _signal, frame):
        if self._over:
            # On its way while the deadline was lifted: another would strike behind the run.
            return
        now = host.seconds()
        quiet = self._quiet_until is not None
        ends = self._quiet_until if quiet else self._ends
        ours = frame is None or frame.f_code.co_filename.startswith(_PACKAGE)
        if now < ends - _AGAIN:
            host.set_deadline(ends - now)
            if ours:
                # The other deadline passed, just before this one took its place.
                return
            # The program raised the signal itself.
            raise KeyboardInterrupt
        host.set_deadline(_AGAIN)
        if ours:
            self.due = not quiet
            return
        if not _in_user_code(frame):
            return
        if quiet:
            raise QuietCallEnded
        self.strike()

    def keeps_recursion_limit(self):
        """Whether the limit of recursion is still ours; a program may set its own."""
        return abs(getrecursionlimit() - self._base - self.recursion) < _FEW_FRAMES

    def strike(self):
        """End the user's code that called us, for its time is over."""
        keep_raising(DeadlinePassed)
        raise DeadlinePassed

    def _output_passed(self):
        keep_raising(OutputLimit)
        raise OutputLimit


def stack_depth():
    """How many Python frames are below the caller's, with it."""
    depth, frame = 0, sys._getframe(1)
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    return depth


def _in_user_code(frame):
    while frame is not None:
        if is_users(frame.f_code.co_filename):
            return True
        frame = frame.f_back
    return False


def _monitoring_tools():
    return {tool for tool in range(6) if monitoring.get_tool(tool) is not None}
