"""Units that feed standard input to the program and compare what it prints."""

import json
import re
from itertools import zip_longest

from tracemend.units.unit import Unit, Unreadable

_MARKER = re.compile(r"---[ \t]*(stdin|stdout)[ \t]*(?:---[ \t]*)?")


def is_stdio(tests):
    """Whether a Tests box holds input and output pairs: marked sections, or APPS' JSON object."""
    return any(_MARKER.fullmatch(line) for line in tests.splitlines()) or _is_json(tests)


def stdio_units(tests):
    """The pairs as units. Raises Unreadable where an output is missing."""
    pairs = _from_json(tests) if _is_json(tests) else _from_sections(tests)
    return [
        Unit(
            kind="stdio",
            name=f"Input and output {number}",
            place="tests",
            line=line,
            end_line=end_line,
            text=_joined(stdin, expected),
            stdin=stdin,
            expected_output=expected,
            apart=True,
        )
        for number, (stdin, expected, line, end_line) in enumerate(pairs, start=1)
    ]


def compare_output(expected, actual):
    """Where two outputs differ, in plain words, or an empty text; white space at ends of lines and
    texts is ignored.
    """
    wanted, given = _lines(expected), _lines(actual)
    for number, (want, have) in enumerate(zip_longest(wanted, given), start=1):
        if want == have:
            continue
        where = f"line {number} of the output is"
        if have is None:
            return f"{where} missing, expected {_quoted(want)}"
        if want is None:
            return f"{where} {_quoted(have)}, but only {_count(len(wanted))} expected"
        return f"{where} {_quoted(have)}, expected {_quoted(want)}"
    return ""


def _lines(text):
    return [line.rstrip() for line in text.rstrip().split("\n")] if text.strip() else []


def _quoted(line):
    shown = line if len(line) <= 200 else line[:199] + "…"
    return f'"{shown}"'


def _count(lines):
    return "1 line was" if lines == 1 else f"{lines} lines were"


def _joined(stdin, expected):
    return f"--- stdin\n{stdin}{_newline(stdin)}--- stdout\n{expected}".rstrip("\n")


def _newline(text):
    return "\n" if text and not text.endswith("\n") else ""


def _from_sections(tests):
    pairs = []
    stdin = start = None
    for kind, content, line, end_line in _sections(tests):
        if kind == "stdin":
            if stdin is not None:
                raise Unreadable(_missing_output(start), line=start)
            stdin, start = content, line
        else:
            pairs.append((stdin or "", content, start or line, end_line))
            stdin = start = None
    if stdin is not None:
        raise Unreadable(_missing_output(start), line=start)
    return pairs


def _missing_output(line):
    return (
        f'The "--- stdin" on line {line} has no "--- stdout" after it. '
        "Add one with the expected output."
    )


def _sections(tests):
    """Each marked section: its kind, its text, and its first and last line."""
    kind, start, content = None, 0, []
    lines = tests.split("\n")
    for number, line in enumerate([line.removesuffix("\r") for line in lines], start=1):
        marker = _MARKER.fullmatch(line)
        if marker:
            if kind:
                yield kind, "".join(content), start, number - 1
            kind, start, content = marker[1], number, []
        elif kind:
            content.append(line + "\n" if number < len(lines) else line)
        elif line.strip():
            raise Unreadable(
                'Input and output pairs start with a "--- stdin" line; move this text below it.',
                line=number,
            )
    yield kind, "".join(content), start, len(lines)


def _is_json(tests):
    return tests.lstrip().startswith("{") and '"outputs"' in tests


def _from_json(tests):
    try:
        pairs = json.loads(tests)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"The tests look like a JSON object but cannot be read: {error.msg}.",
            line=error.lineno,
            column=error.colno - 1,
        ) from None
    inputs, outputs = pairs.get("inputs"), pairs.get("outputs")
    if not (_are_texts(inputs) and _are_texts(outputs) and len(inputs) == len(outputs)):
        raise Unreadable(
            'The JSON object needs "inputs" and "outputs", two lists of texts of the same length.'
        )
    end_line = len(tests.splitlines())
    return [
        (_text(stdin), _text(output), 1, end_line)
        for stdin, output in zip(inputs, outputs, strict=True)
    ]


def _are_texts(value):
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _is_text(value):
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(line, str) for line in value)
    )


def _text(value):
    return value if isinstance(value, str) else "\n".join(value)
