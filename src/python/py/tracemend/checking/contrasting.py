"""The `contrast` method: where two programs answered the same calls differently."""

from dataclasses import dataclass

from tracemend.checking.varying import plain_values
from tracemend.judging.heap import JUDGE, Heap
from tracemend.judging.plain import Malformed, is_scalar, write_scalar
from tracemend.tracing.values import Shower

_SHOWN = 80
_EXAMPLES = 3
_DEPTH = 50
_ENDS = {
    "timedOut": "no end in time",
    "outputLimit": "too much output",
    "syntaxError": "no program",
    "raised": "no program",
}


def contrast(calls):
    """What the answers show, in the shape of `contrastSchema`.

    Each call has the `ask`, and the replies `before` and `again` of the buggy program, in two
    sessions, and `after` of the fix. Where the first two differ, nothing can be said.
    """
    shower = Shower(lambda call: call())
    compared = agreed = unstable = 0
    examples = []
    for call in calls:
        before, again, after = (
            _answer_of(call["ask"], call[name], shower) for name in ("before", "again", "after")
        )
        if None in (before, again, after):
            continue
        if before.key != again.key:
            unstable += 1
            continue
        compared += 1
        if before.key == after.key:
            agreed += 1
        else:
            examples.append(_example(call["ask"], before, after, shower))
    examples.sort(key=lambda example: len(example["call"]))
    return {
        "compared": compared,
        "agreed": agreed,
        "unstable": unstable,
        "examples": examples[:_EXAMPLES],
    }


@dataclass
class _Answer:
    """What a reply comes to: a key to compare it by, and in words; `leaves` shows the arguments
    after the call.
    """

    key: object
    words: str
    leaves: str = ""


def _answer_of(ask, reply, shower):
    """None for a reply that says nothing comparable."""
    kind = reply["kind"]
    if kind == "raised":
        return _Answer(("raised", reply["type"]), reply["type"])
    if kind == "ended":
        return _Answer(("ended", reply["status"]), _ENDS.get(reply["status"], "no answer"))
    if kind != "value":
        return None
    try:
        args = _arguments(ask)
        heap = Heap(JUDGE, None, lambda *form: NotImplemented)
        heap.send(args)
        [value] = heap.receive([reply["value"]], reply.get("heap") or [])
    except Malformed:
        return None
    leaves = ", ".join(shower.show(argument, _SHOWN) for argument in args)
    return _Answer((_key(value), _key(args)), shower.show(value, _SHOWN), leaves)


def _arguments(ask):
    forms = [*ask["args"], *(form for _, form in ask["kwargs"])]
    return plain_values(forms, ask.get("heap") or [])


def _key(value, depth=0):
    """Equal for values of the same types and contents."""
    kind = type(value)
    if is_scalar(value):
        return repr(write_scalar(value))
    if depth > _DEPTH:
        return "…"
    name = kind.__name__
    if issubclass(kind, dict):
        pairs = [(_key(key, depth + 1), _key(item, depth + 1)) for key, item in value.items()]
        return (name, tuple(sorted(pairs, key=repr)))
    items = [_key(item, depth + 1) for item in value]
    return (name, tuple(sorted(items, key=repr) if kind in (set, frozenset) else items))


def _example(ask, before, after, shower):
    values = [shower.show(value, _SHOWN) for value in _arguments(ask)]
    first = len(ask["args"])
    names = [name for name, _ in ask["kwargs"]]
    named = [f"{name}={text}" for name, text in zip(names, values[first:], strict=True)]
    example = {
        "call": f"{ask['function']}({', '.join([*values[:first], *named])})",
        "before": before.words,
        "after": after.words,
    }
    if before.words == after.words:
        example["before"] = f"{before.words}, leaving {before.leaves}"
        example["after"] = f"{after.words}, leaving {after.leaves}"
    return example
