"""What programs answer to the same calls, so that those that do the same are told from others."""

from dataclasses import dataclass
from itertools import islice

from tracemend import host
from tracemend.running.bounds import Stopped
from tracemend.running.execution import new_namespace
from tracemend.tracing.values import Shower

from ..budget import Budget
from ..synthesis.values import kept, mark

_SHOWN = 80
_LISTED = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """How a call ended: `mark` is the same for equal ends; `shown` is for people."""

    mark: object
    shown: str
    kind: str

    @property
    def is_value(self):
        return self.kind == "value"


def answers(evaluator, code, calls, seconds=None):
    """What a program answers to each call, executed anew for each; to the first ones where it takes
    more than some `seconds`.
    """
    ends = None if seconds is None else host.seconds() + seconds
    found = []
    for call in calls:
        if found and ends is not None and host.seconds() > ends:
            break
        found.append(_answer(evaluator, code, call))
    return found


def _answer(evaluator, code, call):
    budget = Budget(evaluator.budget, (code,))

    def ask():
        with budget:
            namespace = new_namespace()
            exec(code, namespace)
            return namespace[call.function](*kept(call.args), **kept(call.kwargs))

    try:
        value = evaluator.alone(ask)
    except Stopped:
        return Answer("no end", "does not end", "cut")
    except BaseException as error:
        return Answer(f"raised {type(error).__name__}", f"raises {type(error).__name__}", "raised")
    if hasattr(value, "__next__"):
        return _listed(evaluator, value)
    return _of_value(value)


def _listed(evaluator, iterator):
    try:
        return _of_value(evaluator.alone(lambda: list(islice(iterator, _LISTED))))
    except BaseException as error:
        return Answer(f"raised {type(error).__name__}", f"raises {type(error).__name__}", "raised")


def _of_value(value):
    try:
        return Answer(mark([value]), Shower(lambda call: call()).show(value, _SHOWN), "value")
    except BaseException:
        return Answer("odd", "a value that cannot be shown", "value")


def behaviours(answered):
    """For each program's answers the number of the first program that gives the same ones."""
    known = {}
    return [
        known.setdefault(tuple(answer.mark for answer in one), index)
        for index, one in enumerate(answered)
    ]
