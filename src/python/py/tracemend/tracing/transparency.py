"""Which classes' objects are shown by their attributes alone: simple ones of the program's own."""

from types import FunctionType
from weakref import ref

from tracemend.tracing.shapes import OWN_MODULES, is_dunder, members

_CODE = frozenset({FunctionType, property, classmethod, staticmethod})
# Id of a class to itself, how many members it and its bases had, and whether it is transparent.
_transparent = {}


def is_transparent(kind):
    """Whether objects of a class are shown by what their `__dict__` holds, and by that alone.

    So it is where the classes are the program's own, and hold nothing but functions and texts.
    """
    size = sum([len(members(base)) for base in kind.__mro__])
    known = _transparent.get(id(kind))
    if known is not None and known[0]() is kind and known[1] == size:
        return known[2]
    found = _is_transparent(kind)
    _transparent[id(kind)] = ref(kind), size, found
    return found


def plain_name(kind):
    """The name of a class whose objects are shown as `Name(attribute=value)`; else None."""
    if type(kind) is not type or not is_transparent(kind):
        return None
    return kind.__name__ if kind.__repr__ is object.__repr__ else None


def _is_transparent(kind):
    represent = kind.__repr__
    if represent is not object.__repr__ and not _is_generated(represent):
        return False
    return all(map(_holds_code_alone, type.mro(kind)[:-1])) and "__dict__" in _members(kind)


def _members(kind):
    return {name for base in type.mro(kind) for name in members(base)}


def _holds_code_alone(kind):
    held = members(kind)
    if held.get("__module__") not in OWN_MODULES or "__slots__" in held:
        return False
    return all(type(member) in _CODE for name, member in held.items() if not is_dunder(name))


def _is_generated(represent):
    """Whether it is the `__repr__` that `dataclass` makes."""
    made = getattr(represent, "__wrapped__", None)
    return type(made) is FunctionType and made.__code__.co_filename == "<string>"
