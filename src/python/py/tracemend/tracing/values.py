"""Bounded reprs of the user's values, which never fail and never show a memory address."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from types import WrapperDescriptorType

from tracemend.running.bounds import QuietCallEnded
from tracemend.tracing.shapes import (
    OWN_MODULES,
    SCALAR_REPRS,
    SCALARS,
    attributes_shape,
    named_form,
    qualified_name,
    shape_of,
)

_CUT = "…"
LENGTH = 1000
DEPTH = 8
# The end of what does not fit is kept too, so that an append stays visible.
_TAIL_ITEMS = 2
_TAIL_LETTERS = 12
# A key of at most so many letters is never cut itself.
_SHORT = 12
# The least that an item takes, with what separates it from the next.
_LEAST_WIDTH = {list: 3, tuple: 3, dict: 6}
_SHORT_INT = 40
# Letters by which objects in a set are told apart.
_ORDER_ROOM = 100
# Python refuses to turn an int of more than 4,300 digits into text.
_LONGEST_INT = 10**4000
_ENDING_DIGITS = 10**20

_ADDRESS = re.compile(r"( object)? at 0x[0-9a-fA-F]+")
_OWN_MODULE = re.compile(r"<(class ')?(?:program|__main__)\.")
_CONTROL = {code: repr(chr(code))[1:-1] for code in (*range(32), 0x7F, 0x85, 0x2028, 0x2029)}

# Of classes that are not the program's, those whose objects cannot change.
_CONSTANT = frozenset({Decimal, Fraction, date, datetime, time, timedelta})


class Shower:
    """Makes bounded reprs. `quietly` calls user code without visible effects (see `guard.py`)."""

    def __init__(self, quietly):
        self._quietly = quietly
        # Types whose `__repr__` took too long: it is not called again.
        self._slow = set()
        # Set where a value is shown that may change on its own, or when it is only read.
        self.met_strange = False

    def show(self, value, length=LENGTH):
        """The value's repr on one line, of about `length` characters at most."""
        text = _plain_text(value, length)
        return _One(self).text(value, length, DEPTH) if text is None else text

    def own_repr(self, value):
        """What the value's `__repr__` says on one line, or None when it says nothing usable."""
        kind = type(value)
        if kind in self._slow:
            return None
        try:
            text = self._quietly(lambda: repr(value))
        except QuietCallEnded:
            self._slow.add(kind)
            return None
        except Exception:
            return None
        text = str.translate(_ADDRESS.sub("", text), _CONTROL)
        return _OWN_MODULE.sub(lambda match: f"<{match[1] or ''}", text)


class _One:
    """Makes one repr; keeps which containers it is inside of, to see cycles."""

    def __init__(self, shower):
        self._shower = shower
        self._inside = set()

    def text(self, value, room, depth):
        text = _plain_text(value, room) if depth > 0 else None
        if text is not None:
            return text
        kind = type(value)
        represent = type.__getattribute__(kind, "__repr__")
        if type(represent) is WrapperDescriptorType and represent in SCALAR_REPRS:
            return _scalar_text(SCALAR_REPRS[represent], value, room)
        form = named_form(value)
        if form is not None:
            return form
        shape = shape_of(value, represent)
        if shape is None and represent is not object.__repr__:
            own = self._shower.own_repr(value)
            if own is not None:
                self._meet(kind)
                return _clip(own, room)
        if shape is None or represent is defaultdict.__repr__:
            self._meet(kind)
        if shape is None:
            shape = attributes_shape(value)
        if shape is None:
            return f"<{qualified_name(kind)}>"
        return self._container(value, shape, room, depth)

    def _meet(self, kind):
        """Note a value that is neither plain nor of a class of the program's own."""
        module = type.__getattribute__(kind, "__module__")
        if module not in OWN_MODULES and kind not in _CONSTANT:
            self._shower.met_strange = True

    def _container(self, value, shape, room, depth):
        if shape.size == 0:
            return shape.empty
        if id(value) in self._inside:
            return f"{shape.opening}...{shape.closing}"
        if depth == 0:
            return f"{shape.opening}{_CUT}{shape.closing}"
        self._inside.add(id(value))
        try:
            if shape.by_address:
                shape = self._by_text(shape, depth - 1)
            inner = self._items(shape, room - len(shape.opening) - len(shape.closing), depth - 1)
        finally:
            self._inside.discard(id(value))
        return f"{shape.opening}{inner}{shape.closing}"

    def _by_text(self, shape, depth):
        """The shape with its items in the order of their texts, the same in every run."""
        items = sorted(shape.items(), key=lambda item: self.text(item[1], _ORDER_ROOM, depth))
        return replace(shape, items=lambda: iter(items), last=lambda count: items[-count:])

    def _items(self, shape, room, depth):
        """The items' texts; when they do not fit, the first and the last with a `…` between."""
        texts, used = [], 0
        for item in islice(shape.items(), max(room, 0) // 3 + 1):
            text = self._item(item, max(room - used, _SHORT), depth)
            if used + len(text) > room:
                break
            texts.append(text)
            used += len(text) + 2
        if len(texts) == shape.size:
            return ", ".join(texts)
        last = [self._item(item, room // 8, depth) for item in shape.last(_TAIL_ITEMS)]
        left = room - sum(map(len, last)) - 2 * len(last) - 1
        while len(texts) > 1 and used > left:
            used -= len(texts.pop()) + 2
        if used > left or not texts:
            texts = [self._item(next(iter(shape.items())), max(left - 2, _SHORT), depth)]
        hidden = shape.size - len(texts)
        between = [_CUT] if hidden > len(last) else []
        return ", ".join([*texts, *between, *last[len(last) - min(hidden, len(last)) :]])

    def _item(self, item, room, depth):
        """The text of one item of a `Shape`."""
        match item:
            case (key, separator, value):
                key_text = self.text(key, max(room // 2, _SHORT), depth)
                rest = max(room - len(key_text) - 2, _SHORT)
                return f"{key_text}{separator}{self.text(value, rest, depth)}"
            case (None, value):
                return self.text(value, room, depth)
            case (name, value):
                return f"{name}={self.text(value, max(room - len(name) - 1, _SHORT), depth)}"


def _plain_text(value, room):
    """Python's own repr where it is cheap, fits and is in the form that we show; else None."""
    try:
        if _is_flat(value, room):
            text = repr(value)
            return text if len(text) <= room else None
    except ValueError:  # An int of too many digits.
        pass
    return None


def _is_flat(value, room):
    """Whether Python's own repr is cheap, free of addresses and, where it fits, what we show."""
    kind = type(value)
    if kind in SCALARS:
        return kind is not str or len(value) <= room
    if kind not in _LEAST_WIDTH or len(value) * _LEAST_WIDTH[kind] > room:
        return False
    if not SCALARS.issuperset(map(type, value)):
        return False
    if kind is not dict:
        return True
    if not value or not SCALARS.issuperset(map(type, value.values())):
        return False
    # A longer key may be cut, for it is to leave room for its value.
    return max(map(len, map(repr, value))) <= _SHORT


def _scalar_text(base, value, room):
    if base is int and not -_LONGEST_INT < int.__int__(value) < _LONGEST_INT:
        return _long_int_text(int.__int__(value))
    if base in (str, bytes, bytearray) and base.__len__(value) > room:
        return _cut_text(base, value, room)
    text = base.__repr__(value)
    return (
        text if base is not int or len(text) <= max(room, _SHORT_INT) else _clip_middle(text, room)
    )


def _long_int_text(value):
    sign = "-" if value < 0 else ""
    return f"{sign}{_CUT}{abs(value) % _ENDING_DIGITS:020}"


def _cut_text(base, value, room):
    head = base.__getitem__(value, slice(0, max(room - _TAIL_LETTERS - 3, 1)))
    tail = base.__getitem__(value, slice(-_TAIL_LETTERS, None))
    if base is str:
        return repr(f"{head}{_CUT}{tail}")
    quoted = f"{repr(bytes(head))[:-1]}{_CUT}{repr(bytes(tail))[2:]}"
    return quoted if base is bytes else f"bytearray({quoted})"


def _clip(text, room):
    return text if len(text) <= room else text[: max(room - 1, 1)] + _CUT


def _clip_middle(text, room):
    return f"{text[: max(room - _TAIL_LETTERS - 1, 1)]}{_CUT}{text[-_TAIL_LETTERS:]}"
