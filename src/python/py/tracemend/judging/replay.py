"""Replaying a test: the replies so far answer what it asks of the program; then it is asked."""

import gc
import types
import unittest.case

from tracemend.judging import rewriting
from tracemend.judging.crossing import Crossing
from tracemend.judging.errors import ErrorClasses
from tracemend.judging.operations import PLAIN_METHODS
from tracemend.judging.plain import Malformed, NotPlain, is_scalar
from tracemend.judging.remote import Remote, State, state_of
from tracemend.units.bodies import compile_statements

# Each call replays the test from its start, so many calls cost much more than many tests.
MAX_CALLS = 300
# How many items of an iterator are asked for at a time: one by one first, for an endless one.
_ITEMS = (1, 1, 1, 1, 4, 16, 64, 256, 1024)


_NOTHING = ["none", None]
# Functions of Python that have to be ours in unittest, too.
_WATCHED = ("isinstance", "issubclass", "callable")


class Interrupted(BaseException):
    """Leaves the test at a call that cannot be answered now; what for stands in the `Replay`."""


class Replay:
    """One replay of a test, by its `Apart` plan, with the replies so far. It happens in a `with`.

    Afterwards at most one of these is set: `ask`, what the program has to be asked next;
    `declined`, why the test cannot be judged apart after all; `ended`, the status and message with
    which the program ended.
    """

    def __init__(self, plan, replies):
        self.ask = None
        self.declined = ""
        self.ended = None
        self._plan = plan
        self._replies = replies
        self._next = 0
        self._read_ahead = {}
        # Whether the last reply printed or changed something.
        self._noticed = False
        self._errors = ErrorClasses()
        self._ours = {
            rewriting.TYPE: self._type,
            rewriting.IS: self.is_same,
            rewriting.METHOD: self._method,
            rewriting.VARIABLE: self._variable,
            "isinstance": self._isinstance,
            "issubclass": self._issubclass,
            "callable": self._callable,
        }
        self._heap = Crossing(self, self._errors, self._ours.keys()).heap

    def prepare(self, namespace):
        """Bind the stand-ins, and the standard modules that the program imports for the test."""
        exec(compile_statements(list(self._plan.imports)), namespace)
        for name in self._plan.functions:
            namespace[name] = Remote(State(self, ["global", name], "function", (), False))
        for name in self._plan.classes:
            namespace[name] = named = self._variable(name)
            if type(named) is Remote:
                state_of(named).is_class = True
        namespace |= self._ours
        for name in _WATCHED:
            setattr(unittest.case, name, self._ours[name])

    def __enter__(self):
        # What a collector frees, and when, would differ from one replay to the next.
        gc.disable()
        return self

    def __exit__(self, *_):
        gc.enable()
        for name in _WATCHED:
            vars(unittest.case).pop(name, None)

    @property
    def is_interrupted(self):
        """Whether the test is on its way out, so that nothing is asked any more."""
        return bool(self.ask or self.declined or self.ended)

    def reply_of(self, error):
        """The reply that made this exception, or None when the test's own code raised it."""
        return self._errors.reply_of(error)

    # What stand-ins ask for.

    def operate(self, operation, form, values, named):
        """The result of an operation on a live object, given by its form, or on values alone."""
        return self._perform(
            {"kind": "operate", "operation": operation}, operation, form, values, named
        )

    def call(self, form, args, kwargs, is_class):
        if form[0] == "global":
            what = {"kind": "call", "function": form[1]}
            return self._perform(what, form[1], None, args, kwargs)
        result = self.operate("call", form, args, kwargs)
        if type(result) is Remote and is_class:
            state_of(result).made = True
        return result

    def next_item(self, state):
        key = str(state.form)
        waiting = self._read_ahead.setdefault(key, {"items": [], "asked": 0})
        if not waiting["items"]:
            count = _ITEMS[min(waiting["asked"], len(_ITEMS) - 1)]
            waiting["asked"] += 1
            waiting["items"] = list(state.ask("following", count))
            if count > 1 and self._noticed:
                raise self.decline("an iterator of the program does more than giving items")
        return waiting["items"].pop(0)

    def decline(self, reason):
        self.declined = reason
        return Interrupted()

    def refuse_object(self, state):
        """What a test that expects a plain value makes of an object with rules of its own."""
        if self._plan.expects_objects:
            return self.decline(f"the test compares a {state.type} by the program's own rules")
        what = f"returned a {state.type} object, {state.ask('repr')}"
        return self._end("failed", f"{what}, which is not a plain value")

    def expect_object(self, state, name):
        """Whether the test may leave it to an object what its method `name` means."""
        if name in PLAIN_METHODS and state.form[0] == "live" and not self._plan.classes:
            raise self.decline(
                f"the test uses .{name} of a {state.type}, which the program may have made to agree"
            )

    def is_same(self, left, right):
        """`left is right`, where that does not hang on where a value is kept."""
        if left is right:
            return True
        if is_scalar(left) and is_scalar(right) and type(left) is type(right):
            if not isinstance(left, (bool, type(None))) and left == right:
                raise self.decline(f"the test asks whether two {_plural(left)} are one object")
        elif type(left) is Remote or type(right) is Remote:
            other = right if type(left) is Remote else left
            if isinstance(other, (types.FunctionType, types.BuiltinFunctionType, type)):
                raise self.decline("the test asks whether two functions or classes are one object")
            if type(other) is Remote and "global" in (
                state_of(left).form[0],
                state_of(right).form[0],
            ):
                raise self.decline("the test asks whether two functions or classes are one object")
        return False

    # What the test's own code asks.

    def _type(self, value):
        return state_of(value).ask("type") if type(value) is Remote else type(value)

    def _method(self, target, name, /, *args, **kwargs):
        if type(target) is Remote:
            self.expect_object(state_of(target), name)
            return state_of(target).ask("method", name, *args, **kwargs)
        return getattr(target, name)(*args, **kwargs)

    def _variable(self, name):
        return self.operate("global", None, (name,), {})

    def _isinstance(self, value, kinds, /):
        if type(value) is Remote or _holds_remote(kinds):
            return self.operate("isinstance", None, (value, kinds), {})
        return isinstance(value, kinds)

    def _issubclass(self, kind, kinds, /):
        if type(kind) is Remote or _holds_remote(kinds):
            return self.operate("issubclass", None, (kind, kinds), {})
        return issubclass(kind, kinds)

    def _callable(self, value, /):
        return state_of(value).ask("callable") if type(value) is Remote else callable(value)

    # Asking and giving.

    def _perform(self, what, name, form, values, named):
        if self.is_interrupted:
            raise Interrupted
        if any(waiting["items"] for waiting in self._read_ahead.values()):
            raise self.decline("the test uses an iterator of the program between other calls")
        try:
            forms, changes = self._heap.send([*values, *named.values()])
        except NotPlain as reason:
            raise self.decline(f"an argument of {name} cannot leave the test: {reason}") from None
        # Not before: what the test changed last may be a part of something that it never held.
        forgotten = list(self._heap.forget_unused())
        if self._next < len(self._replies):
            reply = self._replies[self._next]
            self._next += 1
            return self._give(name, reply)
        if len(self._replies) >= MAX_CALLS:
            raise self.decline(f"the test calls the program more than {MAX_CALLS} times")
        args, rest = forms[: len(values)], forms[len(values) :]
        self.ask = {
            **what,
            "args": args if form is None else [form, *args],
            "kwargs": [list(pair) for pair in zip(named, rest, strict=True)],
            "heap": changes,
            "forget": forgotten,
        }
        raise Interrupted

    def _give(self, name, reply):
        kind = reply["kind"]
        self._noticed = bool(reply.get("output")) or self._heap.would_change(
            reply.get("heap") or []
        )
        print(reply.get("output", ""), end="")
        if kind == "value":
            return self._received(name, reply, [reply["value"]])[0]
        if kind == "raised":
            parts = [reply.get(part) or _NOTHING for part in ("class", "error", "attributes")]
            kind, error, attributes, *args = self._received(
                name, reply, [*parts, *(reply.get("args") or [])]
            )
            raise self._errors.exception(reply, kind, error, attributes, args)
        if kind == "live":
            what = f"{name} returned a {reply['type']} object, {reply['repr']}"
            raise self._end("failed", f"{what}, which is not a plain value: {reply['reason']}")
        if kind == "ended":
            raise self._end(reply["status"], reply["message"])
        raise self._end("crashed", f"{name} was called, but the program gave no result")

    def _received(self, name, reply, forms):
        try:
            return self._heap.receive(forms, reply.get("heap") or [])
        except Malformed as error:
            raise self._end("crashed", f"the result of {name} cannot be read: {error}") from None

    def _end(self, status, message):
        self.ended = (status, message)
        return Interrupted()


def _holds_remote(kinds):
    if isinstance(kinds, tuple):
        return any(_holds_remote(kind) for kind in kinds)
    return type(kinds) is Remote


def _plural(value):
    return "texts" if type(value) is str else "values"
