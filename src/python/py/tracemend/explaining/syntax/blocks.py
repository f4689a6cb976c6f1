"""Blocks: colons, indentation, and parts that belong to a statement which is not there."""

import re

from tracemend.explaining.syntax.brackets import braces
from tracemend.explaining.syntax.fault import Found, span_of
from tracemend.explaining.telling import article, code, count

_COMPOUND = ("if", "elif", "else", "for", "while", "def", "class", "with", "try", "except",
    "finally", "match", "case", "async")  # fmt: skip
_EXPECTED = re.compile(
    r"^expected an indented block after (?:'(\w+)' statement|(.+?))(?: on line (\d+))?$"
)
_BELONGS = {
    "else": "`if`, `for`, `while` or `try`",
    "elif": "`if`",
    "except": "`try`",
    "finally": "`try`",
    "case": "`match`",
}


def explain(fault):
    if fault.kind in ("IndentationError", "TabError"):
        return _indentation(fault)
    if fault.message == "expected ':'" or fault.message == "invalid syntax":
        for tell in (_else_if, _braces, _colon, _alone, _no_parentheses):
            found = tell(fault)
            if found is not None:
                return found
    if fault.message == "expected '('":
        return _no_parentheses(fault)
    if fault.message == "expected 'except' or 'finally' block":
        return Found(
            "This `try` has no `except`",
            f"Before line {fault.line} its block ends, and nothing says what to do when something "
            "goes wrong.",
            "Add an `except …:` block below the `try` block.",
            (fault.line, 0, fault.line, max(len(fault.line_text), 1)),
        )
    return None


def _width(line):
    return len(line) - len(line.lstrip())


def _whole(fault):
    text = fault.line_text
    return (fault.line, _width(text), fault.line, max(len(text.rstrip()), 1))


def _indentation(fault):
    if fault.kind == "TabError":
        return Found(
            "Tabs and blanks are mixed",
            f"Line {fault.line} is indented with other characters than the lines before it, so "
            "Python cannot tell how far.",
            "Use four blanks for each level everywhere; most editors can convert tabs.",
            (fault.line, 0, fault.line, max(_width(fault.line_text), 1)),
        )
    if match := _EXPECTED.match(fault.message):
        return _no_block(fault, match)
    blanks = (fault.line, 0, fault.line, max(_width(fault.line_text), 1))
    before = _line_before(fault)
    if fault.message == "unexpected indent":
        deeper = f"Line {fault.line} is the first, and begins with blanks"
        if before is not None:
            more = max(_width(fault.line_text) - _width(fault.lines[before - 1]), 1)
            deeper = (
                f"Line {fault.line} begins {count(more, 'blank')} further to the right than "
                f"line {before}"
            )
        return Found(
            "This line is indented too far",
            f"{deeper}, and nothing before it begins a block.",
            "Let it begin where the lines of its block begin.",
            blanks,
        )
    if fault.message.startswith("unindent does not match"):
        widths = sorted({_width(line) for line in fault.lines[: fault.line - 1] if line.strip()})
        return Found(
            "This line lines up with no line before it",
            f"Line {fault.line} begins after {count(_width(fault.line_text), 'blank')}; the lines "
            f"before it begin after {', '.join(map(str, widths[:5]))}.",
            "Let it begin exactly where the block begins that it belongs to.",
            blanks,
        )
    return None


def _line_before(fault):
    for number in range(fault.line - 1, 0, -1):
        line = fault.lines[number - 1].strip()
        if line and not line.startswith("#"):
            return number
    return None


def _no_block(fault, match):
    word = match[1] or (
        "def" if "function" in match[2] else "class" if "class" in match[2] else None
    )
    opened = int(match[3]) if match[3] else None
    header = code(word) if word else "it"
    empty = fault.line > len(fault.lines) or not fault.line_text.strip()
    where = f" of line {opened}" if opened else ""
    if empty or opened == fault.line:
        return Found(
            f"The {header}{where} has no block",
            f"After its {code(':')} must stand at least one indented line.",
            f"Write its block below it; {code('pass')} stands for doing nothing.",
            _header_span(fault, opened),
        )
    return Found(
        f"The block of the {header}{where} is not indented",
        f"Line {fault.line} comes after a {code(':')} and should belong to it.",
        f"Begin line {fault.line} four blanks further to the right"
        + (f" than line {opened}." if opened else "."),
        _whole(fault),
    )


def _header_span(fault, opened):
    if opened is None:
        return None
    text = fault.lines[opened - 1]
    return (opened, _width(text), opened, len(text.rstrip()))


def _else_if(fault):
    tokens = fault.line_tokens()
    if not tokens:
        return None
    first = tokens[0]
    if first.text in ("elseif", "elsif", "elsIf", "elseIf", "elsf"):
        last, shown = first, first.text
    elif len(tokens) > 1 and first.text == "else" and tokens[1].text == "if":
        last, shown = tokens[1], "else if"
    else:
        return None
    repaired = fault.replaced(first.line, first.column, last.end, "elif")
    if not fault.helps(repaired):
        return None
    return Found(
        f"{code(shown)} is written {code('elif')} in Python",
        f"After {code('else')} Python expects a {code(':')}."
        if shown == "else if"
        else f"{code(shown)} is no word of Python's.",
        f"Write {code('elif')} in its place.",
        span_of(first, last),
    )


def _braces(fault):
    token = fault.token()
    tokens = fault.line_tokens()
    if token is None or not tokens:
        return None
    next_line = fault.line_tokens(fault.line + 1)
    if (
        token.kind == "newline"
        and tokens[0].text in _COMPOUND
        and next_line[:1]
        and (next_line[0].text == "{" and len(next_line) == 1)
    ):
        return braces(span_of(next_line[0]))
    if token.text == "{" and tokens[0].text in _COMPOUND and tokens[-1].text == "{":
        return braces(span_of(token))
    return None


def _colon(fault):
    """A header without its colon; the repair must make Python read on."""
    tokens = fault.line_tokens()
    if not tokens:
        return None
    headers = [t for t in tokens if t.text in _COMPOUND][:2]
    if not headers or headers[0] is not tokens[0]:
        return None
    end = fault.column
    token = fault.token()
    if token is None or token.kind == "newline" or token.line != fault.line:
        end = tokens[-1].end
    if token is not None and token.text in ("=", ";"):
        swapped = fault.without(token, ":") if token.text == ";" else None
        if swapped is None or not fault.helps(swapped):
            return None
        return Found(
            f"{code(';')} stands where {code(':')} belongs",
            f"The line that begins with {code(tokens[0].text)} ends with a {code(':')}.",
            f"Write {code(':')} in its place.",
            span_of(token),
        )
    if not fault.helps(fault.replaced(fault.line, end, end, ":")):
        return None
    word = tokens[1].text if tokens[0].text == "async" and len(tokens) > 1 else tokens[0].text
    return Found(
        f"A {code(':')} is missing",
        f"What begins with {code(word)} ends with a {code(':')}; its block comes after that.",
        f"Put a {code(':')} at the end of line {fault.line}."
        if end == tokens[-1].end
        else f"Put a {code(':')} before {code(token.text)}.",
        (fault.line, max(end - 1, 0), fault.line, max(end, 1)),
    )


def _alone(fault):
    tokens = fault.line_tokens()
    if not tokens or fault.token() is not tokens[0]:
        return None
    word = tokens[0].text
    if word not in _BELONGS:
        return None
    width = tokens[0].column
    owners = re.findall(r"`(\w+)`", _BELONGS[word])
    above = [
        number
        for number in range(fault.line - 1, 0, -1)
        if fault.lines[number - 1].split()[:1]
        and fault.lines[number - 1].split()[0].rstrip(":") in owners
    ]
    lined_up = [number for number in above if _width(fault.lines[number - 1]) == width]
    hint = "Remove it, or add what it belongs to."
    if above and not lined_up:
        hint = f"If it belongs to line {above[0]}, let it begin exactly below that line."
    elif lined_up:
        hint = (
            f"Something between line {lined_up[0]} and this one ended that block: every line "
            "between them must be indented."
        )
    return Found(
        f"This {code(word)} belongs to nothing",
        f"{article(word).capitalize()} {code(word)} continues {_BELONGS[word]}, and lines up with "
        "it; there is none that it could continue here.",
        hint,
        span_of(tokens[0]),
    )


def _no_parentheses(fault):
    """`def f:`"""
    tokens = fault.line_tokens()
    words = [t.text for t in tokens]
    if "def" not in words[:2]:
        return None
    at = words.index("def")
    rest = tokens[at + 1 :]
    is_bare = len(rest) >= 2 and rest[0].kind == "name" and rest[1].text == ":"
    if is_bare and fault.helps(fault.replaced(fault.line, rest[0].end, rest[0].end, "()")):
        return Found(
            f"The parentheses after {code(rest[0].text)} are missing",
            f"A {code('def')} has parentheses for its parameters, also when there are none.",
            f"Write {code(f'def {rest[0].text}():')}.",
            span_of(rest[0], rest[1]),
        )
    if rest and rest[0].text == "(":
        return Found(
            "The function has no name",
            f"After {code('def')} comes the name by which it is called.",
            f"Write a name before the {code('(')}.",
            span_of(tokens[at], rest[0]),
        )
    return None
