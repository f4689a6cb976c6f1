"""Compiled candidates, and when two of them do the same."""

from tracemend.running.execution import PROGRAM


def compiled(text):
    """The code of a candidate, or None when it is not a program."""
    try:
        return compile(text, PROGRAM, "exec", dont_inherit=True)
    except SyntaxError, ValueError, OverflowError:
        return None


def fingerprint(code):
    """Equal for two codes that do the same, wherever their lines are."""
    return (
        code.co_code,
        code.co_names,
        code.co_varnames,
        code.co_freevars,
        tuple(
            fingerprint(constant)
            if hasattr(constant, "co_code")
            else (type(constant), repr(constant))
            for constant in code.co_consts
        ),
    )
