"""Arithmetic: another operator, operands swapped or left out, a sign, one more or one less."""

import ast
import re

from ..edits import replace, swap

FAMILY = "arithmetic"
_TOKEN = re.compile(r"\*\*|//|<<|>>|[-+*/%&|^@]")
_AUGMENTED = re.compile(r"(\*\*|//|<<|>>|[-+*/%&|^@])=")
_OTHERS = {
    ast.Add: {"-": 0.8, "*": 0.55, "//": 0.15, "%": 0.15, "|": 0.1},
    ast.Sub: {"+": 0.8, "*": 0.4, "//": 0.4, "%": 0.5, "/": 0.2},
    ast.Mult: {"+": 0.6, "//": 0.45, "/": 0.45, "-": 0.3, "**": 0.3, "%": 0.25},
    ast.Div: {"//": 0.8, "*": 0.6, "%": 0.4, "-": 0.2},
    ast.FloorDiv: {"/": 0.8, "%": 0.6, "*": 0.5, "-": 0.3},
    ast.Mod: {"//": 0.65, "/": 0.4, "*": 0.2, "-": 0.2},
    ast.Pow: {"*": 0.6, "//": 0.2, "+": 0.15},
    ast.LShift: {">>": 0.7},
    ast.RShift: {"<<": 0.7},
    ast.BitAnd: {"|": 0.7, "^": 0.6, "and": 0.3, "-": 0.2},
    ast.BitOr: {"&": 0.7, "^": 0.6, "or": 0.3, "-": 0.15},
    ast.BitXor: {"&": 0.7, "|": 0.7, "**": 0.4},
    ast.MatMult: {"*": 0.6},
}
_IDLE_BY_ONE = ("*", "//", "/", "**", "%")
_ONE_SIDED = ast.Sub | ast.Div | ast.FloorDiv | ast.Mod | ast.Pow | ast.LShift | ast.RShift


def operators(source, _context, node):
    """Another operator between two operands."""
    start, between = source.gap(node.left, node.right)
    found = _TOKEN.search(between)
    if not found:
        return
    by_one = isinstance(node.right, ast.Constant) and node.right.value == 1
    for text, prior in _OTHERS[type(node.op)].items():
        if not (by_one and text in _IDLE_BY_ONE):
            at = start + found.start()
            yield swap(source, at, start + found.end(), text, FAMILY, prior, node)


def grouping(source, _context, node):
    """`a + b * c` as `(a + b) * c`: the parentheses that were meant."""
    left = node.left
    if isinstance(left, ast.BinOp) and source.start(left) == source.start(node):
        text = source.text[source.start(left.right) : source.end(node)]
        head = source.text[source.start(node) : source.start(left.right)]
        if source.end(left) < source.start(node.right):
            yield replace(source, node, f"{head}({text})", FAMILY, 0.35)
    right = node.right
    if isinstance(right, ast.BinOp) and source.end(right) == source.end(node):
        text = source.text[source.start(node) : source.end(right.left)]
        tail = source.text[source.end(right.left) : source.end(node)]
        yield replace(source, node, f"({text}){tail}", FAMILY, 0.45)


def operands(source, _context, node):
    """The two operands swapped, or one of them left out."""
    left, right = source.of(node.left), source.of(node.right)
    between = source.text[source.end(node.left) : source.start(node.right)]
    one_sided = isinstance(node.op, _ONE_SIDED)
    if one_sided or isinstance(node.op, ast.Add):
        simple = not isinstance(node.right, ast.BinOp) and not isinstance(node.left, ast.BinOp)
        if simple:
            prior = 0.5 if one_sided else 0.3
            yield replace(source, node, f"{right}{between}{left}", "swap", prior)
    yield replace(source, node, left, "drop", 0.45)
    yield replace(source, node, right, "drop", 0.35)
    if isinstance(node.left, ast.BinOp) and source.start(node.left) == source.start(node):
        kept = source.text[source.start(node) : source.start(node.left.right)]
        yield replace(source, node, kept + right, "drop", 0.35)


def augmented(source, _context, node):
    """Another operator in `x += 1`, or plain assignment."""
    start, between = source.gap(node.target, node.value)
    found = _AUGMENTED.search(between)
    if not found:
        return
    for text, prior in _OTHERS[type(node.op)].items():
        if text not in ("and", "or"):
            yield swap(
                source, start + found.start(), start + found.end() - 1, text, FAMILY, prior, node
            )
    yield swap(source, start + found.start(), start + found.end() - 1, "", FAMILY, 0.45, node)


def accumulated(source, _context, node):
    """`x = y` as `x += y`, for a name that is already in use."""
    target = node.targets[0]
    if len(node.targets) != 1 or source.loop(node) is None:
        return
    if isinstance(target, ast.Name | ast.Attribute | ast.Subscript):
        start, between = source.gap(target, node.value)
        at = start + between.index("=")
        for text, prior in (("+", 0.55), ("-", 0.25), ("*", 0.25)):
            yield swap(source, at, at, text, FAMILY, prior, node)


def signs(source, _context, node):
    """A minus sign left out."""
    if isinstance(node.op, ast.USub):
        yield replace(source, node, source.of(node.operand), FAMILY, 0.55)


def _is_counted(source, node):
    """Whether one more or one less of `node` is a natural slip."""
    parent = source.parent(node)
    match parent:
        case ast.Compare() | ast.Return() | ast.BinOp() | ast.Assign():
            return True
        case ast.Subscript():
            return parent.slice is node
        case ast.Slice():
            return True
        case ast.Call():
            return node in parent.args
        case ast.Tuple() | ast.List() | ast.IfExp():
            return not isinstance(node, ast.Constant)
        case _:
            return False


def _is_sum(node):
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)


def _is_whole(node):
    """Whether `node` is a written-out whole number, which other edits change by one."""
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def one_off(source, context, node):
    """One more and one less of a number."""
    if isinstance(node, ast.Constant) or not context.is_number(node):
        return
    if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del) or not _is_counted(source, node):
        return
    parent = source.parent(node)
    if _is_sum(parent) or (_is_sum(node) and _is_whole(node.right)):
        return
    if isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant):
        return
    text = source.of(node)
    prior = 0.5 if isinstance(parent, ast.Call | ast.Subscript | ast.Slice) else 0.35
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        prior = 0.55 if name in ("len", "max", "min", "sum") else 0.3
    loose = isinstance(node, ast.IfExp | ast.Lambda)
    text = f"({text})" if loose else text
    yield replace(source, node, f"{text} + 1", "off by one", prior)
    yield replace(source, node, f"{text} - 1", "off by one", prior)


_NUMBERS = ast.Name | ast.Call | ast.BinOp | ast.Subscript | ast.Attribute | ast.UnaryOp

OPERATORS = (
    (ast.BinOp, operators),
    (ast.BinOp, grouping),
    (ast.BinOp, operands),
    (ast.AugAssign, augmented),
    (ast.Assign, accumulated),
    (ast.UnaryOp, signs),
    (_NUMBERS, one_off),
)
