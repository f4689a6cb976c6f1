"""Keywords: misspelt, used as names, or standing where a value belongs."""

import keyword

from tracemend.explaining.near import near
from tracemend.explaining.syntax.fault import Found, span_of
from tracemend.explaining.telling import code

_OPERATORS = ("and", "or", "not", "in", "is", "if", "else")
_WORDS = [word for word in (*keyword.kwlist, "match", "case") if len(word) > 1]
# Words that read like a keyword and are none.
_MEANT = {"then": ":", "End": "", "end": "", "none": "None", "true": "True", "false": "False"}


def explain(fault):
    if fault.message not in ("invalid syntax", "expected ':'") and not fault.message.startswith(
        ("expected 'in'", "expected '('", "invalid syntax. Perhaps")
    ):
        return None
    for tell in (_misspelt, _as_name, _then, _statement_inside):
        found = tell(fault)
        if found is not None:
            return found
    return None


def _misspelt(fault):
    """A word near the place that, spelt as a keyword, makes Python read on."""
    for token in fault.line_tokens():
        if token.kind != "name" or token.column > fault.column:
            continue
        exact = keyword.iskeyword(token.text)
        candidates = [] if exact else [*_swapped(token.text), *near(token.text, _WORDS, 2)]
        lower = token.text.lower()
        if not exact and lower in _WORDS and lower != token.text:
            candidates = [lower]
        for meant in candidates:
            if fault.helps(fault.without(token, meant)):
                return Found(
                    f"{code(token.text)} is not a word of Python's",
                    f"With {code(meant)} in its place Python can read the line.",
                    f"Write {code(meant)}.",
                    span_of(token),
                )
    return None


def _swapped(word):
    """Keywords with the same letters in another order."""
    return [other for other in _WORDS if sorted(other) == sorted(word)]


def _as_name(fault):
    tokens = [t for t in (fault.token(-1), fault.token()) if t is not None]
    for token in tokens:
        if not keyword.iskeyword(token.text) or token.line != fault.line:
            continue
        if token.text in _OPERATORS:
            continue
        every = [t for t in fault.code_tokens if t.text == token.text and t.line == token.line]
        text = fault.line_text
        for one in reversed(every):
            text = f"{text[: one.column]}{token.text}_{text[one.end :]}"
        if fault.helps(fault.replaced(fault.line, 0, len(fault.line_text), text)):
            return Found(
                f"{code(token.text)} cannot be a name",
                "It is a word of Python's own, with a meaning of its own.",
                f"Choose another name, for example {code(token.text + '_')}.",
                span_of(token),
            )
    return None


def _then(fault):
    token = fault.token()
    if token is None or token.text != "then":
        return None
    if not fault.helps(fault.without(token, ":")):
        return None
    return Found(
        f"Python writes {code(':')} where others write {code('then')}",
        f"{code('then')} is no word of Python's.",
        f"Write {code(':')} in its place.",
        span_of(token),
    )


def _statement_inside(fault):
    """`lambda x: return x`, `x = for …`: a statement where a value belongs."""
    token, before = fault.token(), fault.token(-1)
    if token is None or before is None or before.line != token.line:
        return None
    statements = ("return", "import", "def", "class", "while", "raise", "del", "pass", "break",
        "continue", "global", "try", "with")  # fmt: skip
    if token.text not in statements or before.kind == "newline":
        return None
    words = [t.text for t in fault.line_tokens() if t.column < token.column]
    if token.text == "return" and "lambda" in words:
        return Found(
            f"A {code('lambda')} has no {code('return')}",
            "It gives the value of its expression by itself.",
            f"Leave {code('return')} out.",
            span_of(token),
        )
    if before.text not in ("=", "(", "[", ",", "+", "-", "*", "/", "==", "and", "or", "not", "in"):
        return None
    return Found(
        f"{code(token.text)} cannot stand where a value belongs",
        f"Behind {code(before.text)} Python expects a value, and {code(token.text)} begins a "
        "statement of its own.",
        "Put it on a line of its own.",
        span_of(token),
    )
