"""Initial values: what a variable starts from before the loop that works on it."""

import ast

from ..edits import replace

FAMILY = "initial value"


def _loops_after(source, statement):
    block = source.block(statement)
    after = block[block.index(statement) + 1 :]
    return [later for later in after if isinstance(later, ast.For | ast.While)]


def _is_compared(loop, name):
    """Whether the loop compares `name`, as a search for the largest or smallest does."""
    for node in ast.walk(loop):
        compared = []
        if isinstance(node, ast.Compare):
            compared = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("max", "min"):
            compared = node.args
        if any(isinstance(part, ast.Name) and part.id == name for part in compared):
            return True
    return False


def _changes(loop, name):
    """The operators with which the loop changes `name` in place, None for assignments."""
    for node in ast.walk(loop):
        if isinstance(node, ast.AugAssign) and getattr(node.target, "id", None) == name:
            yield type(node.op)
        elif isinstance(node, ast.Assign):
            stored = [part for target in node.targets for part in ast.walk(target)]
            if any(getattr(part, "id", None) == name for part in stored):
                yield None


def _is_plain(node):
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.operand, ast.Constant)
    return isinstance(node, ast.Constant) or (
        isinstance(node, ast.List | ast.Dict | ast.Tuple) and not ast.dump(node).count("Name(")
    )


def before_loops(source, _context, node):
    """Another start for a variable that the loop after it compares or changes."""
    target = node.targets[0]
    if len(node.targets) != 1 or not isinstance(target, ast.Name) or not _is_plain(node.value):
        return
    for loop in _loops_after(source, node):
        if _is_compared(loop, target.id):
            if isinstance(loop, ast.For) and isinstance(loop.iter, ast.Name):
                yield replace(source, node.value, f"{loop.iter.id}[0]", FAMILY, 0.95, subject=node)
            for name in _gone_through(loop):
                yield replace(source, node.value, f"{name}[0]", FAMILY, 0.7, subject=node)
            for text in ("float('-inf')", "float('inf')"):
                yield replace(source, node.value, text, FAMILY, 0.85, subject=node)
            yield replace(source, node.value, "None", FAMILY, 0.4, subject=node)
        for change in _changes(loop, target.id):
            neutral = {ast.Add: ("0", "''", "[]"), ast.Sub: ("0",), ast.Mult: ("1",)}.get(
                change, ()
            )
            for text in neutral:
                yield replace(source, node.value, text, FAMILY, 0.8, subject=node)


def _gone_through(loop):
    """Names of sequences that the loop subscripts or takes the length of."""
    found = {}
    for node in ast.walk(loop):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            found.setdefault(node.value.id)
    return found


def empty_starts(source, _context, node):
    """Another empty value, or the first element of a parameter."""
    target = node.targets[0]
    if len(node.targets) != 1 or not isinstance(target, ast.Name | ast.Attribute):
        return
    if not _is_plain(node.value):
        return
    for text, prior in (
        ("[]", 0.35),
        ("{}", 0.3),
        ("''", 0.35),
        ("0", 0.4),
        ("1", 0.4),
        ("set()", 0.3),
        ("None", 0.25),
        ("True", 0.3),
        ("False", 0.3),
    ):
        yield replace(source, node.value, text, FAMILY, prior, subject=node)


OPERATORS = ((ast.Assign, before_loops), (ast.Assign, empty_starts))
