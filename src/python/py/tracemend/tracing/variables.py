"""Which variables of a frame changed since they were last looked at.

What was seen is kept as it is where it cannot change; of everything else a pair is kept: its text,
and its mark (`fingerprint.py`) or None. No value that can change is kept alive.
"""

from tracemend.tracing.fingerprint import has_mark, mark_again, mark_of
from tracemend.tracing.lines import ABSENT, is_own_name

KEPT_AS_THEY_ARE = frozenset({int, float, str, bool, type(None), complex, bytes})
# JavaScript's numbers are exact up to here: smaller ones need no text.
PLAIN_INT = 2**53
_MOST_TEXTS = 50


class Variables:
    """Looks at variables. `marks` says whether marks may be made of values."""

    def __init__(self, shower, marks):
        self._shower = shower
        self.show = shower.show
        self._marks = marks
        # Mark to text: what one frame changes, others often meet.
        self._texts = {}
        # Name to what was last seen under it in any frame: a call often meets the same again.
        self._elsewhere = {}

    def stored(self, followed, plan):
        """Names and texts, in turn, of what the stores of a line changed; None: look at all."""
        seen, values, changes = followed.seen, followed.values, []
        for name in plan.stores:
            try:
                value = values[name]
            except KeyError:
                seen.pop(name, None)
                continue
            before = seen.get(name, ABSENT)
            if value is before:
                continue
            if name in plan.updated and type(value) not in KEPT_AS_THEY_ARE:
                return None
            text = self.look(followed, name, value, before)
            if text is not None and name not in plan.silent:
                changes += (name, text)
        return changes

    def all(self, followed, line):
        """The same for all variables of the frame, but those that the line defines."""
        defines = followed.facts.source.defines
        before, changes = followed.seen, []
        seen = dict(before) if _hides_namespace(followed) else followed.facts.blank.copy()
        followed.seen = seen
        for name, value in _variables(followed):
            known = before.get(name, ABSENT)
            if value is known:
                seen[name] = known
                continue
            if known is ABSENT:
                if is_own_name(name):
                    continue
            elif type(known) is tuple and known[1] is not None and type(value) is known[1][0]:
                mark = mark_again(value, known[1])
                if mark is known[1]:
                    seen[name] = known
                    continue
                text = self._note(followed, name, known, self._show_and_mark(followed, value, mark))
                if text is not None and not defines(line, name):
                    changes += (name, text)
                continue
            text = self.look(followed, name, value, known)
            if text is not None and not defines(line, name):
                changes += (name, text)
        return changes

    def look(self, followed, name, value, before):
        """Note the value; its text if that differs from what was seen before, else None.

        A short integer stands for its text.
        """
        kind = type(value)
        if kind in KEPT_AS_THEY_ARE:
            followed.seen[name] = value
            if kind is type(before) and _is_same(value, before):
                return None
            if kind is int and -PLAIN_INT < value < PLAIN_INT:
                is_same = type(before) is tuple and before[0] == repr(value)
                return None if is_same else value
            text = self.show(value)
            return None if self._text_of(before) == text else text
        followed.is_watched = True
        if before is ABSENT:
            known = self._elsewhere.get(name)
            if known is not None and has_mark(value, known[1]):
                return self._note(followed, name, before, known)
        mark = mark_of(value) if self._marks else None
        record = self._show_and_mark(followed, value, mark)
        if mark is not None and not self._shower.met_strange:
            self._elsewhere[name] = record
        return self._note(followed, name, before, record)

    def _note(self, followed, name, before, record):
        followed.seen[name] = record
        return None if self._text_of(before) == record[0] else record[0]

    def _show_and_mark(self, followed, value, mark):
        text = self._texts.get(mark)
        if text is not None:
            return text, mark
        self._shower.met_strange = False
        text = self.show(value)
        if self._shower.met_strange:
            followed.is_strange = True
        elif mark is not None:
            if len(self._texts) == _MOST_TEXTS:
                self._texts.clear()
            self._texts[mark] = text
        return text, mark

    def _text_of(self, before):
        """The text that was seen, where it can be the same as that of something else."""
        if type(before) is tuple:
            return before[0]
        if before is ABSENT:
            return None
        return self.show(before)


def _is_same(value, before):
    """Whether two values of one kind have surely the same text; False leaves it to the texts."""
    if type(value) is float or type(value) is complex:
        return repr(value) == repr(before)
    return value == before


def _hides_namespace(followed):
    """Whether a comprehension is at work in a class body, whose names it hides meanwhile."""
    return followed.facts.is_class_body and type(followed.frame.f_locals) is not dict


def _variables(followed):
    """Names and values in a fixed order."""
    facts, frame = followed.facts, followed.frame
    if facts.is_function:
        found = followed.values.items()
        if facts.globals:
            outside = frame.f_globals
            found += [(name, outside[name]) for name in facts.globals if name in outside]
        return found
    inside, outside = frame.f_locals, frame.f_globals
    if inside is outside or not facts.is_module:
        return list(inside.items())
    # A comprehension is at work in the module: its variables hide globals of the same name.
    return list({**outside, **inside}.items())
