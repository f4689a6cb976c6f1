"""Conditions: `and` and `or`, `not`, a part too many."""

import ast
import re

from ..edits import replace, swap

FAMILY = "condition"
_TOKEN = re.compile(r"\b(and|or)\b")


def connectives(source, _context, node):
    """`and` for `or` and the other way round, at one place or at all of them."""
    other = "or" if isinstance(node.op, ast.And) else "and"
    pairs = list(zip(node.values, node.values[1:], strict=False))
    places = []
    for left, right in pairs:
        start, between = source.gap(left, right)
        found = _TOKEN.search(between)
        if found:
            places.append((start + found.start(), start + found.end()))
    for start, end in places:
        yield swap(source, start, end, other, FAMILY, 0.7, node)
    if len(places) > 1:
        text, low = "", source.start(node)
        for start, end in places:
            text, low = text + source.text[low:start] + other, end
        yield replace(source, node, text + source.text[low : source.end(node)], FAMILY, 0.65)


def dropped_parts(source, _context, node):
    """One part of an `and` or `or` left out."""
    values = node.values
    for index, value in enumerate(values):
        if index == 0:
            start, end = source.start(value), source.start(values[1])
        else:
            start, end = source.end(values[index - 1]), source.end(value)
        yield swap(source, start, end, "", FAMILY, 0.5, node, ("drop", source.of(value)))


def negations(source, _context, node):
    """A `not` left out."""
    if isinstance(node.op, ast.Not):
        yield replace(source, node, source.of(node.operand), FAMILY, 0.7)


def tests(source, _context, node):
    """The condition of an `if`, `while` or conditional expression turned round, or fixed."""
    condition = node.test
    if not isinstance(condition, ast.Compare) and not (
        isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not)
    ):
        text = source.of(condition)
        loose = isinstance(condition, ast.BoolOp | ast.IfExp | ast.NamedExpr)
        negated = f"not ({text})" if loose else f"not {text}"
        yield replace(source, condition, negated, FAMILY, 0.5)
    if not isinstance(condition, ast.Constant):
        for text in ("True", "False"):
            yield replace(source, condition, text, FAMILY, 0.1)


def filters(source, _context, node):
    """The condition of a comprehension turned round or left out."""
    for condition in node.ifs:
        if not isinstance(condition, ast.Compare):
            yield replace(source, condition, f"not ({source.of(condition)})", FAMILY, 0.4)
        yield replace(source, condition, "True", FAMILY, 0.08)


OPERATORS = (
    (ast.BoolOp, connectives),
    (ast.BoolOp, dropped_parts),
    (ast.UnaryOp, negations),
    (ast.If, tests),
    (ast.While, tests),
    (ast.IfExp, tests),
    (ast.comprehension, filters),
)
