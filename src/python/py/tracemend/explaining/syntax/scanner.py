"""Tokens of a text that need not be Python: the scanner never fails and never stops early."""

import re
from dataclasses import dataclass

_PATTERN = re.compile(
    r"(?P<blank>[ \t\f\r]+|\\\n)"
    r"|(?P<newline>\n)"
    r"|(?P<comment>#[^\n]*)"
    r"|(?P<number>0[xXbBoO]\w*|(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][-+]?\d+)?[jJ]?\.?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<op>===|!==|\*\*=|//=|>>=|<<=|\.\.\.|->|:=|==|!=|<>|<=|>=|=<|=>|\+=|-=|\*=|/=|%=|&=|\|="
    r"|\^=|@=|\*\*|//|<<|>>|&&|\|\||\+\+|--|[^\w\s])"
)
_QUOTE = re.compile(r"(?P<prefix>[rRbBuUfFtT]{0,2})(?P<quote>'''|\"\"\"|'|\")")
OPENING = {"(": ")", "[": "]", "{": "}"}
CLOSING = {closing: opening for opening, closing in OPENING.items()}


@dataclass(frozen=True)
class Token:
    """`kind` is name, number, string, op, comment or newline; lines from 1, columns from 0."""

    kind: str
    text: str
    line: int
    column: int
    # Of a string: whether its closing quote was found.
    closed: bool = True

    @property
    def end(self):
        """The column behind it; of a string over several lines, in its last one."""
        last = self.text.rpartition("\n")
        return len(last[2]) + (0 if last[1] else self.column)

    @property
    def end_line(self):
        return self.line + self.text.count("\n")


def scan(text):
    """The tokens of the text, without its blanks."""
    tokens, at, line, start = [], 0, 1, 0
    while at < len(text):
        quote = _QUOTE.match(text, at)
        if quote is not None:
            end, closed = _string_end(text, quote)
            kind, part = "string", text[at:end]
        else:
            match = _PATTERN.match(text, at)
            end, closed = (at + 1, True) if match is None else (match.end(), True)
            kind, part = ("op" if match is None else match.lastgroup), text[at:end]
        if kind != "blank":
            tokens.append(Token(kind, part, line, at - start, closed))
        breaks = part.count("\n")
        if breaks:
            line += breaks
            start = at + part.rindex("\n") + 1
        at = end
    return tokens


def _string_end(text, quote):
    """Where a string ends, and whether it is closed; an open one of one line ends with the line."""
    mark, at = quote["quote"], quote.end()
    formatted = "f" in quote["prefix"].lower()
    depth = 0
    while at < len(text):
        letter = text[at]
        if letter == "\\":
            at += 2
        elif text.startswith(mark, at) and depth == 0:
            return at + len(mark), True
        elif letter == "\n" and len(mark) == 1:
            return at, False
        elif formatted and text[at : at + 2] in ("{{", "}}") and depth == 0:
            at += 2
        elif formatted and letter in "{}":
            depth = max(depth + (1 if letter == "{" else -1), 0)
            at += 1
        elif depth > 0 and (inner := _QUOTE.match(text, at)) and _nested_end(text, inner, mark):
            at = _nested_end(text, inner, mark)
        elif text.startswith(mark, at):
            return at + len(mark), True
        else:
            at += 1
    return len(text), False


def _nested_end(text, inner, mark):
    """Where a string inside the braces of another ends, if it does before the line does."""
    end, closed = _string_end(text, inner)
    if not closed or "\n" in text[inner.start() : end]:
        return None
    if inner["quote"] != mark:
        return end
    # The same quote: it is the outer string's end unless a brace still closes after it.
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    return end if "}" in rest and mark in rest else None
