"""Texts of long containers of plain items, cut in the middle as `values.py` does it, but quicker.

Python's own repr makes the texts of many items at once; its separators tell them apart.
"""

from bisect import bisect_right
from itertools import accumulate, islice

from tracemend.tracing.shapes import SCALARS

CUT = "…"
# The end of what does not fit is kept too, so that an append stays visible.
TAIL_ITEMS = 2
# A key of at most so many letters is never cut itself.
SHORT = 12
# The least that an item takes, with what separates it from the next.
LEAST_WIDTH = {list: 3, tuple: 3, dict: 6}
_BRACKETS = {list: "[]", tuple: "()", dict: "{}"}
# In less room an item at the end might be cut.
_LEAST_ROOM = 100
_FIRST_TRY = 64


def cut_text(value, room):
    """The text of a list, tuple or dict of scalars that is too long for the room, or None.

    None for anything else, where an item has what separates items within it, and where one at the
    start or at the end is longer than its share.
    """
    kind = type(value)
    if kind not in _BRACKETS or room < _LEAST_ROOM or len(value) <= TAIL_ITEMS:
        return None
    try:
        return _cut(value, kind, room - 2)
    except ValueError:  # An int of too many digits.
        return None


def _cut(value, kind, room):
    last = _texts([*islice(_reversed(value), TAIL_ITEMS)][::-1], kind, room)
    if last is None or max(map(len, last)) > room // 8:
        return None
    left = room - sum(map(len, last)) - 2 * len(last) - 1
    first = _first_texts(value, kind, left)
    if not first:
        return None
    opening, closing = _BRACKETS[kind]
    hidden = len(value) - len(first)
    between = [CUT] if hidden > len(last) else []
    inner = ", ".join([*first, *between, *last[len(last) - min(hidden, len(last)) :]])
    return f"{opening}{inner}{closing}"


def _first_texts(value, kind, room):
    """The texts of as many first items as there is room for; None where they cannot be told."""
    items = value.items() if kind is dict else value
    count, most = _FIRST_TRY, room // LEAST_WIDTH[kind] + 1
    while True:
        texts = _texts([*islice(items, count)], kind, room)
        if texts is None:
            return None
        taken = [*accumulate(len(text) + 2 for text in texts)]
        if taken[-1] > room or count >= most or count >= len(value):
            return texts[: bisect_right(taken, room)]
        count *= 4


def _reversed(value):
    return reversed(value.items()) if type(value) is dict else reversed(value)


def _texts(items, kind, room):
    """The texts of some items, from the text of all of them."""
    if kind is dict:
        some = dict(items)
        if longest_key(some) > SHORT or not _are_short(some.values(), room):
            return None
    else:
        some = items
    if not _are_short(some, room):
        return None
    texts = repr(some)[1:-1].split(", ")
    return texts if len(texts) == len(some) else None


def _are_short(values, room):
    """Whether they are all scalars, and not so long that their texts are costly."""
    kinds = set(map(type, values))
    if kinds == {str}:
        return max(map(len, values)) <= room
    return kinds <= SCALARS and (str not in kinds or len(max(values, key=_length)) <= room)


def _length(value):
    return len(value) if type(value) is str else 0


def longest_key(keys):
    """The length of the longest text of some scalars; of strings roughly, as if none had quotes."""
    kinds = set(map(type, keys))
    if kinds == {str}:
        return max(map(len, keys)) + 2
    if kinds == {int}:
        return max(len(repr(min(keys))), len(repr(max(keys))))
    return max(len(key) + 2 if type(key) is str else len(repr(key)) for key in keys)
