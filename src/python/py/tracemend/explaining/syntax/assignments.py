"""`=` where something is compared, and targets that cannot be given a value."""

import keyword
import re

from tracemend.explaining.syntax.fault import Found, span_of
from tracemend.explaining.telling import code

_TARGET = re.compile(r"^cannot (assign to|delete|use assignment expressions with) (.+?)"
    r"(?: here\. .*|)$")  # fmt: skip
_NAMES = {
    "function call": "the result of a call",
    "literal": "a fixed value",
    "expression": "a calculation",
    "comparison": "a comparison",
    "f-string expression": "an f-string",
    "dict literal": "a dict written out",
    "set display": "a set written out",
    "list comprehension": "a comprehension",
    "conditional expression": "an `if` expression",
    "await expression": "an `await`",
}
_CONDITIONS = ("if", "elif", "while", "assert", "return", "not", "and", "or", "print")


def explain(fault):
    if match := _TARGET.match(fault.message):
        return _target(fault, match)
    if fault.message.startswith("invalid syntax. Maybe you meant '==' or ':='"):
        return _equals(fault)
    if fault.message.startswith("expression cannot contain assignment"):
        return Found(
            "The name of an argument is a single word",
            f"In a call {code('name=value')} gives a value to the parameter of that name.",
            f"To compare, write {code('==')}.",
        )
    if "is an illegal expression for augmented assignment" in fault.message:
        return Found(
            "Several values at once cannot be added to",
            f"Signs like {code('+=')} change one variable.",
            "Write a line for each variable.",
        )
    token = fault.token()
    if fault.message != "invalid syntax" or token is None:
        return None
    if token.text == ":=":
        if fault.helps(fault.without(token, "=")):
            return Found(
                f"{code(':=')} is for inside of expressions",
                "A line that only gives a variable a value has a plain sign.",
                f"Write {code('=')} in its place.",
                span_of(token),
            )
        return None
    starts = fault.line_tokens()[:1]
    is_condition = bool(starts) and starts[0].text in _CONDITIONS
    if token.text == "=" and is_condition and fault.helps(fault.without(token, "==")):
        return _compared(fault, token)
    return None


def _compared(fault, token):
    return Found(
        f"{code('=')} gives a value; to compare, Python has {code('==')}",
        f"Where {code('=')} stands on line {fault.line}, only a comparison makes sense.",
        f"Write {code('==')} in its place.",
        span_of(token),
    )


def _equals(fault):
    """The `=` that must be a `==`, in the part that Python marks."""
    line, start, end_line, end = fault.span
    for token in fault.code_tokens:
        inside = (line, start) <= (token.line, token.column) < (end_line, end)
        if token.text != "=" or not inside:
            continue
        if fault.brackets and fault.brackets[-1].text == "{":
            return _key(fault, token)
        return _compared(fault, token)
    return None


def _key(fault, token):
    if not fault.helps(fault.without(token, ":")):
        return None
    return Found(
        f"In a dict {code(':')} stands between a key and its value",
        f"{code('=')} cannot stand between braces.",
        f"Write {code(':')} in its place; a key that is a text needs its quotes.",
        span_of(token),
    )


def _target(fault, match):
    does, what = match.groups()
    if what in ("True", "False", "None", "__debug__", "ellipsis"):
        return Found(
            f"{code(what)} cannot be given a value",
            f"{code(what)} is a value of Python's own, and always the same.",
            "Choose another name.",
        )
    words = _NAMES.get(what, "this")
    if does == "delete":
        return Found(
            f"{words[0].upper()}{words[1:]} cannot be deleted",
            f"{code('del')} takes a name, an item or an attribute.",
            None,
        )
    tokens = fault.line_tokens()
    equals = next((t for t in tokens if t.text == "=" and t.column >= fault.column), None)
    is_condition = bool(tokens) and tokens[0].text in _CONDITIONS
    left = fault.line_text[fault.column : equals.column].strip() if equals is not None else ""
    right = fault.line_text[equals.end :].strip() if equals is not None else ""
    title = (
        f"{code(left)} cannot be given a value"
        if left
        else (f"{words[0].upper()}{words[1:]} cannot be given a value")
    )
    if equals is not None and is_condition and fault.helps(fault.without(equals, "==")):
        return _compared(fault, equals)
    happened = "What gets a value is a name, an item or an attribute"
    happened += f"; {code(left)} is {words}." if left else f", not {words}."
    hint = f"Put a name on the left of {code('=')}; to compare, write {code('==')}."
    if re.fullmatch(r"[^\W\d][\w.]*", right) and not keyword.iskeyword(right) and left:
        hint = (
            f"If {code(right)} is to get the value, write {code(f'{right} = {left}')}; to "
            f"compare, write {code('==')}."
        )
    return Found(title, happened, hint)
