"""Where the program goes next: break, continue, return, if, elif, while, except."""

import ast
import re

from ..edits import Edit, swap
from ..layout import after_statement, lines_of

FAMILY = "jump"
_KEYWORD = re.compile(r"if|elif|while")
_EXCEPTIONS = (
    "ValueError",
    "TypeError",
    "KeyError",
    "IndexError",
    "ZeroDivisionError",
    "AttributeError",
    "StopIteration",
    "Exception",
)


def words(source, _context, node):
    """`break`, `continue`, `pass` and a bare `return` for one another."""
    text = source.of(node)
    if isinstance(node, ast.Return) and node.value is not None:
        if source.loop(node):
            for other in ("break", "continue"):
                yield swap(source, source.start(node), source.end(node), other, FAMILY, 0.25, node)
        return
    for other in ("break", "continue", "pass"):
        if other != text:
            yield swap(source, source.start(node), source.end(node), other, FAMILY, 0.5, node)


def extra_breaks(source, _context, node):
    """A `break`, `continue` or `return` that is missing at the end of an `if` in a loop."""
    if source.loop(node) is None or isinstance(
        node.body[-1], ast.Break | ast.Continue | ast.Return
    ):
        return
    last = node.body[-1]
    indentation = source.indentation(last)
    if indentation is None or lines_of(source, last) is None:
        return
    offset, line_break = after_statement(source, last)
    for word, prior in (("break", 0.4), ("continue", 0.35)):
        yield Edit(
            offset,
            offset,
            f"{line_break}{indentation}{word}\n",
            FAMILY,
            prior,
            source.line(source.start(last)),
            (offset, offset),
            (word,),
        )


def keywords(source, _context, node):
    """`if` for `while`, `elif` for `if`, and the other way round."""
    start = source.start(node)
    word = _KEYWORD.match(source.text, start).group()
    parent = source.parent(node)
    if isinstance(node, ast.While):
        options = {"if": 0.25}
    elif word == "elif":
        options = {"if": 0.45}
    else:
        options = {} if node.orelse else {"while": 0.5}
        block = source.block(node)
        before = block[block.index(node) - 1] if block.index(node) else None
        follows_if = isinstance(before, ast.If) and not before.orelse
        if follows_if and block is not getattr(parent, "orelse", None):
            options["elif"] = 0.45
    for other, prior in options.items():
        edit = swap(source, start, start + len(word), other, FAMILY, prior, node)
        yield _quoting(edit, start, source.end(node.test))


def _quoting(edit, start, end):
    return Edit(
        edit.start,
        edit.end,
        edit.replacement,
        edit.family,
        edit.prior,
        edit.line,
        (start, end),
        edit.about,
    )


def exchanged_answers(source, _context, node):
    """`True` and `False` exchanged in all of a function's returns."""
    answers = [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Return)
        and isinstance(part.value, ast.Constant)
        and isinstance(part.value.value, bool)
    ]
    if len({answer.value for answer in answers}) < 2:
        return
    answers.sort(key=source.start)
    start = low = source.start(answers[0])
    text = ""
    for answer in answers:
        text += source.text[low : source.start(answer)] + str(not answer.value)
        low = source.end(answer)
    yield Edit(start, low, text, "exchanged answers", 0.5, source.line(start), (start, low))


def exceptions(source, _context, node):
    """Another exception caught."""
    if not isinstance(node.type, ast.Name):
        return
    for other in _EXCEPTIONS:
        if other != node.type.id:
            yield swap(
                source,
                source.start(node.type),
                source.end(node.type),
                other,
                "exception",
                0.35,
                node.type,
            )


OPERATORS = (
    (ast.Break | ast.Continue | ast.Return, words),
    (ast.If, extra_breaks),
    (ast.If | ast.While, keywords),
    (ast.FunctionDef, exchanged_answers),
    (ast.ExceptHandler, exceptions),
)
