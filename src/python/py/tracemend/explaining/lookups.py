"""Positions that a list, tuple or text does not have."""

import ast

from tracemend.explaining.reading import COMPREHENSIONS
from tracemend.explaining.telling import Told, code, count, sentences
from tracemend.explaining.values import UNKNOWN, size

_UNITS = {str: ("letter", None), bytes: ("byte", None), bytearray: ("byte", None)}
_EMPTY_POPS = ("pop from empty list", "pop from an empty deque")


def explain(scene):
    """An IndexError."""
    node = scene.node
    if isinstance(node, ast.Subscript):
        return _explain_subscript(scene, node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _explain_method(scene, node)
    return None


def _explain_subscript(scene, node):
    container, index = scene.value(node.value), scene.value(node.slice)
    length = size(container)
    name = scene.code(node.value)
    if length is UNKNOWN:
        return _explain_unseen(scene, node)
    if length == 0 and isinstance(node.ctx, ast.Store):
        return Told(
            f"{name} is empty, so there is no {scene.code(node)} to replace",
            sentences(
                "An assignment to an index replaces an item that is there.",
                _sentence(scene.was(node.slice)),
            ),
            f"To add an item at the end, use {code(_text(name) + '.append(…)')}.",
        )
    if length == 0:
        return Told(
            f"{name} is empty, so {scene.code(node)} is not there",
            sentences(
                f"{name} was {scene.show(container)}, which has nothing at any index.",
                _sentence(scene.was(node.slice)),
            ),
            f"Check that {name} is not empty before, for example with {code(f'if {_text(name)}:')}"
            if isinstance(node.value, ast.Name)
            else "Check that it is not empty before.",
        )
    unit, units = _unit(container)
    has = f"{name} has {count(length, unit, units)}"
    last = f"so its last index is {length - 1}"
    if type(index) is not int:
        return Told(
            f"{scene.code(node)} is outside of {name}",
            f"{has}, {last}; {scene.code(node.slice)} was another number.",
            _hint(scene, node, None, length),
        )
    if -length <= index < length:
        return None
    was = scene.was(node.slice)
    if index < 0:
        return Told(
            f"{scene.code(node)} is before the beginning of {name}",
            sentences(
                f"{has}, so its lowest index is -{length}; {was or f'{index} was asked for'}."
            ),
            "A negative index counts back from the end: -1 is the last.",
        )
    return Told(
        f"{scene.code(node)} is past the end of {name}",
        f"{has}, {last}; {was or f'{index} was asked for'}.",
        _hint(scene, node, index, length),
    )


def _text(name):
    return name.strip("`")


def _sentence(part):
    return f"{part}." if part else None


def _unit(container):
    for base, words in _UNITS.items():
        if issubclass(type(container), base):
            return words
    return ("item", None)


def _explain_unseen(scene, node):
    """The container is not kept in a variable: only its kind is known, from the message."""
    kind = scene.message.partition(" ")[0]
    if kind not in ("list", "tuple", "string"):
        return None
    kind = "text" if kind == "string" else kind
    return Told(
        f"{scene.code(node)} is past the end",
        sentences(
            f"{scene.code(node.value)} is a {kind} that has nothing at this index.",
            _sentence(scene.was(node.slice)),
        ),
        f"Look at what {scene.code(node.value)} is: keep it in a variable, and the trace shows it.",
    )


def _hint(scene, node, index, length):
    name = scene.reading.source(node.value)
    if isinstance(node.ctx, ast.Store) and isinstance(scene.value(node.value), list):
        if index == length:
            return f"To add an item at the end, use {code(f'{name}.append(…)')}."
        return "An assignment can only replace an item that is there."
    loop = _loop(scene, node)
    if loop is not None:
        return loop
    return (
        f"Indexes count from 0: the last one is {code(f'{name}[{length - 1}]')}, or "
        f"{code(f'{name}[-1]')}."
    )


def _loop(scene, node):
    """What makes the index run too far, where a loop around it does."""
    used = {part.id for part in ast.walk(node.slice) if isinstance(part, ast.Name)}
    name = scene.reading.source(node.value)
    for outer in scene.reading.ancestors(node):
        if isinstance(outer, (ast.For, ast.AsyncFor)):
            loops = [outer]
        elif isinstance(outer, (*COMPREHENSIONS, ast.GeneratorExp)):
            loops = outer.generators
        elif isinstance(outer, ast.While):
            if f"<= len({name})" in scene.reading.source(outer.test):
                return (
                    f"{scene.code(outer.test)} lets it become {code(f'len({name})')}, one too "
                    f"far: compare with {code('<')}."
                )
            continue
        else:
            continue
        for loop in loops:
            if isinstance(loop.target, ast.Name) and loop.target.id in used:
                return _range_hint(scene, node, loop, name)
    return None


def _range_hint(scene, node, loop, name):
    variable, source = loop.target.id, scene.reading.source(loop.iter)
    plain = source.replace(" ", "")
    if plain in (f"range(len({name})+1)", f"range(1,len({name})+1)", f"range(0,len({name})+1)"):
        return (
            f"{code(source)} goes one too far for an index: {code(f'range(len({name}))')} stops "
            "at the last one."
        )
    if plain in (f"range(len({name}))", f"range(0,len({name}))") and (
        scene.reading.source(node.slice).replace(" ", "") == f"len({name})-{variable}"
    ):
        return (
            f"It begins with {code(variable)} as 0, and {code(f'{name}[len({name})]')} is past "
            f"the end: counted from the end, an item is {code(f'{name}[-1 - {variable}]')}."
        )
    ahead = isinstance(node.slice, ast.BinOp) and isinstance(node.slice.op, ast.Add)
    if ahead and plain in (f"range(len({name}))", f"range(0,len({name}))"):
        return (
            f"In its last rounds {code(variable)} is the last index, and "
            f"{scene.code(node.slice)} is past it: let the loop end earlier."
        )
    if isinstance(loop.iter, ast.Call) and source.startswith("range("):
        return f"{code(variable)} comes from {code(source)}: check how far that goes."
    return (
        f"{code(variable)} is an item of {code(source)}, not a position; for positions use "
        f"{code(f'range(len({name}))')} or {code('enumerate')}."
    )


def _explain_method(scene, node):
    name = scene.code(node.func.value)
    if scene.message in _EMPTY_POPS:
        return Told(
            f"{name} is empty, so there is nothing to {code(node.func.attr)}",
            f"Line {node.lineno} takes an item out of {name}, which has none left.",
            f"Check that {name} is not empty before.",
        )
    container = scene.value(node.func.value)
    length = size(container)
    if scene.message == "pop index out of range" and length is not UNKNOWN and node.args:
        return Told(
            f"{name} has no item at the index that {code('pop')} is given",
            sentences(
                f"{name} has {count(length, 'item')}, so its last index is {length - 1}.",
                _sentence(scene.was(node.args[0])),
            ),
            None if node.args[0] is None else f"{code('pop()')} without an index takes the last.",
        )
    if scene.message.startswith("Replacement index"):
        wanted = scene.message.split()[2]
        return Told(
            f"The text has more places to fill than {code('format')} was given values",
            f"It asks for value number {int(wanted) + 1}, and there are {len(node.args)}.",
            "Give one value for each pair of braces.",
        )
    return None
