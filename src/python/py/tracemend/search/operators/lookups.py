"""Entries of a dict that may be missing, or that are there already."""

import ast

from ..edits import replace, swap

FAMILY = "lookup"


def lookups(source, context, node):
    """`d[k]` as `d.get(k, default)`."""
    if isinstance(node.slice, ast.Slice) or not isinstance(node.ctx, ast.Load):
        return
    if isinstance(node.value, ast.Name):
        kinds = context.kinds.get(node.value.id)
        if kinds and "dict" not in kinds and "other" not in kinds:
            return
    value, key = source.of(node.value), source.of(node.slice)
    for default, prior in (
        ("0", 0.5),
        ("None", 0.3),
        ("''", 0.25),
        ("[]", 0.3),
        (key, 0.25),
        ("1", 0.15),
    ):
        tail = "" if default == "None" else f", {default}"
        yield replace(source, node, f"{value}.get({key}{tail})", FAMILY, prior)


def stored_lookups(source, _context, node):
    """`d[k] += v` for a key that is not there yet."""
    target = node.target
    if not isinstance(target, ast.Subscript) or isinstance(target.slice, ast.Slice):
        return
    value, key = source.of(target.value), source.of(target.slice)
    symbol = source.text[source.end(target) : source.start(node.value)].strip()[:-1]
    for default, prior in (("0", 0.6), ("[]", 0.35), ("''", 0.25), ("1", 0.2)):
        text = f"{value}[{key}] = {value}.get({key}, {default}) {symbol} {source.of(node.value)}"
        yield swap(source, source.start(node), source.end(node), text, FAMILY, prior, node)


def replaced_entries(source, _context, node):
    """`d[k] = v` that should add to what the key holds already."""
    target = node.targets[0]
    if len(node.targets) != 1 or not isinstance(target, ast.Subscript):
        return
    if isinstance(target.slice, ast.Slice) or source.loop(node) is None:
        return
    value, key, new = source.of(target.value), source.of(target.slice), source.of(node.value)
    options = {
        f"{value}[{key}] = {value}.get({key}, 0) + {new}": 0.4,
        f"{value}.setdefault({key}, {new})": 0.4,
    }
    if isinstance(node.value, ast.List) and len(node.value.elts) == 1:
        item = source.of(node.value.elts[0])
        options[f"{value}.setdefault({key}, []).append({item})"] = 0.6
    else:
        options[f"{value}.setdefault({key}, []).append({new})"] = 0.25
    for text, prior in options.items():
        yield swap(source, source.start(node), source.end(node), text, FAMILY, prior, node)


def looked_up_methods(source, _context, node):
    """`d[k].append(v)` and its like through `setdefault`."""
    if not isinstance(node.func, ast.Attribute) or not isinstance(node.func.value, ast.Subscript):
        return
    empty = {"append": "[]", "extend": "[]", "add": "set()", "update": "{}"}.get(node.func.attr)
    subscript = node.func.value
    if empty and not isinstance(subscript.slice, ast.Slice):
        value, key = source.of(subscript.value), source.of(subscript.slice)
        yield replace(source, subscript, f"{value}.setdefault({key}, {empty})", FAMILY, 0.5)


def defaults(source, _context, node):
    """The default of `d.get(k, default)`."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in ("get", "pop"):
        return
    if len(node.args) == 1:
        for default in ("0", "''", "[]", "False", source.of(node.args[0])):
            end = source.end(node.args[0])
            yield swap(source, end, end, f", {default}", FAMILY, 0.45, node)


OPERATORS = (
    (ast.Subscript, lookups),
    (ast.AugAssign, stored_lookups),
    (ast.Assign, replaced_entries),
    (ast.Call, looked_up_methods),
    (ast.Call, defaults),
)
