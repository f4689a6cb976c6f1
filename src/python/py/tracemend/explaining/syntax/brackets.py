"""Brackets that are not closed, closed twice or closed by another kind."""

import re

from tracemend.explaining.syntax.fault import Found, parse_error, span_of
from tracemend.explaining.syntax.scanner import CLOSING, OPENING
from tracemend.explaining.telling import code

_NEVER = re.compile(r"^'(.)' was never closed$")
_MISMATCH = re.compile(r"^closing parenthesis '(.)' does not match opening parenthesis '(.)'"
    r"(?: on line (\d+))?$")  # fmt: skip
_UNMATCHED = re.compile(r"^unmatched '(.)'$")
_BLOCK = re.compile(r"^\s*(if|elif|else|for|while|def|class|with|try|match|case|function)\b")


def explain(fault):
    for opened in fault.brackets:
        rest = fault.lines[opened.line - 1][opened.column + 1 :].strip()
        if opened.text == "{" and not rest and _BLOCK.match(fault.lines[opened.line - 1]):
            return braces(span_of(opened))
    if match := _NEVER.match(fault.message):
        return _never_closed(fault, match[1])
    if match := _MISMATCH.match(fault.message):
        return _mismatch(fault, match)
    if match := _UNMATCHED.match(fault.message):
        return Found(
            f"This {code(match[1])} closes nothing",
            f"No {code(CLOSING[match[1]])} is open here.",
            f"Remove it, or add the {code(CLOSING[match[1]])} that it should close.",
            (fault.line, fault.column, fault.line, fault.column + 1),
        )
    return _open_before(fault)


def _never_closed(fault, opening):
    closing = OPENING[opening]
    line = fault.line_text
    span = (fault.line, fault.column, fault.line, fault.column + 1)
    if opening == "{" and _BLOCK.match(line) and not line[fault.column + 1 :].strip():
        return braces(span)
    where = _closing_line(fault, closing)
    return Found(
        f"{code(opening)} is not closed",
        f"Line {fault.line} opens it, and no {code(closing)} closes it.",
        f"Put a {code(closing)} at the end of line {where}."
        if where
        else f"Put a {code(closing)} where it should end.",
        span,
    )


def braces(span):
    """Blocks between braces, as in other languages."""
    return Found(
        "Python has no braces around blocks",
        f"A block begins with {code(':')} and is what is indented below it.",
        f"Write {code(':')} in place of {code('{')}, and leave the closing brace out.",
        span,
    )


def _closing_line(fault, closing):
    """The line at whose end the bracket makes the whole text readable, or None."""
    for number in range(fault.line, min(fault.line + 12, len(fault.lines) + 1)):
        line = fault.lines[number - 1]
        kept = line.split("#")[0].rstrip()
        if not kept:
            continue
        end = len(kept) - 1 if kept.endswith(":") else len(kept)
        if parse_error(fault.replaced(number, end, end, closing)) is None:
            return number
    return None


def _mismatch(fault, match):
    closing, opening, line = match.groups()
    span = (fault.line, fault.column, fault.line, fault.column + 1)
    where = f"line {line}" if line else "this line"
    wanted = OPENING[opening]
    inserted = fault.replaced(fault.line, fault.column, fault.column, wanted)
    swapped = fault.replaced(fault.line, fault.column, fault.column + 1, wanted)
    hint = f"Close {code(opening)} with {code(wanted)} first."
    if fault.helps(swapped) and not fault.helps(inserted):
        hint = f"Write {code(wanted)} in place of {code(closing)}."
    elif fault.helps(inserted):
        hint = f"Put a {code(wanted)} before {code(closing)}."
    return Found(
        f"{code(closing)} cannot close {code(opening)}",
        f"The bracket that is open here is the {code(opening)} of {where}.",
        hint,
        span,
    )


def _open_before(fault):
    """An error that only the bracket which an earlier part left open explains."""
    if fault.message not in ("invalid syntax", "expected ':'") and "comma" not in fault.message:
        return None
    if not fault.brackets:
        return None
    opened = fault.brackets[-1]
    closing = OPENING[opened.text]
    token = fault.token()
    if opened.line == fault.line:
        if token is None or token.text != ":" or opened.text == "{":
            return None
        repaired = fault.replaced(fault.line, fault.column, fault.column, closing)
        if not fault.helps(repaired):
            return None
        return Found(
            f"{code(opened.text)} is not closed",
            f"Before the {code(':')} a {code(closing)} is missing.",
            f"Put a {code(closing)} before the {code(':')}.",
            span_of(opened),
        )
    for number in range(opened.line, fault.line):
        end = len(fault.lines[number - 1].split("#")[0].rstrip())
        if fault.helps(fault.replaced(number, end, end, closing)):
            return Found(
                f"{code(opened.text)} is not closed",
                f"Line {opened.line} opens it, so Python reads line {fault.line} as its content.",
                f"Put a {code(closing)} at the end of line {number}.",
                span_of(opened),
            )
    return None
