"""Operators between values that they do not fit."""

import ast
import re

from tracemend.explaining.telling import Told, code, kind_words, sentences
from tracemend.explaining.values import UNKNOWN
from tracemend.running.ending import type_name

_UNSUPPORTED = re.compile(r"^unsupported operand type\(s\) for (.+): '(.+)' and '(.+)'")
_CONCATENATE = re.compile(r"^can only concatenate (\S+) \(not \"(.+)\"\) to (\S+)$")
_COMPARED = re.compile(r"^'(\S+)' not supported between instances of '(.+)' and '(.+)'$")
_UNARY = re.compile(r"^bad operand type for (?:unary (.)|abs\(\)): '(.+)'$")
_REPEATED = re.compile(r"^can't multiply sequence by non-int of type '(.+)'$")
_NUMBERS = ("int", "float", "bool", "complex")
_DOES = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "//": "divide", "%": "divide"}


def explain(scene):
    """A TypeError about an operator."""
    told = scene.told_by(_TELLERS)
    if told is not None:
        return told
    if scene.message == "not all arguments converted during string formatting":
        return _formatted(scene, scene.node)
    return None


def _sides(node):
    match node:
        case ast.BinOp():
            return node.left, node.right
        case ast.AugAssign():
            return node.target, node.value
        case ast.Compare(comparators=[right]):
            return node.left, right
    return None, None


def _operands(scene, node, left, right):
    """What each side was, in words; only where the values are of the kinds that Python named."""
    parts = []
    for side, kind in zip(_sides(node), (left, right), strict=True):
        if side is None:
            return f"One side is {kind_words(left)}, the other {kind_words(right)}."
        value = scene.value(side)
        shown = scene.code(side)
        if value is not UNKNOWN and type_name(value) != kind:
            return f"One side is {kind_words(left)}, the other {kind_words(right)}."
        text = f"{shown} is {kind_words(kind)}"
        if value is not UNKNOWN and not isinstance(side, ast.Constant):
            text += f", {scene.show(value)}"
        parts.append(text)
    if parts[0] == parts[1]:
        return f"{parts[0]}."
    return f"{parts[0]}; {parts[1]}."


def _unsupported(scene, node, match):
    sign, left, right = match.groups()
    sign = sign.split(" or ")[0]
    kinds = {left, right}
    happened = _operands(scene, node, left, right)
    title = f"{code(sign)} does not work between {kind_words(left)} and {kind_words(right)}"
    hint = None
    if "str" in kinds and kinds & set(_NUMBERS):
        hint = _number_and_text(scene, node, sign, left)
    elif "function" in kinds or "method" in kinds or "builtin_function_or_method" in kinds:
        hint = "A function is written here without calling it: add the parentheses."
    elif sign.rstrip("=") == "^" and "float" in kinds:
        hint = f"For a power, Python has {code('**')}."
    elif kinds <= {"list", "tuple", "set", "dict"} or kinds & {"list", "tuple"} and sign == "+":
        hint = _containers(sign.rstrip("="), left, right)
    elif "list" in kinds and kinds & set(_NUMBERS):
        hint = "To do it for each item, use a loop or a comprehension."
    return Told(title, happened, hint)


def _containers(sign, left, right):
    if {left, right} == {"list", "tuple"} and sign == "+":
        return f"Make both the same kind first, for example with {code('list(…)')}."
    if left == right == "dict" and sign == "+":
        return f"Two dicts are put together with {code('|')}."
    if left == right == "set" and sign == "+":
        return f"Two sets are put together with {code('|')}."
    if left == right == "list" and sign == "-":
        return "Lists cannot be subtracted: keep the wanted items with a comprehension."
    return None


def _number_and_text(scene, node, sign, left):
    text = dict(zip((left == "str", left != "str"), _sides(node), strict=True)).get(True)
    number = dict(zip((left != "str", left == "str"), _sides(node), strict=True)).get(True)
    if text is None or number is None:
        return None
    to_number = f"{code(f'int({scene.reading.source(text)})')}"
    if sign.rstrip("=") == "+":
        return (
            f"To calculate, turn the text into a number, {to_number}; to join texts, turn the "
            f"number into one, {code(f'str({scene.reading.source(number)})')}."
        )
    return f"If the text holds a number, turn it into one: {to_number}."


def _concatenate(scene, node, match):
    wanted, got, _ = match.groups()
    kinds = (wanted, got)
    happened = _operands(scene, node, *kinds)
    title = f"{code('+')} cannot join {kind_words(wanted)} and {kind_words(got)}"
    left, right = _sides(node)
    hint = None
    if wanted == "str" and left is not None and got in _NUMBERS:
        source, text = scene.reading.source(right), scene.reading.source(left)
        hint = f"To join texts, turn it into one: {code(f'str({source})')}."
        if not isinstance(left, (ast.Constant, ast.BinOp, ast.JoinedStr)):
            hint += f" To calculate, make {code(text)} a number: {code(f'int({text})')}."
    elif wanted == "str" and right is not None:
        hint = f"Turn it into a text first: {code(f'str({scene.reading.source(right)})')}."
    elif wanted == "list" and left is not None and got not in ("tuple", "set", "dict"):
        hint = f"To add one item, use {code(f'{scene.reading.source(left)}.append(…)')}."
    elif wanted in ("list", "tuple") and right is not None:
        hint = f"Make both the same kind: {code(f'{wanted}({scene.reading.source(right)})')}."
    return Told(title, happened, hint)


def _compared(scene, node, match):
    sign, left, right = match.groups()
    title = f"{kind_words(left)} and {kind_words(right)} cannot be ordered with {code(sign)}"
    title = title[0].upper() + title[1:]
    kinds = {left, right}
    hint = None
    if isinstance(node, ast.Call):
        called = scene.code(node.func)
        return Told(
            title,
            f"{called} has to find out which of two items is the smaller, and met "
            f"{kind_words(left)} and {kind_words(right)}.",
            f"Let all items be of one kind, or give {called} a {code('key')} to order them by.",
        )
    if not isinstance(node, ast.Compare):
        return None
    if "str" in kinds and kinds & set(_NUMBERS):
        texts = [v for v in map(scene.value, (node.left, *node.comparators)) if type(v) is str]
        hint = "If the text holds a number, turn it into one with `int(…)`."
        if texts and not any(letter.isdigit() for letter in texts[0]):
            hint = "Compare only values of one kind; find out why both come here."
    elif kinds & {"list", "tuple"} and kinds & set(_NUMBERS):
        hint = "Compare its length with `len(…)`, or one of its items."
    elif kinds & {"function", "method", "builtin_function_or_method"}:
        hint = "A function is written here without calling it: add the parentheses."
    return Told(title, _operands(scene, node, left, right), hint)


def _unary(scene, node, match):
    sign, kind = match.groups()
    operand = node.operand if isinstance(node, ast.UnaryOp) else None
    if operand is None:
        return None
    return Told(
        f"{code(sign)} cannot stand before {kind_words(kind)}",
        sentences(
            f"{scene.code(operand)} is {kind_words(kind)}.",
            _sentence(scene.was(operand)),
        ),
        "If the text holds a number, turn it into one with `int(…)`." if kind == "str" else None,
    )


def _sentence(part):
    return f"{part}." if part else None


def _repeated(scene, node, match):
    kind = match[1]
    hint = {
        "float": f"Use a whole number: {code('//')} divides without a remainder, {code('int(…)')} "
        "cuts the decimals off.",
        "str": "If a text holds a number, turn it into one with `int(…)`.",
        "list": "To multiply item by item, use a loop or a comprehension.",
    }.get(kind)
    left, right = _sides(node)
    known = [scene.was(side) for side in (left, right) if side is not None]
    return Told(
        f"A text or list can be repeated a whole number of times, not by {kind_words(kind)}",
        sentences(
            f"{scene.code(node)} has no whole number on either side.",
            *[_sentence(part) for part in known],
        ),
        hint,
    )


def _formatted(scene, node):
    left, right = _sides(node)
    if left is None or not isinstance(getattr(node, "op", None), ast.Mod):
        return None
    if isinstance(left, (ast.Constant, ast.JoinedStr)):
        return Told(
            "The text has fewer places to fill than there are values",
            f"After {code('%')} stand more values than {scene.code(left)} has {code('%')} marks.",
            "Give one value for each mark.",
        )
    name = scene.reading.source(left)
    return Told(
        f"{code(name)} is a text, and {code('%')} after a text does not divide",
        sentences(
            f"There it fills values into the text, and {code(name)} has no place for one.",
            _sentence(scene.was(left)),
        ),
        f"To get a remainder, make it a number first: {code(f'int({name})')}.",
    )


_TELLERS = (
    (_UNSUPPORTED, _unsupported),
    (_CONCATENATE, _concatenate),
    (_COMPARED, _compared),
    (_UNARY, _unary),
    (_REPEATED, _repeated),
)
