"""Holes: what is to be found is not Python yet."""

from tracemend.explaining.syntax.fault import Found
from tracemend.search.holes.standing import holes_in, stand_in


def explain(fault):
    """Only where nothing else keeps Python from reading the text."""
    holes = holes_in(fault.text)
    if not holes or not _is_program(stand_in(fault.text)):
        return None
    before = fault.text[: holes[0].start]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1)
    more = len(holes) - 1
    others = f", and the program {'one' if more == 1 else more} more" if more else ""
    return Found(
        f"Line {line} has a hole (`??`)",
        f"It marks what is still to be found{others}, so nothing of the program ran.",
        "Find what belongs there with “Fill the holes”, or write it yourself.",
        (line, column, line, column + 2),
    )


def _is_program(text):
    try:
        compile(text, "<program>", "exec", dont_inherit=True)
    except SyntaxError, ValueError, OverflowError:
        return False
    return True
