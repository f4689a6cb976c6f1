"""The `vary` method: calls like the given ones, with other arguments of the same types."""

import json
import random
from collections import deque

from tracemend.judging.heap import JUDGE, Heap
from tracemend.judging.plain import Malformed, NotPlain

_TRIES = 20
_LARGEST = 2_000


def vary(asks, seed, count):
    """Up to `count` asks, each a change of one of `asks` and no two alike. The same seed gives the
    same ones.
    """
    draw = random.Random(seed)
    calls = [call for ask in asks if (call := _call_of(ask)) is not None]
    known = {_text(call) for call in calls}
    varied = []
    if not calls:
        return varied
    for number in range(count):
        for _ in range(_TRIES):
            function, args, kwargs = calls[number % len(calls)]
            changed = _change_one(draw, args, kwargs)
            ask = changed and _ask_of(function, *changed)
            if ask and (text := json.dumps(ask)) not in known:
                known.add(text)
                varied.append(ask)
                break
    return varied


def _call_of(ask):
    """The function and its plain arguments, or None where an argument is not plain."""
    if ask["kind"] != "call":
        return None
    names = [name for name, _ in ask["kwargs"]]
    forms = [*ask["args"], *(form for _, form in ask["kwargs"])]
    if len(json.dumps([forms, ask.get("heap", [])])) > _LARGEST:
        return None
    try:
        values = plain_values(forms, ask.get("heap", []))
    except Malformed:
        return None
    positional = values[: len(values) - len(names)]
    return ask["function"], positional, dict(zip(names, values[len(positional) :], strict=True))


def plain_values(forms, heap):
    """The values of forms that hold no live object. Raises Malformed for others."""
    # As from the other side: its numbers are new here.
    return Heap(None, _refuse, lambda *form: NotImplemented).receive(forms, heap)


def _refuse(value, form_of):
    raise NotPlain(f"a {type(value).__name__} is no plain value")


def _ask_of(function, args, kwargs):
    try:
        forms, heap = Heap(JUDGE, _refuse, None).send([*args, *kwargs.values()])
    except NotPlain:
        return None
    named = [list(pair) for pair in zip(kwargs, forms[len(args) :], strict=True)]
    return {
        "kind": "call",
        "function": function,
        "args": forms[: len(args)],
        "kwargs": named,
        "heap": heap,
    }


def _text(call):
    ask = _ask_of(*call)
    return json.dumps(ask)


def _change_one(draw, args, kwargs):
    places = [*range(len(args)), *kwargs]
    if not places:
        return None
    place = draw.choice(places)
    args, kwargs = list(args), dict(kwargs)
    holder = args if isinstance(place, int) else kwargs
    holder[place] = changed(draw, holder[place])
    return args, kwargs


def changed(draw, value):
    """Another value of the same type, or the same one where none is known."""
    change = _CHANGES.get(type(value))
    return value if change is None else change(draw, value)


def _change_int(draw, value):
    return draw.choice((value + 1, value - 1, 0, -value, value * 2, value + draw.randint(2, 9)))


def _change_float(draw, value):
    return draw.choice((value + 0.5, value - 1.0, 0.0, -value, value * 1.5))


def _change_text(draw, value):
    letters = value or "aZ 0"
    at = draw.randint(0, len(value))
    return draw.choice(
        (
            "",
            value[:at] + value[at + 1 :],
            value[:at] + draw.choice(letters) + value[at:],
            value[::-1],
            value.swapcase(),
            value + value,
        )
    )


def _change_list(draw, value):
    return _change_sequence(draw, list(value), lambda: 0)


def _change_sequence(draw, items, filler):
    if not items:
        return [filler()]
    at = draw.randrange(len(items))
    way = draw.randrange(6)
    if way == 0:
        return []
    if way == 1:
        del items[at]
    elif way == 2:
        items.insert(at, items[draw.randrange(len(items))])
    elif way == 3:
        other = draw.randrange(len(items))
        items[at], items[other] = items[other], items[at]
    else:
        items[at] = changed(draw, items[at])
    return items


def _change_tuple(draw, value):
    """Of the same length: a tuple is a record as often as a sequence."""
    items = list(value)
    if items:
        at = draw.randrange(len(items))
        items[at] = changed(draw, items[at])
    return tuple(items)


def _change_dict(draw, value):
    pairs = dict(value)
    if pairs:
        key = draw.choice(list(pairs))
        if draw.random() < 0.3:
            del pairs[key]
        else:
            pairs[key] = changed(draw, pairs[key])
    return pairs


def _change_set(draw, value):
    items = _change_sequence(draw, list(value), lambda: 0)
    try:
        return type(value)(items)
    except TypeError:
        return value


_CHANGES = {
    bool: lambda draw, value: not value,
    int: _change_int,
    float: _change_float,
    str: _change_text,
    bytes: lambda draw, value: value[:-1] if value else b"a",
    list: _change_list,
    tuple: _change_tuple,
    dict: _change_dict,
    set: _change_set,
    frozenset: _change_set,
    deque: lambda draw, value: deque(_change_list(draw, value), value.maxlen),
}
