"""What an explanation is made of, and the words and marks that all of them share."""

from dataclasses import dataclass

_TEXT = 70
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_KINDS = {
    "NoneType": "`None`",
    "bool": "a truth value (`bool`)",
    "int": "a whole number (`int`)",
    "float": "a decimal number (`float`)",
    "complex": "a complex number",
    "str": "a text (`str`)",
    "bytes": "bytes",
    "function": "a function",
    "builtin_function_or_method": "a function of Python's own",
    "method": "a method",
    "module": "a module",
    "type": "a class",
    "generator": "a generator",
    "ellipsis": "`...`",
}
_VOWELS = tuple("aeiouAEIO")


@dataclass
class Told:
    """What an explainer found.

    In all texts a part between backticks is code. `node` is marked instead of the expression that
    failed, where something else is to blame.
    """

    title: str
    happened: str
    hint: str | None = None
    node: object = None


def code(text):
    """The text on one line, bounded, between as many backticks as it needs."""
    text = " ".join(str(text).split())
    if len(text) > _TEXT:
        text = text[: _TEXT - 1] + "…"
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def kind_words(name):
    """What a value of the class with that name is called, with its article."""
    return _KINDS.get(name) or f"{article(name)} {code(name)}"


def article(word):
    """`a` or `an`, as the word begins."""
    return "an" if word.startswith(_VOWELS) else "a"


def count(number, one, many=None):
    """`1 item`, `3 items`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ordinal(number):
    """`1st`, `2nd`, `11th`."""
    ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def listing(parts, last="and"):
    """`a`, `a and b`, `a, b and c`."""
    parts = list(parts)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def sentences(*parts):
    """The parts that say something, with a space between; None where none does."""
    return " ".join(part for part in parts if part) or None
