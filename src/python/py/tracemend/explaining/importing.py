"""Modules that are not there, and names that a module does not have."""

import ast
import sys
from types import ModuleType

from tracemend.explaining.near import near
from tracemend.explaining.telling import Told, code, listing, sentences


def explain_missing(scene):
    """A ModuleNotFoundError."""
    name = scene.exception.name
    if not isinstance(name, str) or not isinstance(scene.node, (ast.Import, ast.ImportFrom)):
        return None
    top, _, inner = name.rpartition(".")
    if "is not a package" in scene.message or top:
        parent = top.split(".")[0]
        return Told(
            f"The module {code(top)} holds no module {code(inner)}",
            f"Line {scene.level.line} imports {code(name)}.",
            f"Check how it is spelt; names in {code(parent)} are imported with "
            f"{code(f'from {parent} import …')}.",
        )
    if name in sys.stdlib_module_names:
        return Told(
            f"The module {code(name)} of Python's library is not available here",
            "Python runs in the browser here, where parts of its library that need the operating "
            "system are missing.",
            "Write the program without it.",
        )
    found = near(name, sys.stdlib_module_names, 1)
    return Told(
        f"There is no module {code(name)} here",
        f"Line {scene.level.line} imports it; it is neither in Python's own library nor installed.",
        f"If {code(found[0])} is meant, correct the spelling."
        if found
        else "Check the spelling; use what Python itself brings where you can.",
    )


def explain_name(scene):
    """An ImportError of `from module import name`."""
    node = scene.node
    name = scene.exception.name_from
    module = sys.modules.get(scene.exception.name)
    if not isinstance(node, ast.ImportFrom) or not isinstance(name, str):
        return None
    there = []
    if type(module) is ModuleType:
        names = ModuleType.__dict__["__dict__"].__get__(module)
        there = [n for n in names if isinstance(n, str) and not n.startswith("_")]
    found = near(name, there)
    meant = listing(map(code, found), "or")
    return Told(
        f"The module {code(node.module)} has no {code(name)}",
        sentences(f"Line {node.lineno} imports it from there.", meant and f"It does have {meant}."),
        f"If {meant} is meant, correct the spelling."
        if found
        else f"Check in which module {code(name)} is.",
    )
