"""What other languages and Python 2 write."""

import re

from tracemend.explaining.syntax.fault import Found, span_of
from tracemend.explaining.telling import code

_SIGNS = {
    "&&": "and", "||": "or", "===": "==", "!==": "!=", "<>": "!=", "=<": "<=", "=>": ">=",
}  # fmt: skip
_TYPES = ("int", "float", "double", "string", "str", "char", "bool", "boolean", "var", "let",
    "const", "auto", "final", "static", "public", "private", "list", "dict", "long")  # fmt: skip


def explain(fault):
    if fault.message.startswith("Missing parentheses in call to"):
        return _print(fault)
    if fault.message == "multiple exception types must be parenthesized":
        return Found(
            "Several kinds of exception need parentheses around them",
            "Between `except` and `as` stands one class, or several in parentheses.",
            "Write `except (A, B) as error:`.",
        )
    if fault.message != "invalid syntax" and not fault.message.startswith(("expected", "invalid")):
        return None
    for tell in (_sign, _increment, _not, _question, _declaration, _function, _import, _raise,
        _backtick):  # fmt: skip
        found = tell(fault)
        if found is not None:
            return found
    return None


def _print(fault):
    word = re.search(r"'(\w+)'", fault.message)
    name = word[1] if word else "print"
    rest = fault.line_text[fault.column :].strip()[len(name) :].strip().rstrip(";")
    return Found(
        f"{code(name)} needs parentheses",
        f"{code(name)} is a function, and what it is given stands in parentheses; without them is "
        "how Python 2 wrote it.",
        f"Write {code(f'{name}({rest})')}.",
    )


def _near(fault):
    return [t for t in (fault.token(-1), fault.token(), fault.token(1)) if t is not None]


def _sign(fault):
    for token in _near(fault):
        meant = _SIGNS.get(token.text)
        if meant is None or token.line != fault.line:
            continue
        line = fault.line_text
        for other, new in _SIGNS.items():
            line = line.replace(other, f" {new} ")
        if fault.helps(fault.replaced(fault.line, 0, len(fault.line_text), line)):
            return Found(
                f"{code(token.text)} is written {code(meant)} in Python",
                f"Python has no {code(token.text)}.",
                f"Write {code(meant)} in its place.",
                span_of(token),
            )
    return None


def _increment(fault):
    for token in _near(fault):
        if token.text not in ("++", "--") or token.line != fault.line:
            continue
        sign = token.text[0]
        line = fault.line_text
        name = re.search(r"([\w.\[\]]+)\s*(?:\+\+|--)", line) or re.search(
            r"(?:\+\+|--)\s*([\w.\[\]]+)", line
        )
        if name is None:
            return None
        meant = f"{name[1]} {sign}= 1"
        return Found(
            f"Python has no {code(token.text)}",
            f"To {'count up' if sign == '+' else 'count down'}, a new value is assigned.",
            f"Write {code(meant)} on a line of its own.",
            span_of(token),
        )
    return None


def _not(fault):
    token = fault.token()
    if token is None or token.text != "!":
        return None
    if not fault.helps(fault.without(token, " not ")):
        return None
    return Found(
        f"{code('!')} is written {code('not')} in Python",
        f"Only {code('!=')} has a {code('!')} in it.",
        f"Write {code('not')} in its place.",
        span_of(token),
    )


def _question(fault):
    token = fault.token()
    if token is None or token.text != "?":
        return None
    return Found(
        f"Python has no {code('?')}",
        "A choice between two values is written in words.",
        f"Write {code('a if condition else b')}.",
        span_of(token),
    )


def _declaration(fault):
    """`int x = 3`, `var x = 3`."""
    tokens = fault.line_tokens()
    if len(tokens) < 2 or tokens[0].text not in _TYPES or tokens[1].kind != "name":
        return None
    repaired = fault.replaced(fault.line, tokens[0].column, tokens[1].column, "")
    if not fault.helps(repaired):
        return None
    return Found(
        f"Python has no {code(tokens[0].text)} before a name",
        "A variable begins with its first assignment; its kind is not declared.",
        f"Leave {code(tokens[0].text)} out.",
        span_of(tokens[0]),
    )


def _function(fault):
    tokens = fault.line_tokens()
    first = tokens[0] if tokens else None
    if first is None:
        return None
    is_named = len(tokens) > 2 and tokens[1].kind == "name" and tokens[2].text == "("
    if is_named and first.text in ("function", "func", "fn", "fun", "sub", "define", "proc"):
        return Found(
            f"A function begins with {code('def')}",
            f"{code(first.text)} is no word of Python's.",
            f"Write {code(f'def {tokens[1].text}(…):')}, and its block indented below.",
            span_of(first),
        )
    if first.text == "switch" and len(tokens) > 1 and tokens[1].text != "=":
        return Found(
            f"Python has no {code('switch')}",
            f"It has {code('match')} with {code('case')}, or {code('if')} with {code('elif')}.",
            f"Write {code('match')} in its place, with each {code('case')} indented below.",
            span_of(first),
        )
    if first.text == "do" and len(tokens) == 2 and tokens[1].text == ":":
        return Found(
            f"Python has no {code('do')} loop",
            "Its loops ask their condition before each round.",
            f"Write {code('while True:')} and leave it with {code('break')}.",
            span_of(first),
        )
    return None


def _import(fault):
    if "Did you mean to use 'from ... import ...'" in fault.message:
        return None
    tokens = fault.line_tokens()
    if len(tokens) < 2 or tokens[0].text not in ("import", "from", "include", "using", "require"):
        return None
    if tokens[0].text == "import" and tokens[1].kind == "string":
        name = tokens[1].text.strip("'\"")
        return Found(
            "The name of a module stands without quotes",
            f"{code(tokens[1].text)} is a text, not a name.",
            f"Write {code(f'import {name}')}.",
            span_of(tokens[1]),
        )
    if tokens[0].text in ("include", "using", "require") and tokens[1].kind == "name":
        return Found(
            f"Modules are brought in with {code('import')}",
            f"{code(tokens[0].text)} is no word of Python's.",
            f"Write {code(f'import {tokens[1].text}')}.",
            span_of(tokens[0]),
        )
    return None


def _raise(fault):
    tokens = fault.line_tokens()
    if not tokens or tokens[0].text != "raise" or len(tokens) < 4 or tokens[2].text != ",":
        return None
    rest = fault.line_text[tokens[3].column :].strip()
    return Found(
        "The message of an exception stands in parentheses",
        "With a comma is how Python 2 wrote it.",
        f"Write {code(f'raise {tokens[1].text}({rest})')}.",
        span_of(tokens[1], tokens[-1]),
    )


def _backtick(fault):
    token = fault.token()
    if token is None or token.text != "`":
        return None
    return Found(
        f"{code('`')} means nothing in Python",
        "Backticks stand around code in other places, not in a program.",
        f"Remove them; for the text of a value, write {code('repr(…)')}.",
        span_of(token),
    )
