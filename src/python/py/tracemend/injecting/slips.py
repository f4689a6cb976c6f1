"""Slips: those single edits of a right program that a person might have made by mistake."""

import ast
from dataclasses import dataclass

from tracemend.search.edits import Edit
from tracemend.search.operators import OPERATORS

from .turned import OPERATORS as TURNED

# Family to the least prior with which its edits are natural as mistakes too. The families that are
# not named repair what is missing (guards, copies, conversions): as mistakes they would be odd.
_NATURAL = {
    "comparison": 0.6,
    "arithmetic": 0.4,
    "off by one": 0.35,
    "constant": 0.3,
    "range": 0.35,
    "index": 0.35,
    "name": 0.5,
    "function": 0.6,
    "swap": 0.3,
    "condition": 0.5,
    "drop": 0.35,
    "deletion": 0.25,
    "dedent": 0.35,
    "indent": 0.35,
    "exchange": 0.35,
    "keyword": 0.4,
    "jump": 0.35,
    "exception": 0.35,
    "initial value": 0.4,
}
# What almost everyone has got wrong: seen in one look at the line, once one knows where to look.
_COMMON = {
    "comparison": 0.6,
    "arithmetic": 0.45,
    "off by one": 0.5,
    "constant": 0.3,
    "range": 0.45,
    "index": 0.35,
    "name": 0.5,
    "swap": 0.45,
    "condition": 0.7,
    "initial value": 0.75,
}
# Functions and methods that are taken for one another, often and now and then.
_PAIRS = (
    {"min", "max"},
    {"any", "all"},
    {"lower", "upper"},
    {"startswith", "endswith"},
    {"append", "extend"},
    {"keys", "values"},
    {"values", "items"},
    {"lstrip", "rstrip"},
    {"strip", "rstrip"},
    {"strip", "lstrip"},
    {"find", "rfind"},
    {"isdigit", "isalpha"},
    {"isalpha", "isalnum"},
    {"islower", "isupper"},
    {"int", "float"},
    {"int", "round"},
    {"pop", "popleft"},
    {"union", "intersection"},
)
_RARE_PAIRS = (
    {"sorted", "list"},
    {"sorted", "set"},
    {"list", "set"},
    {"sum", "max"},
    {"sum", "len"},
    {"abs", "int"},
    {"title", "capitalize"},
    {"isalnum", "isdigit"},
    {"issubset", "issuperset"},
    {"difference", "symmetric_difference"},
    {"removeprefix", "removesuffix"},
    {"ljust", "rjust"},
    {"sort", "reverse"},
)
# Calls that are easily forgotten.
_FORGOTTEN = {"sorted", "abs", "int", "str", "round", "list", "set", "float", "reversed"}
_FORGOTTEN |= {"strip", "lstrip", "rstrip", "lower", "upper", "copy", "items", "title", "split"}
_LONGEST_TEXT = 3
# The prior of an edit that keeps the first operand of two.
_LAST_OPERAND = 0.45


@dataclass(frozen=True, slots=True)
class Slip:
    """An edit that makes a bug. `weight` is how likely it is made, `common` whether it is one of
    the mistakes that everyone makes.
    """

    edit: Edit
    weight: float
    common: bool


def slips(source, context, pulse):
    """Every natural slip, each program once. `pulse` is called now and then."""
    found = {}
    for edit, node, is_turned in _edits(source, context, pulse):
        key = edit.key(source.text)
        if key[0] == key[1] and not key[2]:
            continue
        if is_turned or _is_natural(edit, node, source):
            found.setdefault(key, _slip(edit, source.text, is_turned))
    return list(found.values())


def _edits(source, context, pulse):
    """Those of our own first: where both make a program, they name the mistake."""
    for operators, is_turned in ((TURNED, True), (OPERATORS, False)):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.stmt):
                pulse()
            for kind, operator in operators:
                if isinstance(node, kind):
                    for edit in operator(source, context, node):
                        yield edit, node, is_turned


def _slip(edit, text, is_turned):
    if edit.family == "function":
        common = set(_ends(edit, text)) in _PAIRS
    else:
        common = edit.prior >= _COMMON.get(edit.family, 2) and edit.about[:1] != ("drop",)
    common = common and not (is_turned and edit.family == "initial value")
    return Slip(edit, edit.prior if common or is_turned else edit.prior / 2, common)


def _ends(edit, text):
    """What the edit takes out and what it puts in."""
    return text[edit.start : edit.end].strip(), edit.replacement.strip()


def _is_natural(edit, node, source):
    if edit.prior < _NATURAL.get(edit.family, 2):
        return False
    before, after = _ends(edit, source.text)
    match edit.family:
        case "constant":
            return _is_near(before, after) and not _is_step(node, source)
        case "initial value":
            return _is_near(before, after) or (before, after) in (("0", "1"), ("1", "0"))
        case "off by one":
            return edit.prior >= _COMMON["off by one"] or isinstance(node, ast.Name)
        case "range":
            return _is_natural_range(before, after, node, source)
        case "function":
            return {before, after} in (*_PAIRS, *_RARE_PAIRS)
        case "drop":
            return _is_forgotten(edit, node)
        case "jump":
            return (before, after) in _JUMPS or (not before and after in ("break", "continue"))
        case "deletion":
            return after == "" and _is_small(node)
        case "dedent" | "indent":
            return "pass" not in after.split()
        case _:
            return True


def _is_step(node, source):
    """Whether a number is the step of a slice."""
    parent = source.parent(node)
    if isinstance(parent, ast.UnaryOp):
        node, parent = parent, source.parent(parent)
    return isinstance(parent, ast.Slice) and parent.step is node


def _is_natural_range(before, after, node, source):
    if after.startswith(before + "["):
        parent = source.parent(node)
        is_gone_through = isinstance(parent, ast.For | ast.comprehension) and parent.iter is node
        return is_gone_through and after.endswith(("[1:]", "[:-1]"))
    return isinstance(node, ast.Call) or after.count(":") < 2


def _is_forgotten(edit, node):
    """Whether what an edit leaves out is easily left out: a usual call, a last operand."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _FORGOTTEN
        case ast.BinOp():
            return edit.prior >= _LAST_OPERAND
        case _:
            return False


def _is_small(statement):
    if isinstance(statement, ast.If):
        return len(statement.body) == 1 and not statement.orelse
    return not hasattr(statement, "body")


_JUMPS = {("break", "continue"), ("continue", "break"), ("if", "elif"), ("elif", "if")}


def _is_near(before, after):
    """Whether one constant is easily written for another: one more or less, the other of two, a
    character of a separator.
    """
    try:
        old, new = ast.literal_eval(before), ast.literal_eval(after)
    except ValueError, SyntaxError:
        return False
    if isinstance(old, bool) or isinstance(new, bool):
        return isinstance(old, bool) and isinstance(new, bool)
    if isinstance(old, int) and isinstance(new, int):
        return abs(old - new) == 1
    if isinstance(old, str) and isinstance(new, str):
        is_short = max(len(old), len(new)) <= _LONGEST_TEXT
        return new != "" and is_short and (old.strip() == new.strip() or old.lower() == new.lower())
    return False
