"""Values that are of the right kind but cannot be used: conversions, searches, encodings."""

import ast
import re

from tracemend.explaining.telling import Told, code, listing, sentences
from tracemend.explaining.values import UNKNOWN, size

_WHOLE = re.compile(r"^invalid literal for int\(\) with base (\d+): (.+)$", re.S)
_DECIMAL = re.compile(r"^could not convert string to (float|complex): (.+)$", re.S)
_FORMAT = re.compile(r"^Unknown format code '(.+)' for object of type '(.+)'$")


def explain(scene):
    """A ValueError."""
    node = scene.node
    if isinstance(node, ast.Call):
        for tell in (_number, _decimal, _not_found, _empty, _other_call):
            told = tell(scene, node)
            if told is not None:
                return told
    if match := _FORMAT.match(scene.message):
        kinds = {"str": "a text", "float": "a decimal number", "int": "a whole number"}
        kind = kinds.get(match[2], code(match[2]))
        return Told(
            f"The format {code(match[1])} does not fit {kind}",
            f"After the colon in the braces stands how to write the value, and {code(match[1])} is "
            f"not a way to write {kind}.",
            "Leave the format out, or convert the value first.",
        )
    if scene.message == "slice step cannot be zero":
        return Told(
            "The step of a slice is 0",
            f"{scene.code(node)} would never move on." if node is not None else "",
            "Use 1 to take each item, 2 for every other one, -1 to go backwards.",
        )
    return None


def _argument(scene, node):
    """The first argument's value, where it is a text; else None."""
    value = scene.value(node.args[0]) if node.args else UNKNOWN
    return value if type(value) is str else None


def _text_in_message(scene, node, shown):
    return _argument(scene, node) if _argument(scene, node) is not None else _unquoted(shown)


def _unquoted(shown):
    """The letters between the quotes of a repr."""
    return shown[1:-1] if shown[:1] in "'\"" else shown


def _number(scene, node):
    match = _WHOLE.match(scene.message)
    if match is None:
        return None
    base, shown = match.groups()
    text = _text_in_message(scene, node, shown)
    # `int` may be what another function was given to call, as in `map(int, …)`.
    called = code("int")
    named = [scene.was(argument) for argument in node.args[:1]]
    was = f"{named[0]}." if named and named[0] else None
    if not text.strip():
        why, hint = "The text has no digits at all.", "Check that it is not empty before."
    elif re.fullmatch(r"\s*[-+]?\d*\.\d*\s*", text):
        why = f"{code('int')} reads whole numbers, and this one has a decimal point."
        hint = (
            f"Read it with {code('float(…)')}, or {code('int(float(…))')} to cut the decimals off."
        )
    elif re.fullmatch(r"[\s\d+-]+", text) and len(text.split()) > 1:
        why = "There is more than one number in it."
        hint = f"Split it first: {code('[int(x) for x in text.split()]')}."
    elif "," in text and re.fullmatch(r"[\s\d,+-]+", text):
        why = "It has a comma in it."
        hint = f"Split it at the commas, or take them out with {code("replace(',', '')")}."
    else:
        letters = sorted({c for c in text if not c.isdigit() and not c.isspace()})[:4]
        other = listing(map(code, letters)) if letters else "something else"
        why = (
            f"Besides digits it holds {other}."
            if any(c.isdigit() for c in text)
            else ("There is no digit in it.")
        )
        hint = f"Check the text before, for example with {code('isdigit()')}."
    reads = "a whole number" if base == "10" else f"a number in base {base}"
    return Told(f"{called} cannot read {code(shown)} as {reads}", sentences(was, why), hint)


def _decimal(scene, node):
    match = _DECIMAL.match(scene.message)
    if match is None:
        return None
    text = _text_in_message(scene, node, match[2])
    named = [scene.was(argument) for argument in node.args[:1]]
    was = f"{named[0]}." if named and named[0] else None
    if not text.strip():
        why, hint = "The text has no digits at all.", "Check that it is not empty before."
    elif re.fullmatch(r"\s*[-+]?\d+,\d+\s*", text):
        why = "Python writes decimals with a point, not a comma."
        hint = f"Replace it first: {code("replace(',', '.')")}."
    elif len(text.split()) > 1:
        why, hint = "There is more than one word in it.", f"Split it first with {code('split()')}."
    else:
        why, hint = "It is not written as a number.", "Check the text before it is converted."
    return Told(
        f"{code(match[1])} cannot read {code(match[2])} as a number",
        sentences(was, why),
        hint,
    )


def _not_found(scene, node):
    if not isinstance(node.func, ast.Attribute) or not node.args:
        return None
    method, target = node.func.attr, node.func.value
    name, wanted = scene.code(target), node.args[0]
    value = scene.value(wanted)
    shown = scene.code(wanted) if value is UNKNOWN else scene.show(value)
    whole = scene.value(target)
    was = scene.was(target)
    there = f"{was}." if was and size(whole) is not UNKNOWN else None
    asked = scene.was(wanted)
    asked = f"{asked}." if asked else None
    condition = f"if {scene.reading.source(wanted)} in {scene.reading.source(target)}:"
    ask = f"Ask first: {code(condition)}"
    if scene.message == "list.remove(x): x not in list":
        return Told(
            f"{shown} is not in {name}, so it cannot be removed",
            sentences(asked, there) or f"{code('remove')} takes out only what is there.",
            ask,
        )
    if method == "index" and scene.message.endswith(("x not in list", "x not in tuple")):
        return Told(
            f"{shown} is not in {name}, so it has no index there",
            sentences(asked, there) or f"{code('index')} finds only what is there.",
            ask,
        )
    if scene.message == "substring not found":
        return Told(
            f"The text {name} does not contain {shown}",
            sentences(asked, there) or f"{code(method)} finds only what is there.",
            f"{code('find')} gives -1 instead of raising when there is nothing to find.",
        )
    return None


def _empty(scene, node):
    match = re.match(r"^(max|min)\(\) (?:iterable )?arg(?:ument)? is (?:an )?empty", scene.message)
    if match is None or not node.args:
        return None
    argument = node.args[0]
    smallest = "largest" if match[1] == "max" else "smallest"
    was = scene.was(argument)
    name = scene.code(argument)
    return Told(
        f"{code(match[1])} was given nothing to choose from",
        f"{was}, in which there is no {smallest} item."
        if was
        else f"{name} has no items, so there is no {smallest}.",
        f"Check that it is not empty before, or pass a value for that case: "
        f"{code(f'{match[1]}({scene.reading.source(argument)}, default=…)')}.",
    )


def _other_call(scene, node):
    message, called = scene.message, scene.code(node.func)
    if message == "range() arg 3 must not be zero":
        return Told(
            "The step of a range is 0",
            sentences(f"{scene.code(node)} would never move on.", _was_of(scene, node.args[-1:])),
            "Use 1 to count up, -1 to count down.",
        )
    if message == "empty separator":
        return Told(
            f"{code('split')} was given an empty text to split at",
            f"{scene.code(node)} has nothing that could stand between two parts.",
            f"For the single letters of a text, use {code('list(…)')}; to split at blanks, leave "
            "the argument out.",
        )
    if message.startswith("chr() arg not in range"):
        return Told(
            "There is no letter with this number",
            sentences(
                f"{code('chr')} takes 0 to 1,114,111.",
                _was_of(scene, node.args),
            ),
            "Check how the number is calculated.",
        )
    if message.startswith("I/O operation on closed file"):
        return Told(
            "The file is closed already",
            f"{scene.code(node)} came after the file was closed.",
            f"Do it inside the {code('with')} block that opens the file.",
        )
    if message.startswith("Exceeds the limit"):
        return Told(
            "The number has too many digits to be written as text",
            f"{called} would have to write, or read, more than 4,300 digits.",
            "Check whether the number should become this large.",
        )
    return None


def _was_of(scene, nodes):
    parts = [scene.was(node) for node in nodes]
    parts = [part for part in parts if part]
    return f"{listing(parts)}." if parts else None


def explain_decoding(scene):
    """A UnicodeDecodeError."""
    error = scene.exception
    start, encoding = error.start, error.encoding
    return Told(
        f"These bytes are no text in {code(encoding)}",
        f"The byte {code(hex(bytes(error.object)[start]))} at position {start} does not belong "
        f"into {code(encoding)}.",
        "Decode them with the encoding they were written in, such as `latin-1`.",
    )


def explain_encoding(scene):
    """A UnicodeEncodeError."""
    error = scene.exception
    letter = str.__getitem__(error.object, error.start)
    return Told(
        f"{code(error.encoding)} cannot write the letter {scene.show(letter)}",
        f"It is at position {error.start} of the text.",
        "Use `utf-8`, which can write every letter.",
    )
