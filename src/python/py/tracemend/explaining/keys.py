"""Keys that a dict or set does not hold."""

import ast
from itertools import islice

from tracemend.explaining.near import near
from tracemend.explaining.telling import Told, code, listing, sentences
from tracemend.explaining.values import UNKNOWN, size

_LOOKED_AT = 2000
_LISTED = 5
_SCALARS = (str, int, float, bool, type(None))


def explain(scene):
    """A KeyError."""
    args = scene.args
    if len(args) != 1:
        return None
    [key] = args
    node = scene.node
    if isinstance(node, ast.Subscript):
        return _explain_missing(scene, node.value, key, _hint(scene, node))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _explain_method(scene, node, key)
    return None


def _explain_method(scene, node, key):
    method = node.func.attr
    name = scene.code(node.func.value)
    if method == "popitem" or key == "pop from an empty set":
        return Told(
            f"{name} is empty, so there is nothing to {code(method)}",
            f"Line {node.lineno} takes something out of {name}, which has nothing left.",
            f"Check that {name} is not empty before.",
        )
    if method == "pop":
        hint = f"{code('pop')} takes a second value to give where the key is missing."
        return _explain_missing(scene, node.func.value, key, hint)
    if method == "remove":
        return Told(
            f"{scene.show(key)} is not in the set {name}",
            f"{code('remove')} takes out only what is there; {name} was "
            f"{scene.show(scene.value(node.func.value))}."
            if size(scene.value(node.func.value)) is not UNKNOWN
            else f"{code('remove')} takes out only what is there.",
            f"{code('discard')} takes a value out and does not mind when it is missing.",
        )
    if method in ("format", "format_map"):
        return Told(
            f"The text asks for {scene.show(key)}, and {code(method)} was not given it",
            f"{code('{' + str(key) + '}')} stands for a value named {code(key)}."
            if isinstance(key, str)
            else "A pair of braces names a value that is not there.",
            f"Pass it by its name, as {code(f'{key}=…')}.",
        )
    return None


def _explain_missing(scene, container, key, hint):
    mapping, name = scene.value(container), scene.code(container)
    shown = scene.show(key)
    title = f"{name} has no key {shown}"
    asked = _asked(scene, key)
    if not issubclass(type(mapping), dict):
        return Told(title, sentences(asked, f"{name} holds no such key."), hint)
    keys = list(islice(dict.keys(mapping), _LOOKED_AT))
    if type(key) in _SCALARS and any(type(k) is type(key) and k == key for k in keys):
        return None
    if not keys:
        return Told(title, sentences(asked, f"{name} was empty."), hint)
    meant = _meant(scene, key, keys)
    total = dict.__len__(mapping)
    some = listing([scene.show(k) for k in keys[:_LISTED]])
    if total > _LISTED:
        has = f"It has {total:,} keys, among them {some}."
    else:
        has = f"Its keys are {some}." if total > 1 else f"Its only key is {some}."
    return Told(title, sentences(asked, has, meant), hint)


def _asked(scene, key):
    """Which expression gave the key, where that is not to be seen."""
    node = scene.node.slice if isinstance(scene.node, ast.Subscript) else scene.node.args[0]
    if isinstance(node, ast.Constant):
        return None
    return f"{scene.code(node)} was {scene.show(key)}."


def _meant(scene, key, keys):
    """A key that is there and looks like the one that is not."""
    other = [k for k in keys if type(k) in (str, int) and type(k) is not type(key)]
    for there in other:
        if type(key) in (str, int) and str(there) == str(key):
            kinds = {str: "the text", int: "the number"}
            return (
                f"It has {kinds[type(there)]} {scene.show(there)}, but not "
                f"{kinds[type(key)]} {scene.show(key)}: these are different keys."
            )
    if type(key) is not str:
        return None
    texts = [k for k in keys if type(k) is str]
    for there in texts:
        if there.strip() == key.strip():
            return "One of them differs only by blanks at its ends."
        if there.casefold() == key.casefold():
            return f"{scene.show(there)} differs only in capital letters."
    found = near(key, texts, 1)
    return f"Perhaps {scene.show(found[0])} is meant." if found else None


def _hint(scene, node):
    name, key = scene.reading.source(node.value), scene.reading.source(node.slice)
    statement = scene.reading.statement(node)
    if isinstance(node.ctx, ast.Del):
        return f"Check with {code(f'if {key} in {name}:')} before deleting it."
    if isinstance(statement, ast.AugAssign) and statement.target is node:
        return (
            f"There must be a value to start from: {code(f'{name}.get({key}, 0)')} gives 0 where "
            f"there is none, and so does a {code('defaultdict(int)')}."
        )
    if _is_filled(scene, node):
        return (
            f"Put a first value there before, for example with "
            f"{code(f'{name}.setdefault({key}, [])')}."
        )
    return (
        f"{code(f'{name}.get({key})')} gives {code('None')} where a key is missing; "
        f"{code(f'{key} in {name}')} asks whether it is there."
    )


def _is_filled(scene, node):
    """`d[key].append(…)` and the like."""
    method = scene.reading.parent(node)
    return isinstance(method, ast.Attribute) and method.attr in ("append", "add", "extend")
