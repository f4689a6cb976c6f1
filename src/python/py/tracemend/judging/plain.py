"""Plain values in canonical form, for carrying between interpreters: `[tag, content]`, of JSON
types.

A value is plain when its type is exactly one of Python's own data types, all the way down. Decoding
gives an
equal value of the same types; instances of any other class, subclasses included, are not plain.
"""

import collections
import datetime
import decimal
import fractions
import functools
import itertools
import json
import types

MAX_DEPTH = 100
# Values, characters and digits of one encoded value, together.
MAX_SIZE = 2_000_000
MAX_ITERATED = 10_000


class NotPlain(Exception):
    """A value that cannot be carried; the message says why."""


class Malformed(ValueError):
    """What was to be decoded was not made by `encode`."""


def encode(value, sharing=True):
    """The canonical form of a plain value; iterators are used up. Raises NotPlain.

    With `sharing=False`, a value in which one mutable object stands in two places is not plain
    either: its
    copy would behave differently when changed. Exceptions of the iterators propagate.
    """
    return _Encoder(sharing).encode(value, 0)


def decode(form):
    """The value of a canonical form. Raises Malformed for anything else."""
    try:
        return _decode(form, 0)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise Malformed("this is no plain value in canonical form") from error


def is_mutable(value):
    """Whether a plain value, or a part of it, can be changed in place."""
    if type(value) in (tuple, frozenset):
        return any(is_mutable(item) for item in value)
    return type(value) not in _IMMUTABLE


class _Encoder:
    def __init__(self, sharing):
        self._sharing = sharing
        self._room = MAX_SIZE
        self._open = set()
        self._seen = set()
        # Keeps every visited object alive, so that ids stay unique.
        self._alive = []

    def encode(self, value, depth):
        kind = type(value)
        if kind in _SCALARS:
            tag, write, _ = _SCALARS[kind]
            content = write(value)
            self._spend(len(content) if isinstance(content, str) else 1)
            return [tag, content]
        if kind is str:
            self._spend(len(value) + 1)
            return _encode_text(value)
        if kind in _COLLECTIONS or kind in _ITERATORS:
            return self._collection(value, kind, depth)
        raise NotPlain(f"a {_name(kind)} is no plain value")

    def _collection(self, value, kind, depth):
        self._spend(1)
        if depth >= MAX_DEPTH:
            raise NotPlain(f"the value is nested more than {MAX_DEPTH} levels deep")
        if id(value) in self._open:
            raise NotPlain("the value contains itself")
        if not self._sharing and id(value) in self._seen and kind not in _IMMUTABLE:
            raise NotPlain("the value holds one object in two places")
        self._open.add(id(value))
        self._seen.add(id(value))
        self._alive.append(value)
        if kind in _ITERATORS:
            form = ["iter", self._iterated(value, depth)]
        else:
            tag, write, _ = _COLLECTIONS[kind]
            form = [tag, write(self, value, depth + 1)]
        self._open.discard(id(value))
        return form

    def _iterated(self, value, depth):
        items = list(itertools.islice(value, MAX_ITERATED + 1))
        if len(items) > MAX_ITERATED:
            raise NotPlain(f"the iterator gives more than {MAX_ITERATED} items")
        return self.items(items, depth + 1)

    def items(self, values, depth):
        return [self.encode(item, depth) for item in values]

    def unordered(self, values, depth):
        return sorted(self.items(values, depth), key=json.dumps)

    def pairs(self, values, depth):
        return [[self.encode(key, depth), self.encode(item, depth)] for key, item in values.items()]

    def _spend(self, size):
        self._room -= size
        if self._room < 0:
            raise NotPlain("the value is too large to be carried")


def _encode_text(text):
    # Two lone surrogates beside each other would become one character on their way through
    # JavaScript.
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return ["str", text]
    return ["points", [ord(character) for character in text]]


def _decode(form, depth):
    if type(form) is not list or len(form) != 2 or depth > 2 * MAX_DEPTH:
        raise Malformed("this is no plain value in canonical form")
    tag, content = form
    return _READERS[tag](content, depth + 1)


def _texts(content):
    if type(content) is not str:
        raise Malformed("a text was expected")
    return content


def _list(content):
    if type(content) is not list:
        raise Malformed("a list was expected")
    return content


def _decode_items(content, depth):
    return [_decode(item, depth) for item in _list(content)]


def _decode_pairs(content, depth):
    return [(_decode(key, depth), _decode(item, depth)) for key, item in _list(content)]


def _read_singleton(value):
    def read(content):
        if content is not None:
            raise Malformed("nothing was expected")
        return value

    return read


def _read_bool(content):
    if type(content) is not bool:
        raise Malformed("true or false was expected")
    return content


def _write_zone(zone):
    if zone is None:
        return None
    if type(zone) is not datetime.timezone:
        raise NotPlain("a time zone with rules is no plain value")
    return zone.utcoffset(None) // datetime.timedelta(microseconds=1)


def _read_zone(content):
    if content is None:
        return None
    return datetime.timezone(datetime.timedelta(microseconds=content))


def _write_time(value):
    return [value.replace(tzinfo=None, fold=0).isoformat(), value.fold, _write_zone(value.tzinfo)]


def _read_time(kind):
    def read(content):
        text, fold, zone = content
        return kind.fromisoformat(_texts(text)).replace(fold=fold, tzinfo=_read_zone(zone))

    return read


def _read_complex(content):
    real, imaginary = content
    return complex(float.fromhex(real), float.fromhex(imaginary))


def _read_range(content):
    start, stop, step = (int(_texts(part), 16) for part in content)
    return range(start, stop, step)


def _read_fraction(content):
    numerator, denominator = (int(_texts(part), 16) for part in content)
    return fractions.Fraction(numerator, denominator)


def _hex(number):
    return format(number, "x")


def _read_scalar(read, content, depth):
    del depth
    return read(content)


# Type to tag, writer and reader.
_SCALARS = {
    type(None): ("none", lambda value: None, _read_singleton(None)),
    type(...): ("ellipsis", lambda value: None, _read_singleton(...)),
    bool: ("bool", lambda value: value, _read_bool),
    # Hexadecimal, because Python refuses to write or read more than 4,300 decimal digits.
    int: ("int", _hex, lambda content: int(_texts(content), 16)),
    float: ("float", float.hex, float.fromhex),
    complex: ("complex", lambda value: [value.real.hex(), value.imag.hex()], _read_complex),
    bytes: ("bytes", bytes.hex, bytes.fromhex),
    bytearray: ("bytearray", bytearray.hex, bytearray.fromhex),
    range: (
        "range",
        lambda value: [_hex(value.start), _hex(value.stop), _hex(value.step)],
        _read_range,
    ),
    decimal.Decimal: ("decimal", str, lambda content: decimal.Decimal(_texts(content))),
    fractions.Fraction: (
        "fraction",
        lambda value: [_hex(value.numerator), _hex(value.denominator)],
        _read_fraction,
    ),
    datetime.date: ("date", datetime.date.isoformat, datetime.date.fromisoformat),
    datetime.datetime: ("datetime", _write_time, _read_time(datetime.datetime)),
    datetime.time: ("time", _write_time, _read_time(datetime.time)),
    datetime.timedelta: (
        "timedelta",
        lambda value: [value.days, value.seconds, value.microseconds],
        lambda content: datetime.timedelta(content[0], content[1], content[2]),
    ),
    datetime.timezone: ("timezone", _write_zone, _read_zone),
}

_FACTORIES = {
    kind.__name__: kind for kind in (int, float, str, bool, list, dict, set, tuple, complex)
}


def _write_deque(encoder, value, depth):
    return [encoder.items(value, depth), value.maxlen]


def _read_deque(content, depth):
    items, maxlen = content
    return collections.deque(_decode_items(items, depth), maxlen)


def _write_defaultdict(encoder, value, depth):
    factory = value.default_factory
    if factory is None:
        return [None, encoder.pairs(value, depth)]
    name = getattr(factory, "__name__", "")
    if _FACTORIES.get(name) is not factory:
        raise NotPlain("a defaultdict with a factory of its own is no plain value")
    return [name, encoder.pairs(value, depth)]


def _read_defaultdict(content, depth):
    name, pairs = content
    factory = None if name is None else _FACTORIES[name]
    return collections.defaultdict(factory, _decode_pairs(pairs, depth))


def _read_values(content, depth):
    return dict(enumerate(_decode_items(content, depth))).values()


_COLLECTIONS = {
    list: ("list", _Encoder.items, _decode_items),
    tuple: ("tuple", _Encoder.items, lambda *form: tuple(_decode_items(*form))),
    set: ("set", _Encoder.unordered, lambda *form: set(_decode_items(*form))),
    frozenset: ("frozenset", _Encoder.unordered, lambda *form: frozenset(_decode_items(*form))),
    dict: ("dict", _Encoder.pairs, lambda *form: dict(_decode_pairs(*form))),
    collections.deque: ("deque", _write_deque, _read_deque),
    collections.defaultdict: ("defaultdict", _write_defaultdict, _read_defaultdict),
    collections.Counter: (
        "counter",
        _Encoder.pairs,
        lambda *form: collections.Counter(dict(_decode_pairs(*form))),
    ),
    collections.OrderedDict: (
        "ordereddict",
        _Encoder.pairs,
        lambda *form: collections.OrderedDict(_decode_pairs(*form)),
    ),
    type({}.keys()): (
        "keys",
        _Encoder.items,
        lambda *form: dict.fromkeys(_decode_items(*form)).keys(),
    ),
    type({}.values()): ("values", _Encoder.items, _read_values),
    type({}.items()): (
        "items",
        lambda encoder, value, depth: encoder.pairs(dict(value), depth),
        lambda *form: dict(_decode_pairs(*form)).items(),
    ),
}

_ITERATORS = {
    types.GeneratorType,
    map,
    filter,
    zip,
    enumerate,
    reversed,
    type(iter([])),
    type(iter(())),
    type(iter("")),
    type(iter("é")),
    type(iter(b"")),
    type(iter(set())),
    type(iter({})),
    type(iter({}.values())),
    type(iter({}.items())),
    type(iter(range(0))),
    type(reversed([])),
    type(reversed({})),
    type(iter(int, 0)),
    *(kind for kind in vars(itertools).values() if isinstance(kind, type)),
}

_IMMUTABLE = {kind for kind in _SCALARS if kind is not bytearray} | {str, tuple, frozenset}

_READERS = {
    "str": lambda content, depth: _texts(content),
    "points": lambda content, depth: "".join(map(chr, _list(content))),
    "iter": lambda content, depth: iter(_decode_items(content, depth)),
    **{tag: functools.partial(_read_scalar, read) for tag, _, read in _SCALARS.values()},
    **{tag: read for tag, _, read in _COLLECTIONS.values()},
}

# Every attribute that some plain value has.
PLAIN_ATTRIBUTES = frozenset(
    name for kind in (*_SCALARS, *_COLLECTIONS, *_ITERATORS, str) for name in dir(kind)
)


def _name(kind):
    return type.__getattribute__(kind, "__name__")
