"""Things that are called and cannot be."""

import ast
import builtins
import re

from tracemend.explaining.reading import FUNCTIONS, parameters
from tracemend.explaining.telling import Told, code, kind_words, listing, sentences
from tracemend.explaining.values import UNKNOWN

_NOT_CALLABLE = re.compile(r"^'(.+)' object is not callable")
_ABSTRACT = re.compile(r"^Can't instantiate abstract class (\S+) without an implementation for "
    r"abstract methods? (.+)$")  # fmt: skip


def explain(scene):
    """A TypeError about something that is no function, or a class without objects."""
    if not isinstance(scene.node, ast.Call):
        return None
    if match := _NOT_CALLABLE.match(scene.message):
        return _not_callable(scene, scene.node, match)
    if match := _ABSTRACT.match(scene.message):
        return _abstract(scene, scene.node, match)
    return None


def _not_callable(scene, node, match):
    kind = match[1]
    name = scene.code(node.func)
    title = f"{name} is {kind_words(kind)} and cannot be called"
    value = scene.value(node.func)
    if kind == "module":
        source = scene.reading.source(node.func)
        return Told(
            title,
            f"{name} is the module itself; what it offers comes after a dot.",
            f"Write {code(f'{source}.{source}(…)')} or the function of it that is meant.",
        )
    if isinstance(node.func, ast.Name):
        return _rebound(scene, node, title, value)
    if isinstance(node.func, (ast.Constant, ast.Tuple, ast.List, ast.BinOp)):
        if isinstance(node.func, (ast.Tuple, ast.List)) or kind == "str":
            return Told(
                f"A comma is missing after {name}",
                f"Parentheses right after a value mean a call, and {kind_words(kind)} cannot be "
                "called.",
                "Put a comma between the two.",
            )
        return Told(
            title,
            "Parentheses right after a value mean a call.",
            f"To multiply, write {code('*')} between the two.",
        )
    return Told(
        title,
        f"The parentheses after {name} ask to call what it holds.",
        f"For an item of it, use square brackets: {code(scene.reading.source(node.func) + '[…]')}."
        if kind in ("list", "tuple", "dict", "str")
        else "Leave the parentheses out if its value is meant.",
    )


def _rebound(scene, node, title, value):
    name = node.func.id
    reading, scope = scene.reading, scene.scope
    bindings = reading.bindings(name, scope)
    is_parameter = isinstance(scope, FUNCTIONS) and any(p.arg == name for p in parameters(scope))
    if not bindings and not is_parameter:
        bindings = reading.bindings(name, reading.tree)
    lines = [n.lineno for n in bindings if isinstance(n, ast.Name)]
    shown = None if value is UNKNOWN else f"{code(name)} was {scene.show(value)}."
    own = hasattr(builtins, name) and not name.startswith("_")
    defined = scene.function(name)
    if own or defined is not None:
        whose = (
            "one of Python's own functions" if own else f"the function of line {defined[0].lineno}"
        )
        why = (
            f"The parameter {code(name)} hides it here."
            if is_parameter
            else f"Line {lines[-1]} gave that name another value."
            if lines
            else None
        )
        return Told(
            title,
            sentences(f"{code(name)} is also the name of {whose}.", why, shown),
            f"Use another name for the value, so that {code(name)} stays the function.",
        )
    return Told(
        title,
        sentences(f"The parentheses after {code(name)} ask to call it.", shown),
        f"For an item of it, use square brackets: {code(name + '[…]')}."
        if isinstance(value, (list, tuple, dict, str))
        else "To multiply, write `*`; otherwise leave the parentheses out.",
    )


def _abstract(scene, node, match):
    methods = [code(name) for name in re.findall(r"'(.+?)'", match[2])]
    return Told(
        f"{code(match[1])} cannot make objects, for it lacks {listing(methods)}",
        f"A class above it asks for {listing(methods)} with {code('@abstractmethod')}, and "
        f"{code(match[1])} does not define {'it' if len(methods) == 1 else 'them'}.",
        f"Define {listing(methods)} in {code(match[1])}.",
    )
