"""Commas, operators and values that are missing or too many."""

from tracemend.explaining.syntax.fault import Found, is_value, shown, span_of
from tracemend.explaining.telling import code

_BINARY = ("+", "-", "*", "/", "//", "%", "**", "==", "!=", "<", ">", "<=", ">=", "and", "or",
    "not", "in", "is", "=", "+=", "-=", "*=", "/=", "|", "&", "^", ":=")  # fmt: skip


def explain(fault):
    if fault.message.startswith("invalid syntax. Perhaps you forgot a comma"):
        return _comma(fault) or _side_by_side(fault)
    if fault.message == "can't use starred expression here":
        return None
    if fault.message != "invalid syntax":
        return None
    for tell in (_nothing_behind, _double_comma, _parameter, _comma, _side_by_side):
        found = tell(fault)
        if found is not None:
            return found
    return None


def _pairs(fault):
    """Values that stand side by side, on the line or in what Python marks."""
    line, _, end_line, _ = fault.span
    tokens = [t for t in fault.code_tokens if line <= t.line <= end_line and t.kind != "newline"]
    for first, second in zip(tokens, tokens[1:], strict=False):
        starts = is_value(second) and second.text not in ")]}"
        if is_value(first) and (starts or second.text in ("{",)):
            yield first, second


def _comma(fault):
    """A comma between two values that makes Python read on."""
    if not fault.brackets and "comma" not in fault.message:
        return None
    for first, second in _pairs(fault):
        if first.end_line != second.line and not fault.brackets:
            continue
        repaired = fault.replaced(first.end_line, first.end, first.end, ",")
        if fault.helps(repaired):
            return Found(
                "A comma is missing",
                f"{shown(first)} and {shown(second)} stand side by side with nothing between them.",
                f"Put a comma, or what else belongs there, after {shown(first)}.",
                span_of(first, second),
            )
    text, pairs = fault.line_text, [p for p in _pairs(fault) if p[0].end_line == fault.line]
    for first, _ in reversed(pairs):
        text = f"{text[: first.end]},{text[first.end :]}"
    if len(pairs) > 1 and fault.helps(fault.replaced(fault.line, 0, len(fault.line_text), text)):
        return Found(
            "Commas are missing",
            f"{shown(pairs[0][0])} and {shown(pairs[0][1])} stand side by side with nothing "
            "between them, and so do others after them.",
            "Put a comma between every two of them.",
            span_of(pairs[0][0], pairs[-1][1]),
        )
    return None


def _nothing_behind(fault):
    token, before = fault.token(), fault.token(-1)
    ends = token is None or token.kind == "newline" or token.text in (":", ")", "]", "}", ",")
    if not ends or before is None or before.text not in _BINARY or before.end_line != fault.line:
        return None
    if before.kind not in ("op", "name"):
        return None
    behind = (
        "the line ends" if token is None or token.kind == "newline" else (f"{shown(token)} follows")
    )
    return Found(
        f"After {shown(before)} something is missing",
        f"{shown(before)} needs a value behind it, and {behind}.",
        f"Add the value, or remove {shown(before)}.",
        span_of(before),
    )


def _double_comma(fault):
    token, before = fault.token(), fault.token(-1)
    if token is None or token.text != "," or before is None:
        return None
    if before.text != "," and before.text not in "([{":
        return None
    return Found(
        "There is nothing before this comma",
        f"A comma stands between two values; before this one comes only {shown(before)}.",
        "Remove the comma, or add the value.",
        span_of(token),
    )


def _parameter(fault):
    tokens = fault.line_tokens()
    token = fault.token()
    if token is None or token.kind not in ("number", "string") or not tokens:
        return None
    if tokens[0].text != "def" or not fault.brackets:
        return None
    return Found(
        f"{shown(token)} cannot be a parameter",
        f"Between the parentheses of a {code('def')} stand the names of its parameters; their "
        "values come with the call.",
        "Write a name in its place.",
        span_of(token),
    )


def _side_by_side(fault):
    token, before = fault.token(), fault.token(-1)
    if not is_value(before) or not is_value(token) or token.text in ")]}":
        return None
    if before.end_line != token.line:
        return None
    if not fault.helps(fault.replaced(before.end_line, before.end, token.column, " + ")) and (
        not fault.helps(fault.replaced(before.end_line, before.end, token.column, "; "))
    ):
        return None
    return Found(
        f"Something is missing between {shown(before)} and {shown(token)}",
        "The two stand side by side, and Python does not know how they belong together.",
        "Put an operator or a comma between them; a new statement begins on a new line.",
        span_of(before, token),
    )
