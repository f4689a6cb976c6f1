"""What may stand in the hole of an expression; what values tell is grown besides."""

import ast

_COMPARISONS = (">", "<", ">=", "<=", "==", "!=")
_SUMS = ("+", "-", "*", "//", "%")
_KEYS = ("len", "str", "abs", "lambda x: x[1]", "lambda x: x[0]", "lambda x: -x", "lambda x: x[-1]")
# The usual constants that are seldom meant.
_SELDOM = {"-1": 0.45, "{}": 0.4, "None": 0.4}
_TESTED = ast.If | ast.While | ast.IfExp | ast.Assert


def values(around):
    """Yields `(text, prior)` for the expression hole of which `around` tells."""
    if isinstance(around.node.ctx, ast.Store):
        for name in (*around.unbound, *around.variables):
            yield name, 0.6
        return
    if is_tested(around.source, around.node):
        yield from _conditions(around)
    yield from _plain(around)
    yield from _composed(around)


def is_tested(source, node):
    """Whether the truth of an expression is asked for."""
    parent = source.parent(node)
    if isinstance(parent, _TESTED):
        return parent.test is node
    if isinstance(parent, ast.comprehension):
        return node in parent.ifs
    return isinstance(parent, ast.BoolOp) or (
        isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
    )


def _plain(around):
    for place, name in enumerate(around.variables):
        yield name, max(0.5, 0.9 - 0.05 * place)
    for place, text in enumerate(around.constants):
        yield text, _SELDOM.get(text, max(0.4, 0.8 - 0.04 * place))
    for text in around.attributes:
        yield text, 0.6
    for text in around.context.expected:
        yield text, 0.15
    parent = around.source.parent(around.node)
    if isinstance(parent, ast.keyword) and parent.arg == "key":
        for text in (*_KEYS, *around.context.functions):
            yield text, 0.7
    for name in around.context.functions:
        yield name, 0.2


def _composed(around):
    for text in ('float("inf")', 'float("-inf")', "set()", "()"):
        yield text, 0.2
    readable = [*around.variables, *around.attributes]
    for one in readable:
        for text in (f"{one}[0]", f"{one} - 1", f"{one} + 1"):
            yield text, 0.56
        for text in (f"len({one})", f"{one}[-1]"):
            yield text, 0.46
        for other in readable:
            if other == one:
                continue
            yield f"{one}[{other}]", 0.4
            for operator in _SUMS:
                yield f"{one} {operator} {other}", 0.35
    for text in around.calls:
        yield text, 0.3


def _conditions(around):
    readable = [*around.variables, *around.attributes]
    for one in readable:
        yield f"not {one}", 0.45
        yield f"{one} is None", 0.3
        for other in readable:
            if other == one:
                continue
            for operator in _COMPARISONS:
                yield f"{one} {operator} {other}", 0.7
            for operator in ("in", "not in"):
                yield f"{one} {operator} {other}", 0.6
            yield f"{one} % {other} == 0", 0.5
        for text in around.constants:
            if text in ("None", "True", "False", "[]", "{}"):
                continue
            for operator in _COMPARISONS:
                yield f"{one} {operator} {text}", 0.5
        for remainder in ("0", "1"):
            yield f"{one} % 2 == {remainder}", 0.55
