"""Quotes that are missing or not Python's, backslashes in texts, and f-strings."""

import keyword
import re

from tracemend.explaining.syntax.fault import Found, span_of
from tracemend.explaining.telling import code

_DOUBLE, _SINGLE = "“”„‟«»＂", "‘’‚‛´‹›＇"
_LOOKALIKES = {
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "×": "*", "÷": "/", "≤": "<=", "≥": ">=",
    "≠": "!=", "（": "(", "）": ")", "［": "[", "］": "]", "｛": "{", "｝": "}", "，": ",",
    "：": ":", "；": ";", "＝": "=", "＋": "+", "…": "...", "→": "->", "·": "*", "²": "**2",
    "³": "**3", "。": ".", "、": ",",
}  # fmt: skip


def explain(fault):
    message = fault.message
    for starts, tell in _TELLERS:
        if message.startswith(starts):
            return tell(fault)
    if message == "invalid syntax":
        return _apostrophe(fault)
    return None


def _unterminated(fault):
    line = fault.line_text
    rest = line[fault.column :]
    quote = re.match(r"[a-zA-Z]{0,2}(['\"])", rest)
    mark = quote[1] if quote else None
    span = (fault.line, fault.column, fault.line, len(line.rstrip()))
    other = {"'": '"', '"': "'"}.get(mark)
    title = "A text is not closed"
    happened = (
        f"Line {fault.line} opens a text with {code(mark)} and ends before it is closed."
        if (mark)
        else f"A text that line {fault.line} opens is not closed on that line."
    )
    if mark and rest.rstrip().endswith("\\" + mark):
        return Found(
            title,
            f"The last {code(mark)} does not close it: the backslash before it makes it a letter "
            "of the text.",
            f"For a backslash at the end, write two: {code('\\\\')}.",
            span,
        )
    if mark and len(quote[0]) < len(rest) and re.search(rf"{other}[\s,)\]}}:]*$", rest):
        return Found(
            title,
            f"It begins with {code(mark)} and ends with {code(other)}: both must be the same.",
            f"Use {code(mark)} at both ends, or {code(other)} at both.",
            span,
        )
    inner = _apostrophe(fault)
    if inner is not None:
        return inner
    close = f"Close it with {code(mark)}" if mark else "Close it with the same quote"
    return Found(
        title, happened, f"{close}; a text over several lines needs three quotes at each end.", span
    )


def _apostrophe(fault):
    """`'it's'`: a quote inside that ends the text early."""
    tokens = fault.line_tokens()
    for text, word in zip(tokens, tokens[1:], strict=False):
        if text.kind != "string" or not text.closed or word.kind != "name":
            continue
        mark = text.text[-1]
        if word.column != text.end or mark not in "'\"" or text.text[-3:] == mark * 3:
            continue
        if not text.text[-2:-1].isalpha() or keyword.iskeyword(word.text):
            continue
        other = '"' if mark == "'" else "'"
        return Found(
            f"The {code(mark)} inside the text ends it",
            f"Python reads {code(text.text)} as the whole text, and does not know what to do with "
            f"{code(word.text)} behind it.",
            f"Put the text between {code(other)}, or write {code('\\' + mark)} inside it.",
            (text.line, text.end - 1, word.line, word.end),
        )
    return None


def _triple(fault):
    return Found(
        "A text with three quotes is not closed",
        f"Line {fault.line} opens it, and everything from there to the end of the text belongs to "
        "it.",
        "Put the same three quotes where it should end.",
        (fault.line, fault.column, fault.line, min(fault.column + 3, len(fault.line_text))),
    )


def _character(fault):
    letter = fault.line_text[fault.column : fault.column + 1]
    span = (fault.line, fault.column, fault.line, fault.column + 1)
    if letter in _DOUBLE or letter in _SINGLE:
        plain = '"' if letter in _DOUBLE else "'"
        return Found(
            f"{code(letter)} is no quote of Python's",
            "It is a curly quote, as word processors and web pages write them.",
            f"Replace it, and the one at the other end, by the plain {code(plain)}.",
            span,
        )
    if letter in _LOOKALIKES:
        return Found(
            f"{code(letter)} is no sign of Python's",
            f"It only looks like one; it is the character U+{ord(letter):04X}, often copied from "
            "a web page or document.",
            f"Type {code(_LOOKALIKES[letter])} in its place.",
            span,
        )
    if letter.strip() == "" or "non-printable" in fault.message:
        return Found(
            "There is an invisible character in this line",
            f"It is U+{ord(letter):04X}, often copied from a web page; Python takes plain blanks "
            "only."
            if letter
            else "Python takes plain blanks only.",
            "Delete the blanks around the mark and type them again.",
            span,
        )
    return Found(
        f"{code(letter)} means nothing in Python",
        "Outside of texts and comments only letters, digits and Python's own signs may stand.",
        "Remove it, or put it between quotes if it belongs to a text.",
        span,
    )


def _unicode(fault):
    return Found(
        "A backslash in this text begins something that is not finished",
        f"In a text {code('\\U')}, {code('\\u')}, {code('\\x')} and {code('\\N')} stand for one "
        "letter by its number or name; paths of Windows often contain one by accident.",
        f"Put an {code('r')} before the text, {code('r"…"')}, or write each backslash twice.",
    )


def _continuation(fault):
    return Found(
        "Something stands behind a backslash",
        "A backslash outside of a text says that the line goes on below; nothing may follow it, "
        "not even a blank.",
        "Remove what stands behind it, or the backslash itself.",
        (fault.line, max(fault.line_text.rfind("\\"), 0), fault.line, len(fault.line_text)),
    )


def _formatted(fault):
    message = fault.message.partition(": ")[2]
    text = next((t for t in fault.line_tokens() if t.column <= fault.column < t.end), None)
    span = span_of(text) if text is not None and text.kind == "string" else None
    if message == "expecting '}'":
        return Found(
            f"A {code('{')} in the f-string is not closed",
            "In an f-string an expression stands between braces.",
            f"Close it with {code('}')}; for a brace as a letter, write it twice, {code('{{')}.",
            span,
        )
    if message == "single '}' is not allowed":
        return Found(
            f"A {code('}')} in the f-string has no {code('{')}",
            "In an f-string braces come in pairs, around an expression.",
            f"Open it before, or write it twice, {code('}}')}, for a brace as a letter.",
            span,
        )
    if "valid expression required" in message:
        return Found(
            "The braces of the f-string are empty",
            "Between them stands what is to be shown.",
            "Put an expression there; for the two letters themselves, write each brace twice.",
            span,
        )
    if "invalid conversion character" in message:
        return Found(
            f"After {code('!')} in an f-string stands {code('r')}, {code('s')} or {code('a')}",
            f"The {code('!')} between the braces says how a value becomes text.",
            f"Remove it; a format comes after {code(':')}.",
            span,
        )
    return Found(
        "The expression between the braces of the f-string is not Python",
        "What stands between the braces is read like any other expression.",
        "Try it on a line of its own first, and put its name between the braces.",
        span,
    )


_TELLERS = (
    ("unterminated string literal", _unterminated),
    ("unterminated f-string literal", _unterminated),
    ("unterminated triple-quoted", _triple),
    ("invalid character", _character),
    ("invalid non-printable character", _character),
    ("(unicode error)", _unicode),
    ("unexpected character after line continuation", _continuation),
    ("f-string: ", _formatted),
)
