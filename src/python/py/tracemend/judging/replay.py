"""Stubs for the program's functions, which give the replies so far and then ask."""

import ast
import builtins
import sys
from collections import deque

from tracemend.judging import plain
from tracemend.units.bodies import compile_statements

# Each call replays the test from its start, so many calls cost much more than many tests.
MAX_CALLS = 300


class _Interrupted(BaseException):
    """Leaves the test at a call that cannot be answered now; what for stands in the `Replay`."""


class Replay:
    """One replay of a test, by its `Apart` plan, with the replies so far.

    Afterwards at most one of these is set: `ask`, what the program has to be asked next;
    `declined`, why the
    test cannot be judged apart after all; `ended`, the status and message with which the program
    ended.
    """

    def __init__(self, plan, replies):
        self.ask = None
        self.declined = ""
        self.ended = None
        self._plan = plan
        self._replies = replies
        self._next = 0
        self._results = []
        self._raised = []

    def prepare(self, namespace):
        """Bind the stubs and the standard modules that the program imports for the test."""
        exec(compile_statements(list(self._plan.imports)), namespace)
        for name in self._plan.calls:
            namespace[name] = self._stub(name)

    def reply_of(self, error):
        """The reply that made this exception, or None when the test's own code raised it."""
        for raised, reply in self._raised:
            if raised is error:
                return reply
        return None

    def _stub(self, name):
        def stub(*args, **kwargs):
            if self.ask or self.declined or self.ended:
                raise _Interrupted
            self._refuse_held_results(args, kwargs)
            if self._next < len(self._replies):
                reply = self._replies[self._next]
                self._next += 1
                return self._give(name, reply)
            raise self._ask(name, args, kwargs)

        stub.__name__ = stub.__qualname__ = name
        return stub

    def _ask(self, name, args, kwargs):
        if len(self._replies) >= MAX_CALLS:
            raise self._decline(f"the test calls the program more than {MAX_CALLS} times")
        if self._plan.looks_again and any(map(plain.is_mutable, (*args, *kwargs.values()))):
            raise self._decline(
                "the test looks at an argument again that the program could have changed"
            )
        try:
            forms = plain.encode((*args, kwargs), sharing=False)[1]
        except plain.NotPlain as reason:
            raise self._decline(f"an argument of {name} cannot leave the test: {reason}") from None
        self.ask = {
            "kind": "call",
            "function": name,
            "args": forms[:-1],
            "kwargs": [[key[1], form] for key, form in forms[-1][1]],
        }
        return _Interrupted()

    def _give(self, name, reply):
        kind = reply["kind"]
        print(reply.get("output", ""), end="")
        if kind == "value":
            return self._value(name, reply)
        if kind == "raised":
            error = _exception(reply)
            self._raised.append((error, reply))
            raise error
        if kind == "live":
            raise self._live(name, reply)
        if kind == "ended":
            raise self._end(reply["status"], reply["message"])
        raise self._end("crashed", f"{name} was called, but the program gave no result")

    def _value(self, name, reply):
        try:
            value = plain.decode(reply["value"])
        except plain.Malformed as error:
            raise self._end("crashed", f"the result of {name} cannot be read: {error}") from None
        if plain.is_mutable(value):
            self._results.extend(_containers(value))
        return value

    def _live(self, name, reply):
        if not self._plan.live_fails:
            return self._decline(
                f"{name} returned a {reply['type']}, which cannot leave the program's interpreter"
            )
        what = f"{name} returned a {reply['type']} object, {reply['repr']}"
        return self._end("failed", f"{what}, which is not a plain value")

    def _refuse_held_results(self, args, kwargs):
        """Decline when the test still holds a mutable result: the program could change the original
        now.
        """
        passed = [id(value) for value in (*args, *kwargs.values())]
        for index, inside in enumerate([inside for _, inside in self._results]):
            # Not counted: the references of the tuple here, of this very call, and of the value
            # around it.
            owners = sys.getrefcount(self._results[index][0]) - 2 - inside
            if owners > passed.count(id(self._results[index][0])):
                raise self._decline("the test keeps a result while it calls the program again")

    def _decline(self, reason):
        self.declined = reason
        return _Interrupted()

    def _end(self, status, message):
        self.ended = (status, message)
        return _Interrupted()


def _containers(value, inside=0):
    """The containers of a plain value, each with how many others of them refer to it."""
    found = [(value, inside)]
    items = value.values() if isinstance(value, dict) else value
    if isinstance(value, (list, tuple, dict, deque)):
        for item in items:
            if plain.is_mutable(item):
                found.extend(_containers(item, 1))
    return found


def _exception(reply):
    """An exception like the program's: the builtin class of that name, or a new class with its
    builtin bases.
    """
    name, message = reply["type"], reply["message"]
    bases = [kind for base in reply["bases"] if (kind := _builtin_exception(base))]
    known = _builtin_exception(name)
    kind = known if known in bases else _new_class(name, bases)
    try:
        return kind(_key(message)) if issubclass(kind, KeyError) else kind(message)
    except TypeError:
        # Some, UnicodeDecodeError for one, need more than a message.
        return _new_class(name, [Exception])(message)


def _key(message):
    """The missing key that the message of a KeyError shows."""
    try:
        return ast.literal_eval(message)
    except ValueError, SyntaxError:
        return message


def _new_class(name, bases):
    nearest = [
        base
        for base in bases
        if not any(issubclass(kind, base) for kind in bases if kind is not base)
    ]
    for parents in (nearest, bases[:1], [Exception]):
        try:
            return type(name, tuple(parents or [Exception]), {"__module__": "program"})
        except TypeError, ValueError:
            continue
    return Exception


def _builtin_exception(name):
    kind = getattr(builtins, name, None)
    is_exception = isinstance(kind, type) and issubclass(kind, BaseException)
    return kind if is_exception else None
