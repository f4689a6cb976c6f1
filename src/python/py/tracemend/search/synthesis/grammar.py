"""How terms are made of terms: by the kinds of their values, each with its source and its function.

`level` is how tightly a form holds together, from 0, a conditional, to `ATOM`.
"""

from dataclasses import dataclass

from .values import is_small

ATOM, POWER, PRODUCT, SUM, COMPARISON, NOT, AND, OR = 9, 8, 7, 6, 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Form:
    """`text` with `{}` for each operand, which needs parentheses below the level in `wants`."""

    text: str
    level: int
    wants: tuple[int, ...]
    apply: object
    cost: int = 1


def _form(text, level, apply, *wants, cost=1):
    return Form(text, level, wants, apply, cost)


def _call(name, apply, cost=1):
    return _form(f"{name}({{}})", ATOM, apply, 0, cost=cost)


def _method(name, apply, cost=1):
    return _form(f"{{}}.{name}", ATOM, apply, ATOM, cost=cost)


def _power(x, y):
    if not (-64 <= y <= 64 and -10_000 <= x <= 10_000):
        raise ValueError
    return x**y


def _times(x, y):
    if is_small(x) and is_small(y):
        return x * y
    raise ValueError


def _repeated(x, y):
    if y > 200:
        raise ValueError
    return x * y


_SEQUENCE = (
    _call("len", len),
    _form("{}[0]", ATOM, lambda x: x[0], ATOM),
    _form("{}[-1]", ATOM, lambda x: x[-1], ATOM),
    _form("{}[1:]", ATOM, lambda x: x[1:], ATOM),
    _form("{}[:-1]", ATOM, lambda x: x[:-1], ATOM),
    _form("{}[::-1]", ATOM, lambda x: x[::-1], ATOM),
    _call("sorted", sorted),
    _call("set", set),
    _call("max", max),
    _call("min", min),
)
_ITEMS = (
    _call("sum", sum),
    _call("any", any),
    _call("all", all),
    _form("''.join({})", ATOM, "".join, 0),
    _form("' '.join({})", ATOM, " ".join, 0),
)

# What is made of one operand, by its kind.
UNARY = {
    "number": (
        _form("-{}", POWER, lambda x: -x, POWER),
        _form("{} + 1", SUM, lambda x: x + 1, SUM),
        _form("{} - 1", SUM, lambda x: x - 1, SUM),
        _call("abs", abs),
        _call("str", str),
        _call("int", int),
        _form("{} % 2 == 0", COMPARISON, lambda x: x % 2 == 0, PRODUCT),
        _form("{} % 2 == 1", COMPARISON, lambda x: x % 2 == 1, PRODUCT),
        _form("{} > 0", COMPARISON, lambda x: x > 0, SUM),
        _form("{} < 0", COMPARISON, lambda x: x < 0, SUM),
        _form("{} // 2", PRODUCT, lambda x: x // 2, PRODUCT),
        _form("{} % 2", PRODUCT, lambda x: x % 2, PRODUCT),
        _form("{} // 10", PRODUCT, lambda x: x // 10, PRODUCT),
        _form("{} % 10", PRODUCT, lambda x: x % 10, PRODUCT),
        _form("{} ** 2", POWER, lambda x: _power(x, 2), ATOM),
        _form("bin({})", ATOM, bin, 0),
        _call("range", lambda x: range(min(x, 500))),
        _call("round", round),
        _call("chr", chr),
    ),
    "text": (
        *_SEQUENCE,
        _method("lower()", str.lower),
        _method("upper()", str.upper),
        _method("strip()", str.strip),
        _method("split()", str.split),
        _method("swapcase()", str.swapcase),
        _method("title()", str.title),
        _method("capitalize()", str.capitalize),
        _method("isdigit()", str.isdigit),
        _method("isalpha()", str.isalpha),
        _method("isupper()", str.isupper),
        _method("islower()", str.islower),
        _method("isalnum()", str.isalnum),
        _method("encode()", str.encode),
        _call("int", int),
        _call("float", float),
        _call("ord", ord),
        _call("list", list),
    ),
    "list": (*_SEQUENCE, *_ITEMS, _call("tuple", tuple), _method("copy()", list.copy)),
    "tuple": (*_SEQUENCE, *_ITEMS, _call("list", list)),
    "range": (_call("len", len), _call("sum", sum), _call("list", list)),
    "set": (
        _call("len", len),
        _call("sorted", sorted),
        _call("list", list),
        _call("sum", sum),
        _call("max", max),
        _call("min", min),
    ),
    "dict": (
        _call("len", len),
        _call("list", list),
        _call("sorted", sorted),
        _form("list({}.values())", ATOM, lambda x: list(x.values()), ATOM),
        _form("list({}.items())", ATOM, lambda x: list(x.items()), ATOM),
        _form("sum({}.values())", ATOM, lambda x: sum(x.values()), ATOM, cost=2),
        _form("max({}.values())", ATOM, lambda x: max(x.values()), ATOM, cost=2),
        _form("min({}.values())", ATOM, lambda x: min(x.values()), ATOM, cost=2),
    ),
    "bool": (_form("not {}", NOT, lambda x: not x, NOT), _call("int", int)),
    "bytes": (_method("decode()", bytes.decode),),
}

_EQUAL = (
    _form("{} == {}", COMPARISON, lambda x, y: x == y, SUM, SUM),
    _form("{} != {}", COMPARISON, lambda x, y: x != y, SUM, SUM),
)
_ORDERED = (
    _form("{} < {}", COMPARISON, lambda x, y: x < y, SUM, SUM),
    _form("{} <= {}", COMPARISON, lambda x, y: x <= y, SUM, SUM),
)
_ADDED = _form("{} + {}", SUM, lambda x, y: x + y, SUM, PRODUCT)
_HOLDS = (
    _form("{1} in {0}", COMPARISON, lambda x, y: y in x, SUM, SUM),
    _form("{1} not in {0}", COMPARISON, lambda x, y: y not in x, SUM, SUM),
)
_AT = (
    _form("{}[{}]", ATOM, lambda x, y: x[y], ATOM, 0),
    _form("{}[:{}]", ATOM, lambda x, y: x[:y], ATOM, 0),
    _form("{}[{}:]", ATOM, lambda x, y: x[y:], ATOM, 0),
    _form("{} * {}", PRODUCT, _repeated, PRODUCT, POWER),
)
_COUNTED = (
    _form("{}.count({})", ATOM, lambda x, y: x.count(y), ATOM, 0),
    _form("{}.index({})", ATOM, lambda x, y: x.index(y), ATOM, 0),
)
_LOOKED_UP = (
    _form("{}[{}]", ATOM, lambda x, y: x[y], ATOM, 0),
    _form("{}.get({})", ATOM, lambda x, y: x.get(y), ATOM, 0),
    _form("{}.get({}, 0)", ATOM, lambda x, y: x.get(y, 0), ATOM, 0),
    *_HOLDS,
)

# What is made of two operands, by their kinds.
BINARY = {
    ("number", "number"): (
        _ADDED,
        _form("{} - {}", SUM, lambda x, y: x - y, SUM, PRODUCT),
        _form("{} * {}", PRODUCT, _times, PRODUCT, POWER),
        _form("{} // {}", PRODUCT, lambda x, y: x // y, PRODUCT, POWER),
        _form("{} % {}", PRODUCT, lambda x, y: x % y, PRODUCT, POWER),
        _form("{} / {}", PRODUCT, lambda x, y: x / y, PRODUCT, POWER),
        _form("{} ** {}", POWER, _power, ATOM, POWER),
        _form("max({}, {})", ATOM, max, 0, 0),
        _form("min({}, {})", ATOM, min, 0, 0),
        *_EQUAL,
        *_ORDERED,
        _form("{} % {} == 0", COMPARISON, lambda x, y: x % y == 0, PRODUCT, POWER),
        _form("{} % {} != 0", COMPARISON, lambda x, y: x % y != 0, PRODUCT, POWER),
        _form("range({}, {})", ATOM, lambda x, y: range(x, min(y, x + 500)), 0, 0),
    ),
    ("text", "number"): _AT,
    ("list", "number"): (*_AT, *_HOLDS, *_COUNTED),
    ("tuple", "number"): (*_AT[:3], *_HOLDS, *_COUNTED),
    ("set", "number"): _HOLDS,
    ("range", "number"): _HOLDS,
    ("dict", "number"): _LOOKED_UP,
    ("dict", "text"): _LOOKED_UP,
    ("dict", "tuple"): _LOOKED_UP,
    ("text", "text"): (
        _ADDED,
        *_EQUAL,
        *_HOLDS,
        *_COUNTED,
        *_ORDERED[:1],
        _form("{}.startswith({})", ATOM, str.startswith, ATOM, 0),
        _form("{}.endswith({})", ATOM, str.endswith, ATOM, 0),
        _form("{}.split({})", ATOM, lambda x, y: x.split(y), ATOM, 0),
        _form("{}.strip({})", ATOM, lambda x, y: x.strip(y), ATOM, 0),
    ),
    ("list", "text"): (*_HOLDS, *_COUNTED),
    ("tuple", "text"): (*_HOLDS, *_COUNTED),
    ("set", "text"): _HOLDS,
    ("text", "list"): (_form("{}.join({})", ATOM, lambda x, y: x.join(y), ATOM, 0),),
    ("list", "list"): (_ADDED, *_EQUAL, _form("{1} in {0}", COMPARISON, lambda x, y: y in x, 6, 6)),
    ("list", "tuple"): _HOLDS,
    ("tuple", "tuple"): (_ADDED, *_EQUAL),
    ("set", "set"): (
        _form("{} & {}", SUM, lambda x, y: x & y, SUM, PRODUCT),
        _form("{} | {}", SUM, lambda x, y: x | y, SUM, PRODUCT),
        _form("{} - {}", SUM, lambda x, y: x - y, SUM, PRODUCT),
        _form("{} ^ {}", SUM, lambda x, y: x ^ y, SUM, PRODUCT),
        *_EQUAL,
        _form("{} <= {}", COMPARISON, lambda x, y: x <= y, SUM, SUM),
    ),
    ("dict", "dict"): _EQUAL,
    ("bool", "bool"): (
        _form("{} and {}", AND, lambda x, y: x and y, AND, NOT),
        _form("{} or {}", OR, lambda x, y: x or y, OR, AND),
        *_EQUAL[:1],
    ),
    ("none", "none"): (),
}
