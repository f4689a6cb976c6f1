"""Which variables of a frame changed since they were last looked at."""

from tracemend.tracing.fingerprint import has_mark, mark_of

# What these show cannot change, and keeping them alive has no effect that a program sees.
_KEPT_AS_THEY_ARE = frozenset({int, float, str, bool, type(None), complex, bytes})
_ABSENT = object()
# Shown by Python's own repr; for longer ones there are bounds.
_PLAIN_INT = 10**30


class SeenVariables:
    """What one frame's variables were when last asked. It holds no reference to the frame."""

    def __init__(self, tracer, facts):
        self._show = tracer.show
        # Name to what was last seen under it in any frame: a call often meets the same again.
        self._elsewhere = tracer.seen_anywhere
        self._marks = tracer.marks
        self._facts = facts
        self._seen = {}

    def changed(self, frame):
        """Pairs of name and text of the variables that differ from when this was last asked."""
        seen, changes = self._seen, []
        now = dict(seen) if self._hides_namespace(frame) else {}
        for name, value in self._variables(frame):
            before = seen.get(name)
            if before is None:
                if _is_own_name(name):
                    continue
            elif before[0] is value or before[2] is not None and has_mark(value, before[2]):
                now[name] = before
                continue
            record = now[name] = self._look(name, value, before is None)
            if before is None or before[1] != record[1]:
                changes.append((name, record[1]))
        self._seen = now
        return changes

    def _look(self, name, value, is_new):
        """The value itself if it is kept, its text, and its mark if it has one."""
        kind = type(value)
        if kind is int and -_PLAIN_INT < value < _PLAIN_INT:
            return value, repr(value), None
        if kind in _KEPT_AS_THEY_ARE:
            return value, self._show(value), None
        known = self._elsewhere.get(name) if is_new else None
        if known is not None and has_mark(value, known[2]):
            return known
        record = (_ABSENT, self._show(value), mark_of(value) if self._marks else None)
        if record[2] is not None:
            self._elsewhere[name] = record
        return record

    def _hides_namespace(self, frame):
        """Whether a comprehension is at work in a class body, whose names it hides meanwhile."""
        return self._facts.is_class_body and type(frame.f_locals) is not dict

    def _variables(self, frame):
        """Names and values in a fixed order."""
        facts = self._facts
        if facts.is_function:
            found = frame.f_locals.items()
            if facts.globals:
                outside = frame.f_globals
                found += [(name, outside[name]) for name in facts.globals if name in outside]
            return found
        inside, outside = frame.f_locals, frame.f_globals
        if inside is outside or not facts.is_module:
            return list(inside.items())
        # A comprehension is at work in the module: its variables hide globals of the same name.
        return list({**outside, **inside}.items())


def _is_own_name(name):
    return name.startswith(".") or name.startswith("__") and name.endswith("__")
