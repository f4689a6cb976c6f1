"""Divisions by zero, and numbers outside of what a function or a float can take."""

import ast

from tracemend.explaining.telling import Told, code, listing, sentences
from tracemend.explaining.values import UNKNOWN, size


def explain_division(scene):
    """A ZeroDivisionError: which divisor was zero, and why."""
    node = scene.node
    divisor = _divisor(node)
    if "negative power" in scene.message:
        return Told(
            "0 has no negative power",
            sentences(f"{scene.code(node)} would divide by 0.", scene.was_sentence(node.left))
            if isinstance(node, ast.BinOp)
            else "It would divide by 0.",
            None,
        )
    if divisor is None:
        return None
    value = scene.value(divisor)
    if value is not UNKNOWN and not (type(value) in (int, float, bool) and value == 0):
        return None
    name = scene.code(divisor)
    does = _does(node)
    title = f"{name} is 0, and nothing can be divided by 0"
    if isinstance(divisor, ast.Constant):
        title = "Nothing can be divided by 0"
    why, hint = _why(scene, divisor)
    return Told(
        title,
        sentences(f"{scene.code(node)} {does} {name}.", why),
        hint or f"Decide what the result should be when {name} is 0, and check for it before.",
    )


def _divisor(node):
    match node:
        case ast.BinOp(op=ast.Div() | ast.FloorDiv() | ast.Mod()):
            return node.right
        case ast.AugAssign(op=ast.Div() | ast.FloorDiv() | ast.Mod()):
            return node.value
        case ast.Call(func=ast.Name(id="divmod"), args=[_, divisor]):
            return divisor
    return None


def _does(node):
    operator = getattr(node, "op", None)
    return "takes the remainder of a division by" if isinstance(operator, ast.Mod) else "divides by"


def _why(scene, divisor):
    match divisor:
        case ast.Call(func=ast.Name(id="len"), args=[container]):
            if size(scene.value(container)) == 0:
                name = scene.code(container)
                return (
                    f"{name} is empty.",
                    f"Decide what the result should be when {name} is empty.",
                )
        case ast.Name(id=name):
            loop = scene.reading.around(divisor, (ast.For,))
            if loop is not None and isinstance(loop.target, ast.Name) and loop.target.id == name:
                source = scene.reading.source(loop.iter).replace(" ", "")
                if source.startswith("range(") and ("," not in source or "(0," in source):
                    return (
                        f"{code(name)} comes from {scene.code(loop.iter)}, which begins with 0.",
                        f"Let the range begin at 1: {code('range(1, …)')}.",
                    )
            return _assigned(scene, name), None
        case ast.BinOp():
            names = {n.id: n for n in ast.walk(divisor) if isinstance(n, ast.Name)}
            parts = [scene.was(n) for n in names.values() if scene.value(n) is not UNKNOWN]
            parts = [part for part in parts if part][:3]
            return (f"{listing(parts)}." if parts else None), None
    return None, None


def _assigned(scene, name):
    """The one line that gives the divisor its value."""
    bindings = scene.reading.bindings(name, scene.scope)
    if len(bindings) != 1 or bindings[0].lineno >= scene.level.line:
        return None
    statement = scene.reading.statement(bindings[0])
    if not isinstance(statement, ast.Assign) or isinstance(statement.value, ast.Constant):
        return None
    return f"It got its value in line {statement.lineno}: {scene.code(statement)}."


def explain_domain(scene):
    """A ValueError of the functions in `math`."""
    node = scene.node
    is_domain = scene.message == "math domain error" or scene.message.startswith("expected a ")
    if not is_domain or not isinstance(node, ast.Call):
        return None
    values = [scene.was(argument) for argument in node.args]
    values = [value for value in values if value]
    return Told(
        f"{scene.code(node.func)} is not defined for the number it was given",
        sentences(
            f"Python says: {code(scene.message)}."
            if scene.message != "math domain error"
            else f"{scene.code(node)} has no result.",
            f"{listing(values)}." if values else None,
        ),
        "Check the number before, or find out why it is what it is.",
    )


def explain_overflow(scene):
    """An OverflowError."""
    node = scene.node
    if node is None:
        return None
    if scene.message == "int too large to convert to float":
        return Told(
            "The whole number is too large to be used as a decimal number",
            f"{scene.code(node)} needs it as a {code('float')}, which ends near 10 to the 308.",
            f"Stay with whole numbers, for example with {code('//')} instead of {code('/')}.",
        )
    if "result" in scene.message.lower() or "range error" in scene.message:
        return Told(
            "The result is too large for a decimal number",
            f"{scene.code(node)} would be more than a {code('float')} can hold, about 10 to the "
            "308.",
            "Check whether the number should become this large; whole numbers have no such end.",
        )
    return None
