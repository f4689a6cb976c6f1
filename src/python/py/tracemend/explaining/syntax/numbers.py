"""Numbers that are not written as Python writes them, and names that begin with a digit."""

import re

from tracemend.explaining.syntax.fault import Found
from tracemend.explaining.telling import code


def explain(fault):
    message = fault.message
    if message.startswith("leading zeros in decimal"):
        return _leading_zeros(fault)
    match = re.match(r"^invalid (\w+) literal$", message)
    if match is None and not message.startswith("invalid digit"):
        return None
    part, span = _around(fault)
    if part is None:
        return None
    if re.fullmatch(r"\d+[lL]", part):
        return Found(
            f"A number has no {code(part[-1])} at its end",
            "Python 2 marked large numbers so; now all whole numbers can be large.",
            f"Write {code(part[:-1])}.",
            span,
        )
    if re.fullmatch(r"\d+_*[^\W\d]\w*", part) and not part.startswith("0"):
        digits = re.match(r"\d+", part)[0]
        return Found(
            f"{code(part)} is neither a number nor a name",
            "A name cannot begin with a digit, and a number cannot go on with letters.",
            f"To multiply, write {code(f'{digits} * {part[len(digits) :]}')}; for a name, begin "
            "with a letter; for a text, put it in quotes.",
            span,
        )
    return Found(
        f"{code(part)} is not written as a number",
        "A letter or sign in it has no place there.",
        "Correct the number, or put it in quotes if it is a text.",
        span,
    )


def _around(fault):
    """The word at which reading stopped, and where it is."""
    for match in re.finditer(r"\w+", fault.line_text):
        if match.start() <= fault.column <= match.end():
            return match[0], (fault.line, match.start(), fault.line, match.end())
    return None, None


def _leading_zeros(fault):
    part, span = _around(fault)
    if part is None:
        return None
    plain = part.lstrip("0") or "0"
    return Found(
        "A whole number does not begin with 0",
        f"In {code(part)} the zeros at the beginning are not allowed.",
        f"Write {code(plain)}; as a text, with its zeros, {code(repr(part))}; as an octal number "
        f"{code('0o' + plain)}.",
        span,
    )
