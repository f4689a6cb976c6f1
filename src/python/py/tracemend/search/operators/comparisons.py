"""Comparison operators: another relation, the opposite one, the operands the other way round."""

import ast
import re

from ..edits import replace, swap

FAMILY = "comparison"
_TOKEN = re.compile(r"not\s+in\b|is\s+not\b|<=|>=|==|!=|<|>|\bin\b|\bis\b")
_OTHERS = {
    ast.Lt: {"<=": 0.9, ">": 0.8, ">=": 0.6, "!=": 0.4, "==": 0.4},
    ast.LtE: {"<": 0.9, ">=": 0.75, ">": 0.6, "==": 0.4, "!=": 0.3},
    ast.Gt: {">=": 0.9, "<": 0.8, "<=": 0.6, "!=": 0.4, "==": 0.45},
    ast.GtE: {">": 0.9, "<=": 0.75, "<": 0.6, "==": 0.4, "!=": 0.3},
    ast.Eq: {"!=": 0.8, "<=": 0.4, ">=": 0.4, "<": 0.35, ">": 0.35, "in": 0.3, "not in": 0.25},
    ast.NotEq: {"==": 0.8, "<": 0.45, ">": 0.45, "<=": 0.3, ">=": 0.3, "in": 0.2},
    ast.In: {"not in": 0.8, "==": 0.3, "!=": 0.2},
    ast.NotIn: {"in": 0.8, "==": 0.2, "!=": 0.3},
    ast.Is: {"is not": 0.8, "==": 0.6},
    ast.IsNot: {"is": 0.8, "!=": 0.6},
}


def comparisons(source, _context, node):
    """Another relation in the place of each one of a comparison."""
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        start, between = source.gap(left, right)
        found = _TOKEN.search(between)
        if found:
            for text, prior in _OTHERS[type(operator)].items():
                yield swap(
                    source, start + found.start(), start + found.end(), text, FAMILY, prior, node
                )
        left = right


def operands(source, _context, node):
    """The operands of an `in` the other way round."""
    if len(node.ops) == 1 and isinstance(node.ops[0], ast.In | ast.NotIn):
        left, right = source.of(node.left), source.of(node.comparators[0])
        _, between = source.gap(node.left, node.comparators[0])
        yield replace(source, node, f"{right}{between}{left}", FAMILY, 0.3)


def both_sides(source, _context, node):
    """The same conversion of both sides of an equality."""
    if len(node.ops) != 1 or not isinstance(node.ops[0], ast.Eq | ast.NotEq):
        return
    right = node.comparators[0]
    if isinstance(node.left, ast.Constant) or isinstance(right, ast.Constant):
        return
    left, between = source.of(node.left), source.text[source.end(node.left) : source.start(right)]
    for shape in ("set({})", "sorted({})", "len({})", "{}.lower()", "abs({})", "{}.strip()"):
        text = shape.format(left) + between + shape.format(source.of(right))
        yield replace(source, node, text, "wrap", 0.3)


OPERATORS = (
    (ast.Compare, both_sides),
    (ast.Compare, comparisons),
    (ast.Compare, operands),
)
