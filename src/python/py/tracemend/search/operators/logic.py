"""Conditions: `and` and `or`, `not`, a part too many."""

import ast
import re
from itertools import combinations

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


def endless(source, context, node):
    """A loop that should end when something is empty, or some variable false."""
    if isinstance(node.test, ast.Constant):
        changed = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
        for name in context.variables(node.body[0]):
            if name in changed:
                kinds = context.kinds.get(name, set())
                prior = 0.15 if kinds and kinds <= {"number", "str"} else 0.4
                yield replace(source, node.test, name, FAMILY, prior)


def joined(source, context, node):
    """One more part: the same comparison of other names, or of a variable with what is common."""
    condition = node.test
    texts = dict(_permuted(source, context, condition))
    for name in context.variables(node.body[0] if isinstance(node.body, list) else node):
        for text in _common(context, name):
            texts.setdefault(text, 0.12)
    for text, prior in texts.items():
        whole = source.of(condition)
        for word, held in (("or", ast.And), ("and", ast.Or)):
            old = f"({whole})" if isinstance(condition, held | ast.IfExp | ast.Lambda) else whole
            yield replace(source, condition, f"{old} {word} {text}", FAMILY, prior)


def _permuted(source, context, condition):
    """The comparisons of a condition with two of their names exchanged, or one replaced."""
    parts = condition.values if isinstance(condition, ast.BoolOp) else [condition]
    for part in parts:
        if not isinstance(part, ast.Compare):
            continue
        names = [name for name in ast.walk(part) if isinstance(name, ast.Name)]
        for one, two in combinations(names, 2):
            if one.id != two.id:
                yield _renamed(source, part, {one: two.id, two: one.id}), 0.3
        for one in names:
            for other in context.variables(part):
                if other != one.id and context.compatible(one.id, other):
                    yield _renamed(source, part, {one: other}), 0.2


def _renamed(source, part, names):
    text, low = "", source.start(part)
    for name in sorted(names, key=source.start):
        text += source.text[low : source.start(name)] + names[name]
        low = source.end(name)
    return f"({text + source.text[low : source.end(part)]})"


def _common(context, name):
    kinds = context.kinds.get(name, set())
    if "number" in kinds:
        yield from (f"{name} > 0", f"{name} >= 0", f"{name} != 0", f"{name} > 1")
        yield f"{name} % 2 == 0"
        yield f"{name} % 2 == 1"
        for number in context.told_numbers:
            yield f"{name} % {number} == 0"
            yield f"{name} % {number} != 0"
    elif kinds:
        yield from (name, f"not {name}")


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
    (ast.While, endless),
    (ast.If | ast.While | ast.IfExp, joined),
    (ast.IfExp, tests),
    (ast.comprehension, filters),
)
