"""What containers, records and objects look like in a repr: their items and what is around."""

from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from itertools import islice
from types import (
    AsyncGeneratorType,
    CoroutineType,
    FunctionType,
    GeneratorType,
    MemberDescriptorType,
    MethodType,
    ModuleType,
    SimpleNamespace,
    WrapperDescriptorType,
)

SCALARS = frozenset({int, float, str, bool, type(None), complex, type(...), type(NotImplemented)})
# A type's `__repr__` to the built-in type that it comes from.
SCALAR_REPRS = {kind.__repr__: kind for kind in (*SCALARS, bytes, bytearray, range)}
# By identity: to compare or to hash a class may be an affair of the program's.
_CONTAINERS = {id(kind) for kind in (list, dict, set, bytearray, deque, defaultdict, Counter)}
OWN_MODULES = ("builtins", "program", "__main__")


@dataclass
class Shape:
    """Items between `opening` and `closing`.

    `items()` iterates from the first, `last(n)` lists the last ones in their order. An item is
    `(None, value)`, `(name, value)` for `name=value`, or `(key, ": ", value)`.
    """

    opening: str
    closing: str
    size: int
    items: object
    last: object
    empty: str
    # The items are in no order that repeats: objects in a set lie by their addresses.
    by_address: bool = False


def named_form(value):
    """The form of a function, class, module or generator, by its name; None for anything else."""
    kind = type(value)
    if issubclass(kind, type):
        return f"<class '{qualified_name(value)}'>"
    if kind is FunctionType or kind is _lru_cache_wrapper:
        return f"<function {value.__name__}>"
    if kind is MethodType:
        return f"<bound method {getattr(value.__func__, '__qualname__', '?')}>"
    if kind in _SUSPENDED:
        return f"<{_SUSPENDED[kind]} {value.__name__}>"
    if issubclass(kind, ModuleType):
        return f"<module '{ModuleType.__getattribute__(value, '__name__')}'>"
    return None


_SUSPENDED = {
    GeneratorType: "generator",
    CoroutineType: "coroutine",
    AsyncGeneratorType: "async generator",
}


def qualified_name(kind):
    """A class's name, with its module unless that is built in or the program."""
    name = type.__getattribute__(kind, "__name__")
    module = type.__getattribute__(kind, "__module__")
    return name if module in OWN_MODULES or not isinstance(module, str) else f"{module}.{name}"


def shape_of(value, represent):
    """The shape of a value whose type's `__repr__` is a known one, else None."""
    if type(represent) not in (WrapperDescriptorType, FunctionType):
        return None
    make = _SHAPES.get(represent)
    if make is not None:
        return make(value, type.__getattribute__(type(value), "__name__"))
    if type(represent) is FunctionType:
        return _record_shape(value, represent)
    return None


def attributes_shape(value):
    """An object's attributes as `Name(attribute=value)`; None for one that has no place for any."""
    attributes = _attributes_of(value)
    if attributes is None:
        return None
    return _named(type.__getattribute__(type(value), "__name__"), attributes)


members = type.__dict__["__dict__"].__get__


def _attributes_of(value):
    """Names and values of an object's attributes, or None for an object that has no place for any.

    Containers that the object shares with its class are among them: a method may change them.
    """
    found, has_place = {}, False
    for base in reversed(type.mro(type(value))):
        if base is object:
            continue
        for name, member in members(base).items():
            if id(type(member)) in _CONTAINERS:
                found[name] = member
            elif isinstance(member, MemberDescriptorType) and "__slots__" in vars(base):
                has_place = True
                try:
                    found[name] = member.__get__(value)
                except AttributeError:
                    continue  # Not assigned yet.
    try:
        found.update(object.__getattribute__(value, "__dict__"))
        has_place = True
    except AttributeError:
        pass
    return [item for item in found.items() if not is_dunder(item[0])] if has_place else None


def is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def _sequence(opening, closing, base, value, empty=None):
    size = base.__len__(value)
    return Shape(
        opening,
        closing,
        size,
        lambda: ((None, item) for item in base.__iter__(value)),
        lambda count: [(None, base.__getitem__(value, at)) for at in range(-min(count, size), 0)],
        opening + closing if empty is None else empty,
    )


def _listed(opening, closing, values, empty):
    return _sequence(opening, closing, list, values, empty)


def _mapping(opening, closing, value, empty):
    return Shape(
        opening,
        closing,
        dict.__len__(value),
        lambda: ((key, ": ", item) for key, item in dict.items(value)),
        lambda count: [
            (key, ": ", item)
            for key, item in reversed([*islice(reversed(dict.items(value)), count)])
        ],
        empty,
    )


def _pairs(opening, closing, pairs, empty):
    items = [(key, ": ", item) for key, item in pairs]
    return Shape(opening, closing, len(items), lambda: iter(items), lambda n: items[-n:], empty)


def _named(name, items):
    items = list(items)
    return Shape(
        f"{name}(", ")", len(items), lambda: iter(items), lambda n: items[-n:], f"{name}()"
    )


def _tuple(value, _name):
    return _sequence("(", ",)" if tuple.__len__(value) == 1 else ")", tuple, value, "()")


def _set(value, name):
    if type(value) is set:
        return _unordered("{", "}", set.__iter__(value), "set()")
    return _unordered(f"{name}({{", "})", set.__iter__(value), f"{name}()")


def _frozenset(value, name):
    return _unordered(f"{name}({{", "})", frozenset.__iter__(value), f"{name}()")


def _unordered(opening, closing, items, empty):
    items = list(items)
    shape = _listed(opening, closing, _in_order(items), empty)
    shape.by_address = not all(map(_has_order, items))
    return shape


def _has_order(item):
    kind = type(item)
    return kind in SCALARS or kind is bytes or kind is tuple and all(map(_has_order, item))


def _in_order(items):
    """Items in an order that repeats, made without the user's own comparisons."""
    kinds = set(map(type, items))
    comparable = kinds <= {int, float, bool} or len(kinds) == 1 and kinds <= {str, bytes}
    # Where there is a NaN, what `sorted` gives depends on the order before.
    if comparable and all(item == item for item in items):
        return sorted(items)
    return sorted(items, key=_order_key)


def _order_key(item):
    kind = type(item)
    if kind in SCALARS or kind is bytes:
        return (kind.__name__, kind.__repr__(item) if kind is not int else f"{item % 10**20:020}")
    if kind is tuple:
        return ("tuple", "\0".join(f"{name} {text}" for name, text in map(_order_key, item)))
    return (kind.__name__, "")


def _deque(value, name):
    limit = deque.maxlen.__get__(value)
    closing = "])" if limit is None else f"], maxlen={limit})"
    return _sequence(f"{name}([", closing, deque, value)


def _defaultdict(value, name):
    factory = defaultdict.default_factory.__get__(value)
    made_by = "None" if factory is None else named_form(factory) or f"<{type(factory).__name__}>"
    opening = f"{name}({made_by}, {{"
    return _mapping(opening, "})", value, opening + "})")


def _counter(value, name):
    try:
        pairs = sorted(dict.items(value), key=lambda pair: pair[1], reverse=True)
    except TypeError:
        pairs = dict.items(value)
    return _pairs(f"{name}({{", "})", pairs, f"{name}()")


def _view(value, _name):
    kind = type(value).__name__
    return _listed(f"{kind}([", "])", list(value), f"{kind}([])")


def _exception(value, name):
    return _sequence(f"{name}(", ")", tuple, BaseException.args.__get__(value))


def _record_shape(value, represent):
    """The shape of a named tuple or a dataclass whose `__repr__` was generated, else None."""
    kind = type(value)
    name = type.__getattribute__(kind, "__name__")
    if issubclass(kind, tuple) and represent.__code__.co_filename.endswith(
        "collections/__init__.py"
    ):
        return _named(name, zip(kind._fields, tuple.__iter__(value), strict=True))
    made = getattr(represent, "__wrapped__", None)
    if type(made) is not FunctionType or made.__code__.co_filename != "<string>":
        return None
    fields = getattr(kind, "__dataclass_fields__", None)
    if fields is None:
        return None
    attributes = dict(_attributes_of(value) or ())
    shown = [
        (field, attributes[field]) for field in fields if fields[field].repr and field in attributes
    ]
    return _named(type.__getattribute__(kind, "__qualname__").rpartition("<locals>.")[2], shown)


_SHAPES = {
    list.__repr__: lambda value, _name: _sequence("[", "]", list, value),
    tuple.__repr__: _tuple,
    set.__repr__: _set,
    frozenset.__repr__: _frozenset,
    dict.__repr__: lambda value, _name: _mapping("{", "}", value, "{}"),
    deque.__repr__: _deque,
    defaultdict.__repr__: _defaultdict,
    OrderedDict.__repr__: lambda value, name: _pairs(
        f"{name}({{", "})", OrderedDict.items(value), f"{name}()"
    ),
    Counter.__repr__: _counter,
    type({}.keys()).__repr__: _view,
    type({}.values()).__repr__: _view,
    type({}.items()).__repr__: _view,
    SimpleNamespace.__repr__: lambda value, name: _named(
        "namespace" if name == "SimpleNamespace" else name, _attributes_of(value) or ()
    ),
    BaseException.__repr__: _exception,
}
