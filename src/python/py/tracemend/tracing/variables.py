"""What is seen of a value that can change: its text, and what tells cheaply whether it did."""

from tracemend.tracing.fingerprint import has_mark, mark_again, mark_of

_MOST_TEXTS = 50


class Variables:
    """Looks at values of variables. `marks` says whether marks may be made of values."""

    def __init__(self, shower, marks):
        self._shower = shower
        self._marks = marks
        # Mark to what was seen: what one frame changes, others often meet.
        self._seen = {}
        # Name to what was last seen under it in any frame: a call often meets the same again.
        self._elsewhere = {}

    def look(self, value, name, before):
        """What is seen: text, mark or None, and whether the value may change on its own.

        `before` is what was seen of the variable before, or None: where the mark is the same,
        it is what is given.
        """
        if before is None:
            known = self._elsewhere.get(name)
            if known is not None and has_mark(value, known[1]):
                return known
        elif before[1] is not None and type(value) is before[1][0]:
            mark = mark_again(value, before[1])
            return before if mark is before[1] else self._show(value, mark)
        mark = mark_of(value) if self._marks else None
        seen = self._show(value, mark)
        if seen[1] is not None:
            self._elsewhere[name] = seen
        return seen

    def _show(self, value, mark):
        seen = self._seen.get(mark)
        if seen is not None:
            return seen
        self._shower.met_strange = False
        text = self._shower.show(value)
        if self._shower.met_strange:
            return text, None, True
        seen = text, mark, False
        if mark is not None:
            if len(self._seen) == _MOST_TEXTS:
                self._seen.clear()
            self._seen[mark] = seen
        return seen
