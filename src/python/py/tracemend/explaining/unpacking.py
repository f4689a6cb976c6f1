"""Assignments to several names at once whose numbers do not match."""

import ast
import re

from tracemend.explaining.telling import Told, code, count, kind_words, sentences
from tracemend.explaining.values import UNKNOWN, size

_TOO_FEW = re.compile(r"^not enough values to unpack \(expected (at least )?(\d+), got (\d+)\)$")
_TOO_MANY = re.compile(r"^too many values to unpack \(expected (\d+)(?:, got (\d+))?\)$")
_NOT_A_SEQUENCE = re.compile(r"^cannot unpack non-iterable (.+) object$")


def explain(scene):
    """A ValueError or TypeError of unpacking."""
    target = scene.node
    if not isinstance(target, (ast.Tuple, ast.List)):
        return None
    if match := _TOO_FEW.match(scene.message):
        wanted, got = int(match[2]), int(match[3])
    elif match := _TOO_MANY.match(scene.message):
        wanted, got = int(match[1]), int(match[2]) if match[2] else None
    elif match := _NOT_A_SEQUENCE.match(scene.message):
        return _explain_single(scene, target, match[1])
    else:
        return None
    has = "more" if got is None else str(got)
    names = "name" if wanted == 1 else "names"
    least = "at least " if match.re is _TOO_FEW and match[1] else ""
    return Told(
        f"{wanted} {names} for {'more values' if got is None else count(got, 'value')}"
        if not least
        else f"{least.capitalize()}{wanted} values are needed, and there {_are(got)} {got}",
        sentences(
            f"{scene.code(target)} takes {least}{count(wanted, 'value')} and was given {has}.",
            _source_words(scene, target),
        ),
        _hint(scene, target, wanted, got),
    )


def _are(number):
    return "is" if number == 1 else "are"


def _explain_single(scene, target, kind):
    return Told(
        f"{kind_words(kind)[0].upper()}{kind_words(kind)[1:]} cannot be taken apart into names"
        if not kind_words(kind).startswith("`")
        else f"{kind_words(kind)} cannot be taken apart into names",
        sentences(
            f"{scene.code(target)} takes one value each from a list, tuple or other sequence.",
            _source_words(scene, target),
        ),
        "Let the right side give as many values as there are names on the left."
        if isinstance(scene.reading.parent(target), ast.Assign)
        else f"For positions with their items, go through {code('enumerate(…)')}.",
    )


def _source_words(scene, target):
    """Where the values come from, and what they were."""
    parent = scene.reading.parent(target)
    match parent:
        case ast.Assign(value=value):
            was = scene.was(value)
            if size(scene.value(value)) is UNKNOWN and was is None:
                return f"They come from {scene.code(value)}."
            return f"{was}." if was else None
        case ast.For(iter=iterable) | ast.comprehension(iter=iterable):
            return f"They come from an item of {scene.code(iterable)}."
    return None


def _hint(scene, target, wanted, got):
    parent = scene.reading.parent(target)
    iterable = getattr(parent, "iter", None)
    if iterable is not None:
        value = scene.value(iterable)
        source = scene.reading.source(iterable)
        if isinstance(iterable, ast.Dict) or issubclass(type(value), dict):
            return (
                f"Going through a dict gives its keys; for keys with their values use "
                f"{code(source + '.items()')}."
            )
        if wanted == 2 and size(value) is not UNKNOWN and got != 2:
            return f"For positions with their items, go through {code(f'enumerate({source})')}."
    if got is not None and got > wanted:
        return f"Add a name for each value, or catch the rest with a star: {code('*rest')}."
    if "split" in scene.reading.source(parent):
        return "Check what the text looks like, and at what it is split."
    return "Check what the right side gives."
