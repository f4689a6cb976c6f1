"""Operators that put mistakes in: the reverse of repairs that have no reverse among the search's.

Each is a pair of a node type and a function `(source, context, node)` that yields edits.
"""

import ast

from tracemend.search.edits import Edit, replace
from tracemend.search.layout import lines_of

_ARITHMETIC = ast.BinOp | ast.BoolOp


def grouping(source, _context, node):
    """`(a + b) * c` without the parentheses that it needs."""
    parent = source.parent(node)
    start, end = source.start(node), source.end(node)
    text = source.text
    is_grouped = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if is_grouped and isinstance(parent, _ARITHMETIC | ast.UnaryOp):
        family = "condition" if isinstance(node, ast.BoolOp) else "arithmetic"
        span = (source.start(parent), source.end(parent))
        line = source.line(start)
        yield Edit(start - 1, end + 1, text[start:end], family, 0.5, line, span, ("grouping",))


def starts(source, _context, node):
    """`best = xs[0]` or `best = float("-inf")` as `best = 0`."""
    if source.loop(node) is not None or not isinstance(node.targets[0], ast.Name):
        return
    match node.value:
        case (
            ast.Subscript(slice=ast.Constant(value=0))
            | ast.Call(func=ast.Name(id="float"), args=[ast.Constant(value=str()) | ast.UnaryOp()])
        ):
            yield replace(source, node.value, "0", "initial value", 0.8, subject=node)


def shared_rows(source, _context, node):
    """`[[0] * n for _ in range(m)]` as `[[0] * n] * m`, whose rows are one row."""
    match node:
        case ast.ListComp(
            elt=ast.BinOp(op=ast.Mult()) | ast.List() as row,
            generators=[
                ast.comprehension(
                    target=ast.Name(id=name),
                    iter=ast.Call(func=ast.Name(id="range"), args=[count]),
                    ifs=[],
                )
            ],
        ) if not any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(row)):
            times = source.of(count)
            times = times if isinstance(count, ast.Name | ast.Constant) else f"({times})"
            yield replace(source, node, f"[{source.of(row)}] * {times}", "aliasing", 0.9)


def shared_values(source, _context, node):
    """A copy, `list(row)`, `row.copy()` or `row[:]`, as the value itself."""
    match node:
        case ast.Call(
            func=ast.Name(id="list" | "dict" | "set" | "deepcopy"), args=[value], keywords=[]
        ):
            kept = value
        case ast.Call(func=ast.Attribute(value=value, attr="copy"), args=[]):
            kept = value
        case ast.Call(func=ast.Attribute(attr="copy" | "deepcopy"), args=[value]):
            kept = value
        case ast.Subscript(value=value, slice=ast.Slice(lower=None, upper=None, step=None)):
            kept = value
        case _:
            return
    if isinstance(kept, ast.Name | ast.Attribute | ast.Subscript):
        yield replace(source, node, source.of(kept), "aliasing", 0.8)


def plain_lookups(source, _context, node):
    """`d.get(k, default)` and `d.setdefault(k, [])` as `d[k]`."""
    match node:
        case ast.Call(func=ast.Attribute(value=table, attr="get" | "setdefault"), args=[key, _]):
            text = f"{source.of(table)}[{source.of(key)}]"
            yield replace(source, node, text, "lookup", 0.7)


def shared_defaults(source, _context, node):
    """`seen=None` with `if seen is None: seen = []` in the body as `seen=[]`."""
    arguments = [*node.args.posonlyargs, *node.args.args]
    defaults = dict(zip(reversed(arguments), reversed(node.args.defaults), strict=False))
    for statement in node.body[:3]:
        match statement:
            case ast.If(
                test=ast.Compare(
                    left=ast.Name(id=name), ops=[ast.Is()], comparators=[ast.Constant(value=None)]
                ),
                body=[ast.Assign(targets=[ast.Name(id=target)], value=value)],
                orelse=[],
            ) if name == target:
                pass
            case _:
                continue
        default = next((given for known, given in defaults.items() if known.arg == name), None)
        span = lines_of(source, statement)
        is_empty = isinstance(value, ast.List | ast.Dict | ast.Set | ast.Call)
        if default is None or span is None or not is_empty or len(node.body) < 2:
            continue
        start = source.start(default)
        text = source.of(value) + source.text[source.end(default) : span[0]]
        line = source.line(start)
        yield Edit(start, span[1], text, "mutable default", 0.9, line, (start, span[1]))


OPERATORS = (
    (_ARITHMETIC, grouping),
    (ast.Assign, starts),
    (ast.ListComp, shared_rows),
    (ast.Call | ast.Subscript, shared_values),
    (ast.Call, plain_lookups),
    (ast.FunctionDef, shared_defaults),
)
