"""Texts of lists of integers, made anew only where such a list changed."""

from tracemend.tracing.values import LENGTH

# `marshal` writes a list as `[` and four bytes of its length, a short integer as `i` and four.
_WIDTH = 5


class NumberLists:
    """Keeps the texts of the items of lists that were seen, by a name that was given to them."""

    def __init__(self):
        self._known = {}

    def text(self, name, value, written):
        """The repr of the list, which `marshal` writes so; None where another way must be found."""
        count = len(value)
        if len(written) != _WIDTH * (count + 1) or written[_WIDTH::_WIDTH].strip(b"i"):
            return None
        before, parts = self._known.get(name, (b"", ()))
        if len(before) == len(written):
            first, end = _changed(before, written)
            parts[first:end] = map(repr, value[first:end])
        else:
            parts = [*map(repr, value)]
        self._known[name] = written, parts
        text = f"[{', '.join(parts)}]"
        return text if len(text) <= LENGTH else None


def _changed(before, after):
    """From where to where the items of two lists of one length differ."""
    difference = int.from_bytes(before, "little") ^ int.from_bytes(after, "little")
    if difference == 0:
        return 0, 0
    lowest = (difference & -difference).bit_length() - 1
    highest = difference.bit_length() - 1
    return lowest // 8 // _WIDTH - 1, highest // 8 // _WIDTH
