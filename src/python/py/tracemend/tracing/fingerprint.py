"""Marks of values: equal marks prove that two values are shown by the same text.

Making a mark is several times cheaper than making the text. A mark is of content alone: it keeps
no value alive, so that the program's objects end when they would without a trace.
"""

from collections import Counter, defaultdict, deque
from itertools import islice
from marshal import dumps
from types import BuiltinFunctionType, FunctionType, ModuleType

from tracemend.tracing.transparency import is_transparent

# Of a longer sequence or mapping `values.py` reads at most so many first items, and the last two.
_FIRST = 335
_LAST = 2
_MOST_LEAVES = 3000
_DEEPEST = 4
_VERSION = 2
# Bytes are not among them: `marshal` writes everything that has a buffer as it writes bytes.
_LEAVES = frozenset({int, float, str, bool, complex, type(None)})
_FACTORIES = {id(kind): kind.__name__ for kind in (list, dict, set, int, float, str, tuple, bool)}
_FACTORIES[id(None)] = ""


def mark_of(value):
    """The mark of a value; None for one that only its text tells apart."""
    kind = type(value)
    if kind is FunctionType:
        return (kind, value.__name__) if type(value.__name__) is str else None
    content_of = _CONTENTS.get(kind)
    if content_of is None:
        if type(kind) is not type or not is_transparent(kind):
            return None
        content_of = _attributes
    content = content_of(value)
    if content is None or _leaves_left(content, _MOST_LEAVES, _DEEPEST) < 0:
        return None
    return kind, dumps(content, _VERSION)


def has_mark(value, mark):
    """Whether `mark_of(value)` is this mark, found without a look at each item."""
    kind, written = mark
    if type(value) is not kind:
        return False
    if kind is FunctionType:
        return value.__name__ is written
    if not _has_content(kind):
        return False
    try:
        return dumps(_CONTENTS.get(kind, _attributes)(value), _VERSION) == written
    except ValueError:  # Not a plain value any more.
        return False


def mark_again(value, mark):
    """The mark of a value of the same kind: the same object where it did not change."""
    kind, written = mark
    if kind is FunctionType:
        return mark if value.__name__ is written else mark_of(value)
    if not _has_content(kind):
        return None
    content = _CONTENTS.get(kind, _attributes)(value)
    try:
        now = dumps(content, _VERSION)
    except ValueError:
        return None
    if now == written:
        return mark
    is_plain = _leaves_left(content, _MOST_LEAVES, _DEEPEST) >= 0
    return (kind, now) if is_plain else None


def _has_content(kind):
    """Whether values of the class are still shown by their content: classes can change."""
    return kind in _CONTENTS or is_transparent(kind)


def _leaves_left(content, left, depth):
    """`left` less the leaves in a content; negative when it is too large, too deep or not plain.

    Only exact built-in types are plain: their marshalled form tells types, the signs of zeros and
    the order of keys apart, and making it calls nothing of the program's.
    """
    kind = type(content)
    if kind is dict:
        return _items_left(content.values(), _items_left(content, left, depth), depth)
    if kind is list or kind is tuple:
        return _items_left(content, left, depth)
    return left - 1 if kind in _LEAVES else -1


def _items_left(items, left, depth):
    left -= len(items)
    if left < 0 or depth == 0:
        return -1
    if _LEAVES.issuperset(map(type, items)):
        return left
    for item in items:
        left = _leaves_left(item, left, depth - 1)
        if left < 0:
            break
    return left


def _attributes(value):
    return object.__getattribute__(value, "__dict__")


def _list(value):
    if len(value) <= _FIRST:
        return value
    return len(value), value[:_FIRST], value[-_LAST:]


def _tuple(value):
    if len(value) <= _FIRST:
        return value
    return [len(value), value[:_FIRST], value[-_LAST:]]


def _dict(value):
    if len(value) <= _FIRST:
        return value
    items = value.items()
    return [len(value), *islice(items, _FIRST), *islice(reversed(items), _LAST)]


def _set(value):
    """In the order of iteration, which may decide between items that sort alike."""
    return [*value]


def _deque(value):
    return [value.maxlen, *value]


def _defaultdict(value):
    factory = _FACTORIES.get(id(value.default_factory))
    return None if factory is None else [factory, dict(value)]


def _builtin_function(value):
    """Bound to an object that is no module, it is shown with that object's type."""
    owner = value.__self__
    return [value.__name__] if owner is None or type(owner) is ModuleType else None


_CONTENTS = {
    list: _list,
    tuple: _tuple,
    dict: _dict,
    set: _set,
    frozenset: _set,
    deque: _deque,
    defaultdict: _defaultdict,
    Counter: dict,
    type: lambda value: [value.__name__, value.__module__],
    ModuleType: lambda value: [value.__dict__.get("__name__")],
    BuiltinFunctionType: _builtin_function,
}
