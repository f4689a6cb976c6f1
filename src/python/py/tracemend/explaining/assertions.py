"""An `assert` in the program itself that failed."""

import ast

from tracemend.explaining.raising import callable_kind
from tracemend.explaining.telling import Told, code, listing, sentences
from tracemend.explaining.values import UNKNOWN


def explain(scene):
    """What the assert checked, and the values in it; nothing for asserts of the tests."""
    if scene.level.place != "program" or scene.node is None:
        return None
    statement = scene.reading.statement(scene.node)
    if not isinstance(statement, ast.Assert):
        return None
    test = statement.test
    if isinstance(test, ast.Tuple):
        return None
    named = {n.id: n for n in ast.walk(test) if isinstance(n, ast.Name)}
    values = [
        scene.was(node)
        for node in named.values()
        if scene.value(node) is not UNKNOWN and not callable_kind(scene.value(node))
    ]
    values = [value for value in values if value][:4]
    return Told(
        f"The program checks {scene.code(test)}, and that was not so",
        sentences(
            f"{listing(values)}."
            if values
            else f"The condition of the {code('assert')} was false.",
            f"Its message is: {code(scene.message)}." if scene.message else None,
        ),
        "If the condition is right, find where its values come from; if not, correct it.",
        test,
    )
