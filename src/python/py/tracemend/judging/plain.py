"""Plain values without parts in canonical form, for carrying between interpreters:
`[tag, content]`, of JSON types.

Reading gives an equal value of the same type. Values with parts are the business of `heap.py`.
"""

import datetime
import decimal
import fractions


class NotPlain(Exception):
    """A value that cannot be carried; the message says why."""


class Malformed(ValueError):
    """What was to be read was not made by this package."""


def is_scalar(value):
    """Whether the type of a value is exactly one of those without parts."""
    return type(value) in _SCALARS or type(value) is str


def write_scalar(value):
    """The canonical form of a scalar."""
    if type(value) is str:
        return _encode_text(value)
    tag, write, _ = _SCALARS[type(value)]
    return [tag, write(value)]


def read_scalar(tag, content):
    """The value of a canonical form. Raises Malformed for anything else."""
    try:
        return _READERS[tag](content)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise Malformed("this is no plain value in canonical form") from error


def size_of(form):
    """How much room a scalar's form takes."""
    return len(form[1]) + 1 if isinstance(form[1], (str, list)) else 1


def _encode_text(text):
    # Two lone surrogates beside each other would become one character on their way through
    # JavaScript.
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return ["str", text]
    return ["points", [ord(character) for character in text]]


def _texts(content):
    if type(content) is not str:
        raise Malformed("a text was expected")
    return content


def _list(content):
    if type(content) is not list:
        raise Malformed("a list was expected")
    return content


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

SCALAR_KINDS = (str, *_SCALARS)

_READERS = {
    "str": lambda content: _texts(content),
    "points": lambda content: "".join(map(chr, _list(content))),
    **{tag: read for tag, _, read in _SCALARS.values()},
}
