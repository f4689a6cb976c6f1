"""Values that are shared by mistake: mutable defaults, aliases, rows that are one row."""

import ast

from ..edits import Edit, replace
from ..insertion import after_docstring

_COPY, _DEFAULT = "aliasing", "mutable default"


def mutable_defaults(source, _context, node):
    """`def f(x, seen=[])` with None as the default and a new value made in the body."""
    arguments = node.args
    positional = [*arguments.posonlyargs, *arguments.args]
    pairs = list(
        zip(
            positional[len(positional) - len(arguments.defaults) :], arguments.defaults, strict=True
        )
    )
    pairs += list(zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True))
    first = after_docstring(node)
    indentation = source.indentation(first)
    if indentation is None:
        return
    for argument, default in pairs:
        if default is None or not _is_mutable(default):
            continue
        start, end = source.start(default), source.line_start(source.start(first))
        between = source.text[source.end(default) : end]
        unit = _unit(source, node, indentation)
        guard = (
            f"{indentation}if {argument.arg} is None:\n"
            f"{indentation}{unit}{argument.arg} = {source.of(default)}\n"
        )
        yield Edit(
            start,
            end,
            f"None{between}{guard}",
            _DEFAULT,
            0.97,
            source.line(start),
            (source.start(argument), source.end(default)),
            (argument.arg, source.of(default)),
        )


def _unit(source, node, indentation):
    """One level of indentation, as this function has it."""
    own = source.indentation(node) or ""
    return indentation[len(own) :] or "    "


def _is_mutable(node):
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("list", "dict", "set")
    return isinstance(node, ast.List | ast.Dict | ast.Set)


def aliases(source, context, node):
    """`a = b` as a copy of `b`."""
    if isinstance(node.value, ast.Name | ast.Attribute | ast.Subscript):
        yield from _copies(source, context, node.value, 0.6)


def passed_aliases(source, context, node):
    """A copy in the place of the value itself, where a method stores it or a call may change it."""
    for argument in node.args:
        if isinstance(argument, ast.Name | ast.Attribute):
            is_stored = isinstance(node.func, ast.Attribute) and node.func.attr in (
                "append",
                "add",
                "insert",
                "appendleft",
                "setdefault",
            )
            yield from _copies(source, context, argument, 0.6 if is_stored else 0.22)


def returned_aliases(source, context, node):
    """A copy given back or yielded, so that the caller's changes do not come back."""
    if isinstance(node.value, ast.Name | ast.Attribute):
        yield from _copies(source, context, node.value, 0.4)


def gone_through(source, context, node):
    """A copy gone through, so that the loop may change the original."""
    if isinstance(node.iter, ast.Name | ast.Attribute):
        yield from _copies(source, context, node.iter, 0.45)


def _copies(source, context, node, prior):
    kinds = context.kinds.get(node.id, set()) if isinstance(node, ast.Name) else set()
    if kinds and not kinds & {"list", "dict", "other"}:
        return
    text = source.of(node)
    if not kinds or kinds & {"list", "other"}:
        yield replace(source, node, f"list({text})", _COPY, prior + 0.02)
        yield replace(source, node, f"[list(row) for row in {text}]", _COPY, prior / 2)
    if not kinds or kinds & {"dict", "other"}:
        yield replace(source, node, f"dict({text})", _COPY, prior)
    yield replace(source, node, f"{text}.copy()", _COPY, prior - 0.02)


def repeated_rows(source, _context, node):
    """`[[0] * n] * m` as a comprehension that makes each row anew."""
    if (
        isinstance(node.op, ast.Mult)
        and isinstance(node.left, ast.List)
        and len(node.left.elts) == 1
    ):
        (row,) = node.left.elts
        if isinstance(row, ast.BinOp | ast.List | ast.ListComp | ast.Dict | ast.Call):
            text = f"[{source.of(row)} for _ in range({source.of(node.right)})]"
            yield replace(source, node, text, _COPY, 0.95)


OPERATORS = (
    (ast.FunctionDef, mutable_defaults),
    (ast.Assign, aliases),
    (ast.Call, passed_aliases),
    (ast.Return | ast.Yield, returned_aliases),
    (ast.For, gone_through),
    (ast.BinOp, repeated_rows),
)
