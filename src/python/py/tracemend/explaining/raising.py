"""Exceptions that the program, or Python's library for it, raises by itself."""

import ast

from tracemend.explaining.telling import Told, article, code, listing, sentences
from tracemend.explaining.values import UNKNOWN
from tracemend.running.ending import part_of, raised_at, type_name


def is_own(scene):
    """Whether a `raise` of the user's own raised it."""
    return not scene.in_library and isinstance(scene.node, ast.Raise) and _derives(scene)


def _derives(scene):
    return scene.message != "exceptions must derive from BaseException"


def explain(scene):
    """A `raise` in the user's own text: what it says, and which condition led to it."""
    node = scene.node
    if node.exc is None:
        return None
    said = f"Its message is: {code(scene.message)}." if scene.message else None
    condition = scene.reading.around(node, (ast.If, ast.While))
    if type(scene.exception) is NotImplementedError:
        where = _owner(scene)
        return Told(
            f"{where} is not written yet",
            sentences(f"It raises {code('NotImplementedError')} in place of doing its work.", said),
            "Write its body, or define it in the class that is used here.",
        )
    return Told(
        f"The program raised {article(scene.type)} {code(scene.type)} itself",
        sentences(f"Line {node.lineno} is a {code('raise')}.", said, _led(scene, condition, node)),
        "Find where the value that it refuses comes from, or check its condition."
        if condition is not None
        else None,
    )


def _owner(scene):
    scope = scene.scope
    return code(scope.name) if hasattr(scope, "name") else "This part"


def _led(scene, condition, raising):
    """The condition under which the line ran, with the values in it."""
    if condition is None or not any(raising is node for node in condition.body):
        return None
    names = {n.id: n for n in ast.walk(condition.test) if isinstance(n, ast.Name)}
    values = [
        scene.was(node)
        for node in names.values()
        if scene.value(node) is not UNKNOWN and not callable_kind(scene.value(node))
    ]
    values = [value for value in values if value][:3]
    test = scene.code(condition.test)
    return f"It runs when {test}; {listing(values)}." if values else f"It runs when {test}."


def callable_kind(value):
    """Whether a value is a function or class of which a reader wants no repr."""
    return type_name(value) in ("function", "builtin_function_or_method", "type", "module")


def explain_library(scene):
    """It came out of Python's own library, in a call that the user's line made."""
    call = scene.node
    if not isinstance(call, ast.Call) or not scene.message:
        return None
    values = [scene.was(argument) for argument in call.args]
    values = [value for value in values if value][:3]
    called = scene.code(call.func)
    return Told(
        f"{called} could not work with what it was given",
        sentences(
            f"Line {call.lineno} calls {scene.code(call)}, and Python's library raised a "
            f"{code(scene.type)}: {code(scene.message)}.",
            f"In that call {listing(values)}." if values else None,
        ),
        "Check the values that this call is given.",
    )


def said_before(scene):
    """That another exception was being handled when this one was raised."""
    exception = scene.exception
    earlier = part_of(exception, "__cause__")
    if earlier is None and not part_of(exception, "__suppress_context__"):
        earlier = part_of(exception, "__context__")
    if earlier is None:
        return None
    if issubclass(type(earlier), (StopIteration, GeneratorExit)):
        return None
    at = raised_at(earlier)
    where = f" of line {at['line']}" if at is not None else ""
    return f"It was raised while the program was handling the {code(type_name(earlier))}{where}."
