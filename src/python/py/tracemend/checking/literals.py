"""The literal values in Python text, compared by type and value."""

import ast

_TRIVIAL_NUMBERS = {0, 1, -1, 2}


def literals_of(tree):
    """Each literal node that stands for a value by itself or holds some, with the value's key.

    Texts that are statements of their own, docstrings above all, are none.
    """
    skipped = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        (node, key)
        for node in ast.walk(tree)
        if id(node) not in skipped and (key := key_of(node)) is not None
    ]


def key_of(node):
    """A hashable key that equal literals share, lists and tuples alike; None for what is none."""
    if not isinstance(
        node, (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.UnaryOp)
    ) or isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
        return None
    try:
        return key_of_value(ast.literal_eval(node))
    except TypeError, ValueError, MemoryError, RecursionError:
        return None


def key_of_value(value):
    """The same for a value."""
    if isinstance(value, (list, tuple)):
        return ("sequence", tuple(map(key_of_value, value)))
    if isinstance(value, (set, frozenset)):
        return ("set", frozenset(map(key_of_value, value)))
    if isinstance(value, dict):
        return ("dict", tuple((key_of_value(k), key_of_value(v)) for k, v in value.items()))
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return (type(value).__name__, value)
    return ("number", value)


def is_trivial(key):
    """Whether a value is too common to tell anything: 0, 1, "", True, empty containers."""
    kind, value = key
    if kind == "number":
        return value in _TRIVIAL_NUMBERS
    if kind in ("str", "bytes"):
        return len(value) < 2
    if kind in ("sequence", "set", "dict"):
        return len(value) == 0
    return True


def is_telling(key):
    """Whether a value hardly ever stands in a fix by chance: a long text, a larger container."""
    kind, value = key
    if kind in ("str", "bytes"):
        return len(value) >= 6
    if kind in ("sequence", "set", "dict"):
        return len(value) >= 2 and (len(value) >= 3 or not all(map(_is_trivial_part, value)))
    return kind == "number" and abs(value) >= 10_000 and value not in _ROUND


def _is_trivial_part(key):
    return isinstance(key, tuple) and len(key) == 2 and isinstance(key[0], str) and is_trivial(key)


_ROUND = {10**n for n in range(30)} | {2**n for n in range(130)} | {10**9 + 7}
