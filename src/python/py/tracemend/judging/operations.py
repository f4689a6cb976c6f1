"""What a test may ask of a live object of the program: done in the program's interpreter."""

import builtins
import operator

from tracemend.judging.containers import BY_KIND
from tracemend.judging.plain import SCALAR_KINDS, NotPlain

COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
ARITHMETIC = (
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift",
    "and", "xor", "or",
)  # fmt: skip
UNARY = ("neg", "pos", "abs", "invert")
# Special methods of which a live object's description says whether its class defines them.
SPECIAL = (
    *COMPARISONS,
    *(prefix + name for name in (*ARITHMETIC, "divmod") for prefix in ("", "r", "i")),
    *("contains", "hash", "bool", "len"),
)
# Methods of plain values: a test that calls one of a result means it to be such a value.
PLAIN_METHODS = frozenset(
    name
    for kind in (*SCALAR_KINDS, *BY_KIND)
    for name in dir(kind)
    if callable(getattr(kind, name))
    and (not name.startswith("_") or name.strip("_") in (*COMPARISONS, "contains"))
)

_COPIES = {
    int: lambda value: int.__add__(value, 0),
    float: lambda value: float.__mul__(value, 1.0),
    str: lambda value: str.__getitem__(value, slice(None)),
    bytes: lambda value: bytes.__getitem__(value, slice(None)),
    dict: lambda value: dict(dict.items(value)),
    **{
        kind: lambda value, kind=kind: kind(kind.__iter__(value))
        for kind in BY_KIND
        if kind in (list, tuple, set, frozenset) or kind.__name__ == "deque"
    },
}


def own_methods(kind):
    """Names among SPECIAL that a class or a base of it defines, other than `object` and the plain
    types.
    """
    found = set()
    for base in type.__getattribute__(kind, "__mro__"):
        if base is object or base in _COPIES:
            break
        contents = type.__getattribute__(base, "__dict__")
        found.update(name for name in SPECIAL if f"__{name}__" in contents)
    if "eq" in found:
        found.add("ne")
    return sorted(found)


def plain_base(kind):
    """The plain type that a class derives from, or None."""
    for base in type.__getattribute__(kind, "__mro__"):
        if base in _COPIES:
            return base
    return None


def _plain(value):
    """The value as one of its plain base, by that base's own methods."""
    base = plain_base(type(value))
    if base is None:
        raise NotPlain("it derives from no plain type")
    return _COPIES[base](value)


def _method(target, name, *args, **kwargs):
    return getattr(target, name)(*args, **kwargs)


def _call(callee, *args, **kwargs):
    return callee(*args, **kwargs)


def _enter(manager):
    return type(manager).__enter__(manager)


def _leave(manager):
    return type(manager).__exit__(manager, None, None, None)


OPERATIONS = {
    "call": _call,
    "method": _method,
    "plain": _plain,
    "enter": _enter,
    "exit": _leave,
    "type": lambda value: type(value),
    **{
        name: getattr(builtins, name)
        for name in (
            "getattr",
            "setattr",
            "delattr",
            "len",
            "iter",
            "bool",
            "str",
            "repr",
            "format",
            "int",
            "float",
            "complex",
            "round",
            "isinstance",
            "issubclass",
            "callable",
            "dir",
            "hash",
            "reversed",
            "divmod",
        )  # fmt: skip
    },
    **{
        name: getattr(operator, name)
        for name in ("getitem", "setitem", "delitem", "contains", "index", "matmul")
    },
    **{name: getattr(operator, name) for name in UNARY},
    **{name: getattr(operator, f"__{name}__") for name in ARITHMETIC},
    **{f"i{name}": getattr(operator, f"__i{name}__") for name in ARITHMETIC},
}
