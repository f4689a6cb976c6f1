"""The explanation of a syntax error, in the shape of `explanationSchema` in `explanation.ts`."""

import traceback
import warnings

from tracemend.explaining.syntax import (
    assignments,
    blocks,
    brackets,
    elsewhere,
    holes,
    keywords,
    numbers,
    places,
    separators,
    strings,
)
from tracemend.explaining.syntax.fault import Fault

_STANDARD = 2000
_EXPLAINERS = (
    holes.explain,
    strings.explain,
    brackets.explain,
    elsewhere.explain,
    blocks.explain,
    numbers.explain,
    places.explain,
    assignments.explain,
    keywords.explain,
    separators.explain,
)
_MEANINGS = {
    "SyntaxError": "A `SyntaxError` says that the text is not Python: nothing of it ran.",
    "IndentationError": "An `IndentationError` says that the blanks at the beginning of a line do "
    "not fit the lines around it: nothing of the text ran.",
    "TabError": "A `TabError` says that tabs and blanks are mixed at the beginning of lines: "
    "nothing of the text ran.",
}


def explain_syntax(text, error, place):
    """What a SyntaxError of the text says in plain words, or None; it never raises."""
    try:
        with warnings.catch_warnings(action="ignore"):
            fault = Fault(text, error)
            found = _found(fault)
            if found is None:
                return None
            line, start, end_line, end = found.span or fault.span
            return {
                "title": found.title,
                "means": _MEANINGS.get(fault.kind),
                "happened": found.happened,
                "hint": found.hint,
                "at": {
                    "place": place,
                    "line": line,
                    "column": start,
                    "endLine": end_line,
                    "endColumn": end,
                },
            }
    except BaseException:
        return None


def _found(fault):
    for explainer in _EXPLAINERS:
        found = explainer(fault)
        if found is not None:
            return found
    return None


def standard_form(error):
    """The syntax error as Python prints it, with the line and a caret."""
    try:
        return "".join(traceback.format_exception_only(error))[:_STANDARD]
    except Exception:
        return None
