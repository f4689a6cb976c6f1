"""The calls that tests make of a program, and calls like them."""

import random
from dataclasses import dataclass
from types import FunctionType

from tracemend.checking.varying import changed
from tracemend.running.bounds import PROGRAM
from tracemend.tracing.values import Shower

from ..synthesis.values import kept, mark

_RECORDED = 24
_VARIED = 48
_TRIES = 6
_SHOWN = 120
_SEED = 7


@dataclass(frozen=True, slots=True)
class Call:
    """A call of one of the program's functions; `unit` made it, None where it is only like one."""

    function: str
    args: tuple
    kwargs: dict
    unit: int | None

    def shown(self):
        """The call as source."""
        show = Shower(lambda call: call()).show
        parts = [show(value, _SHOWN) for value in self.args]
        parts += [f"{name}={show(value, _SHOWN)}" for name, value in self.kwargs.items()]
        return f"{self.function}({', '.join(parts)})"


def recorded(evaluator, code):
    """The calls that the units make of the program's functions from outside, each once."""
    found = {}
    for number in range(len(evaluator.units)):
        calls = []
        evaluator.run_one(code, number, after=lambda space, calls=calls: _listen(space, calls))
        for name, args, kwargs in calls[:_RECORDED]:
            key = mark([name, args, kwargs])
            found.setdefault(key, Call(name, args, kwargs, number))
    return list(found.values())[: 4 * _RECORDED]


def variants(calls):
    """Calls like the given ones with one argument changed; the same ones each time."""
    draw = random.Random(_SEED)
    known = {mark([call.function, call.args, call.kwargs]) for call in calls}
    found = []
    for number in range(_VARIED if calls else 0):
        call = calls[number % len(calls)]
        for _ in range(_TRIES):
            other = _changed(draw, call)
            key = other and mark([other.function, other.args, other.kwargs])
            if other and key not in known:
                known.add(key)
                found.append(other)
                break
    return found


def _changed(draw, call):
    if not call.args:
        return None
    args = list(call.args)
    place = draw.randrange(len(args))
    args[place] = changed(draw, kept(args[place]))
    return Call(call.function, tuple(args), call.kwargs, None)


def _listen(namespace, calls):
    """Have the calls noted that reach the program's functions from outside of it."""
    depth = [0]

    def listening(name, function):
        def called(*args, **kwargs):
            if depth[0] == 0:
                calls.append((name, kept(args), kept(kwargs)))
            depth[0] += 1
            try:
                return function(*args, **kwargs)
            finally:
                depth[0] -= 1

        return called

    for name, value in list(namespace.items()):
        if isinstance(value, FunctionType) and value.__code__.co_filename == PROGRAM:
            namespace[name] = listening(name, value)
