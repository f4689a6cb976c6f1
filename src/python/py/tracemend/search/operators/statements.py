"""Whole statements: left out, moved into or out of a block, exchanged with a neighbour."""

import ast

from ..edits import Edit
from ..layout import lines_of, moved, newline_after

_DEFINITIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom


def _edit(source, start, end, text, family, prior, statement, about=()):
    return Edit(
        start,
        end,
        text,
        family,
        prior,
        source.line(source.start(statement)),
        (source.start(statement), source.end(statement)),
        about,
    )


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def deletions(source, _context, node):
    """A statement left out."""
    if isinstance(node, _DEFINITIONS | ast.Pass) or _is_docstring(node):
        return
    span = lines_of(source, node)
    prior = 0.25 if isinstance(node, ast.If | ast.For | ast.While) else 0.35
    if isinstance(node, ast.Return):
        prior = 0.3
    if len(source.block(node)) == 1 or span is None:
        yield _edit(source, source.start(node), source.end(node), "pass", "deletion", prior, node)
    else:
        yield _edit(source, *span, "", "deletion", prior, node)


def dedents(source, _context, node):
    """The last statement of a block moved out of it, by one block or by two."""
    if isinstance(node, _DEFINITIONS) or lines_of(source, node) is None:
        return
    block, parent = source.block(node), source.parent(node)
    prior = 0.75 if isinstance(node, ast.Return) and source.loop(node) else 0.45
    for _ in range(3):
        if not isinstance(parent, ast.If | ast.For | ast.While | ast.With | ast.Try):
            return
        if source.block(node) is not block or block[-1] is not node:
            return
        edit = _moved_after(source, node, parent, prior)
        if edit:
            yield edit
        prior -= 0.05
        parent = source.parent(parent)


def _moved_after(source, node, target, prior):
    """`node` taken out of its block and put after `target`, which holds it."""
    indentation = source.indentation(target)
    span, around = lines_of(source, node), lines_of(source, target)
    if indentation is None or around is None:
        return None
    text = moved(source, node, indentation)
    if text is None:
        return None
    block, parent = source.block(node), source.parent(node)
    left = ""
    start = span[0]
    if len(block) == 1:
        if isinstance(parent, ast.If) and block is parent.orelse:
            start = source.line_end(source.end(parent.body[-1]))
        else:
            left = f"{source.indentation(node)}pass\n"
    rest = source.text[span[1] : around[1]]
    return _edit(source, start, around[1], left + newline_after(rest) + text, "dedent", prior, node)


def indents(source, _context, node):
    """A statement moved to the end of the block before it."""
    if isinstance(node, _DEFINITIONS) or _is_docstring(node) or lines_of(source, node) is None:
        return
    block = source.block(node)
    position = block.index(node)
    if position == 0:
        return
    before = block[position - 1]
    prior = 0.45
    while isinstance(before, ast.If | ast.For | ast.While | ast.With):
        last = before.orelse[-1] if before.orelse else before.body[-1]
        indentation = source.indentation(last)
        text = moved(source, node, indentation) if indentation is not None else None
        if text is not None:
            start, end = lines_of(source, node)
            yield _edit(source, start, end, text, "indent", prior, node)
        before, prior = last, prior - 0.05


def exchanges(source, _context, node):
    """A statement exchanged with the one after it."""
    block = source.block(node)
    following = block[block.index(node) + 1] if node in block[:-1] else None
    if following is None or isinstance(node, _DEFINITIONS) or isinstance(following, _DEFINITIONS):
        return
    one, two = lines_of(source, node), lines_of(source, following)
    if _is_docstring(node) or one is None or two is None:
        return
    between = source.text[one[1] : two[0]]
    text = newline_after(source.text[slice(*two)]) + between + source.text[slice(*one)]
    yield Edit(
        one[0],
        two[1],
        text,
        "exchange",
        0.35,
        source.line(source.start(node)),
        (source.start(node), source.end(following)),
    )


OPERATORS = ((ast.stmt, deletions), (ast.stmt, dedents), (ast.stmt, indents), (ast.stmt, exchanges))
