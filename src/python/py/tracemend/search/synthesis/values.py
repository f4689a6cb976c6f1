"""Values of a program: copies that stay as they are, their kinds, and when they are equal."""

import copy
import marshal
from types import BuiltinFunctionType, FunctionType, ModuleType

# Larger ones are left out: to grow expressions over them costs more than it brings.
_LARGEST = 2_000
_KINDS = {
    bool: "bool",
    int: "number",
    float: "number",
    str: "text",
    bytes: "bytes",
    list: "list",
    tuple: "tuple",
    set: "set",
    frozenset: "set",
    dict: "dict",
    type(None): "none",
    range: "range",
}
_SIZED = ("text", "list", "tuple", "set", "dict", "range", "bytes")


class NoValue:
    """Stands for the value of a term where computing it raises."""

    def __repr__(self):
        return "<no value>"


NO_VALUE = NoValue()
_MARK = "\0no value"


def kind(value):
    """What sort of value it is, as one word; "other" for what expressions are not grown over."""
    found = _KINDS.get(type(value))
    if found is not None:
        return found
    return "function" if isinstance(value, FunctionType | type) else "other"


def kind_of_all(values):
    """The kind that all values have in common, where they have one; "other" where they do not."""
    kinds = {kind(value) for value in values if value is not NO_VALUE}
    if not kinds:
        return "none"
    return kinds.pop() if len(kinds) == 1 else "other"


def is_small(value):
    """Whether a value is small enough to compute with, again and again."""
    sort = kind(value)
    if sort in _SIZED:
        return len(value) <= _LARGEST
    return type(value) is not int or -(1 << 256) < value < 1 << 256


def kept(value):
    """A copy that stays as it is when the program goes on; the value itself where none is made."""
    if isinstance(value, FunctionType | BuiltinFunctionType | ModuleType | type):
        return value
    try:
        return marshal.loads(marshal.dumps(value, 2))
    except ValueError, EOFError, TypeError:
        pass
    try:
        return copy.deepcopy(value)
    except Exception:
        return value


def mark(values):
    """The same for two lists of values that are equal, types included."""
    try:
        return marshal.dumps([_MARK if value is NO_VALUE else value for value in values], 2)
    except ValueError:
        return tuple(map(_mark_of, values))


def _mark_of(value):
    if value is NO_VALUE:
        return _MARK
    try:
        return marshal.dumps(value, 2)
    except ValueError:
        return repr(value)[:200] if type(value).__repr__ is not object.__repr__ else id(value)
