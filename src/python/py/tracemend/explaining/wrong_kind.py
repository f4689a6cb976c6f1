"""Values of a kind that does not allow what is done with them: items, length, iteration, keys."""

import ast

from tracemend.explaining.telling import Told, code, kind_words, sentences
from tracemend.explaining.values import UNKNOWN

_CALLED = ("function", "method", "builtin_function_or_method", "type")
_LAZY = ("generator", "map", "filter", "zip", "enumerate", "dict_keys", "dict_values",
    "dict_items", "list_iterator", "list_reverseiterator", "reversed")  # fmt: skip


def explain(scene):
    """A TypeError about the kind of one value."""
    return scene.told_by(_TELLERS)


def _value_of(scene, node):
    return node.value if isinstance(node, ast.Subscript) else node


def _no_items(scene, node, match):
    if not isinstance(node, ast.Subscript):
        return None
    kind, target = match[1], node.value
    name = scene.code(target)
    source = scene.reading.source(target)
    title = f"{name} is {kind_words(kind)}, and that has no items"
    if kind in _CALLED:
        return Told(
            title,
            f"The square brackets in {scene.code(node)} ask for an item of {name}.",
            f"Call it with parentheses: {code(f'{source}({scene.reading.source(node.slice)})')}.",
        )
    hint = "Find where it gets its value, and why that is no list."
    if kind in ("set", "frozenset"):
        hint = f"A set has no order; {code(f'sorted({source})')} gives a list that has."
    elif kind in _LAZY:
        hint = f"Make a list of it first: {code(f'list({source})')}."
    elif kind in ("int", "float"):
        hint = f"For its digits, turn it into a text: {code(f'str({source})')}."
    return Told(
        title,
        sentences(
            f"The square brackets in {scene.code(node)} ask for an item of {name}.",
            scene.was_sentence(target),
        ),
        hint,
    )


def _unchangeable(scene, node, match):
    kind, what = match.groups()
    if not isinstance(node, ast.Subscript):
        return None
    name, source = scene.code(node.value), scene.reading.source(node.value)
    does = "be replaced" if what == "assignment" else "be deleted"
    hints = {
        "str": f"Build a new text, for example with {code('replace')} or by joining parts of it.",
        "tuple": f"Use a list, {code(f'list({source})')}, where items are to change.",
        "range": f"Make a list of it first: {code(f'list({source})')}.",
        "set": f"A set has no positions; use {code('add')} and {code('discard')}.",
    }
    kept = {"str": "Texts", "tuple": "Tuples", "range": "Ranges", "bytes": "Bytes"}.get(kind)
    return Told(
        f"{name} is {kind_words(kind)}, and its items cannot {does}",
        sentences(
            f"{kept} never change once they are made." if kept else None,
            scene.was_sentence(node.value),
        )
        or f"Line {node.lineno} tries it.",
        hints.get(kind),
    )


def _no_length(scene, node, match):
    kind = match[1]
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return None
    argument = node.args[0]
    source = scene.reading.source(argument)
    hint = "Find where it gets its value, and why that is no list or text."
    if kind in ("int", "float"):
        hint = f"For the number of its digits, use {code(f'len(str({source}))')}."
    elif kind in _LAZY:
        hint = f"Make a list of it first: {code(f'len(list({source}))')}."
    elif kind in _CALLED:
        hint = "Call it first: add the parentheses."
    return Told(
        f"{scene.code(argument)} is {kind_words(kind)}, and that has no length",
        sentences(
            f"{code('len')} counts what is in a list, text or other container.",
            scene.was_sentence(argument),
        ),
        hint,
    )


def _not_iterable(scene, node, match):
    kind = match[1]
    parent = scene.reading.parent(node)
    loops = isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is node
    target = node
    if isinstance(node, ast.Call) and not loops:
        arguments = [a for a in node.args if not isinstance(a, ast.Starred)]
        if len(arguments) != 1:
            return None
        target = arguments[0]
    name, source = scene.code(target), scene.reading.source(target)
    title = f"{name} is {kind_words(kind)}, and that cannot be gone through"
    hint = "Give it a list, a text or another container."
    if kind == "int" and loops:
        hint = f"To count up to it, write {code(f'range({source})')}."
    elif kind in _CALLED:
        hint = f"Call it first: {code(source + '(…)')}."
    elif kind in ("int", "float") and not loops:
        called = scene.code(node.func) if isinstance(node, ast.Call) else "It"
        hint = f"{called} takes one list or other container: put single values into {code('[…]')}."
    does = (
        "The loop takes one item after the other"
        if loops
        else f"{scene.code(node)} takes one item after the other"
    )
    if not loops and not isinstance(node, ast.Call):
        return Told(
            title, sentences("Its items are asked for here.", scene.was_sentence(target)), None
        )
    return Told(
        title, sentences(f"{does}, and here there are none.", scene.was_sentence(target)), hint
    )


def _not_a_container(scene, node, match):
    if not isinstance(node, ast.Compare) or len(node.comparators) != 1:
        return None
    right = node.comparators[0]
    kind = match[1]
    hint = f"To compare, write {code('==')} instead of {code('in')}."
    if kind in _CALLED:
        hint = "Call it first: add the parentheses."
    return Told(
        f"{scene.code(right)} is {kind_words(kind)}, and nothing can be in that",
        sentences(f"{code('in')} looks into a list, text, dict or set.", scene.was_sentence(right)),
        hint,
    )


def _text_in(scene, node, match):
    if not isinstance(node, ast.Compare) or len(node.comparators) != 1:
        return None
    left = node.left
    return Told(
        f"Only a text can be in a text, not {kind_words(match[1])}",
        sentences(
            f"{scene.code(node.comparators[0])} is a text.",
            f"{scene.code(left)} is {kind_words(match[1])}.",
            scene.was_sentence(left),
        ),
        f"Turn it into a text first: {code(f'str({scene.reading.source(left)})')}.",
    )


def _wrong_index(scene, node, match):
    container, kind = match.groups()
    if not isinstance(node, ast.Subscript):
        return None
    index, name = node.slice, scene.code(node.value)
    container = {"string": "a text", "byte": "bytes"}.get(container, f"a {container}")
    title = f"An index of {container} must be a whole number, not {kind_words(kind)}"
    happened = sentences(f"{name} is {container}.", scene.was_sentence(index))
    hint = None
    if kind == "float":
        hint = f"Divide with {code('//')}, or cut the decimals off with {code('int(…)')}."
    elif kind == "tuple":
        parts = index.elts if isinstance(index, ast.Tuple) else []
        steps = "".join(f"[{scene.reading.source(part)}]" for part in parts)
        if steps:
            inner = code(scene.reading.source(node.value) + steps)
            hint = f"For an item of an inner list, write {inner}."
    elif kind == "str" and container == "a list":
        hint = "Names are for dicts: perhaps one item of the list is meant, or another variable."
    elif kind == "str" and container == "a text":
        hint = (
            "Names are for dicts: perhaps the text must be read into a dict first, or a loop "
            "goes through the keys of a dict instead of its values."
        )
    loop = _item_as_index(scene, node)
    return Told(title, sentences(happened, loop and loop[0]), loop[1] if loop else hint)


def _item_as_index(scene, node):
    """`for x in xs: xs[x]`."""
    if not isinstance(node.slice, ast.Name):
        return None
    loop = scene.reading.around(node, (ast.For,))
    while loop is not None:
        if isinstance(loop.target, ast.Name) and loop.target.id == node.slice.id:
            if scene.reading.source(loop.iter) != scene.reading.source(node.value):
                return None
            return (
                f"The loop gives the items of {scene.code(loop.iter)} themselves, not positions.",
                f"Use {scene.code(loop.target)} itself; it is the item.",
            )
        loop = scene.reading.around(loop, (ast.For,))
    return None


def _slice(scene, node, match):
    if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Slice):
        return None
    bounds = [b for b in (node.slice.lower, node.slice.upper, node.slice.step) if b is not None]
    values = [scene.was_sentence(bound) for bound in bounds]
    return Told(
        "The bounds of a slice must be whole numbers",
        sentences(f"{scene.code(node)} has another kind of value between its brackets.", *values),
        f"Divide with {code('//')} to get a whole number."
        if any(isinstance(v, float) for v in map(scene.value, bounds) if v is not UNKNOWN)
        or "/" in scene.reading.source(node.slice)
        else None,
    )


_TELLERS = (
    (r"^'(.+)' object is not subscriptable$", _no_items),
    (r"^'(.+)' object (?:does not support|doesn't support) item (assignment|deletion)$",
        _unchangeable),
    (r"^object of type '(.+)' has no len\(\)$", _no_length),
    (r"^'(.+)' object is not iterable$", _not_iterable),
    (r"^argument of type '(.+)' is not a container or iterable$", _not_a_container),
    (r"^'in <string>' requires string as left operand, not (.+)$", _text_in),
    (r"^(\w+) indices must be integers(?: or slices)?, not '?(\w+)'?$", _wrong_index),
    (r"^slice indices must be integers", _slice),
)  # fmt: skip
