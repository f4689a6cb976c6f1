"""Values of a kind that a function, a dict, a set or a `raise` does not take."""

import ast

from tracemend.explaining.telling import Told, code, kind_words, sentences


def explain(scene):
    """A TypeError about the kind of a value that was handed over."""
    return scene.told_by(_TELLERS)


def _unhashable(scene, node, match):
    kind, role = match["kind"], match["role"]
    what = "a key of a dict" if role == "a dict key" else "an item of a set"
    part = _guilty_part(scene, node, role)
    instead = {"list": "tuple", "set": "frozenset", "bytearray": "bytes"}.get(kind)
    hint = "Use a value that cannot change, such as a text, a number or a tuple."
    if instead:
        made = f"{instead}({scene.reading.source(part)})" if part is not None else f"{instead}(…)"
        hint = f"Use {code(made)}, which cannot change, in its place."
    return Told(
        f"{kind_words(kind)[0].upper()}{kind_words(kind)[1:]} cannot be {what}",
        sentences(
            "Keys and the items of sets must be of kinds that never change.",
            f"{scene.code(part)} is {kind_words(kind)}." if part is not None else None,
            scene.was_sentence(part) if part is not None else None,
        ),
        hint,
    )


def _guilty_part(scene, node, role):
    match node:
        case ast.Subscript():
            return node.slice
        case ast.Call(args=[argument]) if isinstance(node.func, ast.Attribute):
            return argument
        case ast.Compare(left=left, comparators=[_]):
            return left
        case ast.Set(elts=[part]):
            return part
    return None


def _not_a_whole_number(scene, node, match):
    kind = match[1]
    if not isinstance(node, ast.Call):
        return None
    if kind == "float":
        hint = f"Divide with {code('//')}, or cut the decimals off with {code('int(…)')}."
    elif kind == "str":
        hint = f"If the text holds a number, turn it into one: {code('int(…)')}."
    elif kind in ("list", "tuple", "set", "dict"):
        hint = f"For its length, write {code('len(…)')} around it."
    else:
        hint = None
    named = [scene.was(argument) for argument in node.args]
    return Told(
        f"{scene.code(node.func)} needs a whole number, not {kind_words(kind)}",
        sentences(
            f"{scene.code(node)} was given {kind_words(kind)}.",
            *[f"{part}." for part in named if part],
        ),
        hint,
    )


def _not_convertible(scene, node, match):
    function, kind = match.groups()
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return None
    argument = node.args[0]
    hint = None
    if kind in ("list", "tuple"):
        hint = f"Convert its items one by one: {code(f'[{function}(x) for x in …]')}."
    return Told(
        f"{code(function)} cannot make a number of {kind_words(kind)}",
        sentences(f"{scene.code(argument)} is {kind_words(kind)}.", scene.was_sentence(argument)),
        hint,
    )


def _based(scene, node, match):
    if not isinstance(node, ast.Call) or not node.args:
        return None
    source = scene.reading.source(node.args[0])
    return Told(
        "With a base, `int` reads a text, not a number",
        sentences(f"{scene.code(node)} was given no text.", scene.was_sentence(node.args[0])),
        f"Turn it into a text first, {code(f'str({source})')}, or leave the base out.",
    )


def _one_letter(scene, node, match):
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return None
    return Told(
        f"{code('ord')} takes one letter, not {match[1]}",
        sentences(
            f"{scene.code(node.args[0])} is a text of {match[1]}.", scene.was_sentence(node.args[0])
        ),
        "Go through the letters of the text, or take one by its index.",
    )


def _not_encoded(scene, node, match):
    source = scene.reading.source(node.args[0]) if isinstance(node, ast.Call) and node.args else "…"
    return Told(
        "This works on bytes, and was given a text",
        "A text becomes bytes by an encoding.",
        f"Encode it first: {code(f'{source}.encode()')}.",
    )


def _joined(scene, node, match):
    position, kind = int(match[1]), match[2]
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return None
    source = scene.reading.source(node.args[0])
    value = scene.value(node.args[0])
    what = f"{scene.code(node.args[0])} holds {kind_words(kind)} at index {position}"
    if type(value) in (list, tuple) and position < len(value):
        what += f", {scene.show(value[position])}"
    return Told(
        f"{code('join')} puts texts together, and was given {kind_words(kind)}",
        f"{what}.",
        f"Turn the items into texts first: {code(f'map(str, {source})')}.",
    )


def _raised_no_exception(scene, node, match):
    if not isinstance(node, ast.Raise) or node.exc is None:
        return None
    source = scene.reading.source(node.exc)
    return Told(
        "Only exceptions can be raised",
        f"{code(source)} is none.",
        f"Wrap it in one: {code(f'raise ValueError({source})')}."
        if isinstance(node.exc, (ast.Constant, ast.JoinedStr))
        else "Raise an exception, such as `ValueError(…)`.",
    )


_TELLERS = (
    (r"^cannot use '(?P<kind>.+)' as (?P<role>a dict key|a set element)", _unhashable),
    (r"^'(.+)' object cannot be interpreted as an integer$", _not_a_whole_number),
    (r"^(int|float)\(\) argument must be a string.* not '(.+)'$", _not_convertible),
    (r"^int\(\) can't convert non-string with explicit base$", _based),
    (r"^ord\(\) expected a character, but string of length (\d+) found$", _one_letter),
    (r"^Strings must be encoded before hashing$", _not_encoded),
    (r"^sequence item (\d+): expected str instance, (.+) found$", _joined),
    (r"^exceptions must derive from BaseException$", _raised_no_exception),
)
