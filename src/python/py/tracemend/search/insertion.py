"""Text edits that put whole statements into a program."""

import ast

from .edits import Edit
from .layout import after_statement, lines_of


def append(source, block, text, family, prior, about=()):
    """`text` as a new last statement of `block`, blamed on the line before it."""
    last = block[-1]
    indentation = source.indentation(last)
    if indentation is None or lines_of(source, last) is None:
        return
    offset, line_break = after_statement(source, last)
    yield Edit(
        offset,
        offset,
        f"{line_break}{indentation}{text}\n",
        family,
        prior,
        source.line(source.start(last)),
        (offset, offset),
        (text, *about),
    )


def prepend(source, first, text, family, prior, about=()):
    """The lines of `text` as new statements before `first`."""
    indentation = source.indentation(first)
    if indentation is None:
        return
    offset = source.line_start(source.start(first))
    lines = "".join(f"{indentation}{line}\n" for line in text.splitlines())
    yield Edit(
        offset,
        offset,
        lines,
        family,
        prior,
        source.line(source.start(first)),
        (offset, offset),
        (text, *about),
    )


def names_in(node):
    """The names below `node`, each once, in order."""
    return list(dict.fromkeys(part.id for part in ast.walk(node) if isinstance(part, ast.Name)))


def after_docstring(function):
    """The first statement of a function that is not its docstring."""
    first, *others = function.body
    is_docstring = (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    )
    return others[0] if is_docstring and others else first
