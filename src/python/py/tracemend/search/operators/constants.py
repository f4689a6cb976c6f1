"""Constants: one more or less, the usual suspects, the program's other constants."""

import ast
from os.path import commonprefix

from ..edits import replace, swap

FAMILY = "constant"
# Letters from which on a text is a word.
_WORD = 3


def _signed(source, node):
    """The node that holds the sign too, and the value; a minus belongs to the constant."""
    parent = source.parent(node)
    if isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.USub):
        return parent, -node.value
    return node, node.value


def _is_added(source, node):
    parent = source.parent(node)
    return isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Add | ast.Sub)


def numbers(source, context, node):
    """Another number."""
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        return
    target, value = _signed(source, node)
    options = {}
    if isinstance(value, int):
        options = {value + 1: 0.65, value - 1: 0.65}
    for other, prior in ((0, 0.5), (1, 0.5), (-1, 0.3), (2, 0.3), (-value, 0.3)):
        options.setdefault(other, prior)
    for other in (value * 2, value * 10):
        options.setdefault(other, 0.12)
    if isinstance(value, int):
        options.setdefault(value // 2, 0.12)
        options.setdefault(value // 10, 0.12)
        options.setdefault(value + 2, 0.15)
        options.setdefault(value - 2, 0.15)
    options.pop(value, None)
    if _is_added(source, target):
        # Adding nothing is never meant; leaving the operand out is an edit of its own.
        options.pop(0, None)
    for other, prior in options.items():
        yield replace(source, target, repr(other), FAMILY, prior)
    for text in context.constants:
        if text != repr(value) and not (text == "0" and _is_added(source, target)):
            is_number = text[0].isdigit()
            yield replace(source, target, text, FAMILY, 0.35 if is_number else 0.08)
    for text in context.told_numbers:
        if text != repr(value):
            yield replace(source, target, text, FAMILY, 0.25)
    for text, prior in (
        ("None", 0.2),
        ("''", 0.1),
        ("[]", 0.1),
        ("float('inf')", 0.2),
        ("float('-inf')", 0.2),
        ("0.0", 0.1),
    ):
        yield replace(source, target, text, FAMILY, prior)


def variables_for_numbers(source, context, node):
    """A variable or a length in the place of a number."""
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        return
    target, _ = _signed(source, node)
    for name in context.variables(node):
        kinds = context.kinds.get(name, {"number"})
        if "number" in kinds:
            yield replace(source, target, name, FAMILY, 0.22)
        if kinds & {"list", "str", "tuple", "dict"}:
            yield replace(source, target, f"len({name})", FAMILY, 0.2)


def booleans(source, _context, node):
    """True for False, False for True."""
    if isinstance(node.value, bool):
        yield replace(source, node, str(not node.value), FAMILY, 0.75)
        yield replace(source, node, "None", FAMILY, 0.12)


def nothings(source, context, node):
    """Something in the place of None."""
    if node.value is None:
        for text, prior in (
            ("0", 0.35),
            ("''", 0.3),
            ("[]", 0.35),
            ("False", 0.3),
            ("True", 0.3),
            ("{}", 0.2),
            ("-1", 0.3),
            ("1", 0.2),
        ):
            yield replace(source, node, text, FAMILY, prior)
        for name in context.variables(node):
            yield replace(source, node, name, FAMILY, 0.3)


def texts(source, context, node):
    """Another text: one of the program's, none, a space, other case, a character less."""
    parent = source.parent(node)
    if not isinstance(node.value, str) or isinstance(parent, ast.Expr | ast.JoinedStr):
        return
    value = node.value
    options = {}
    for text in context.constants:
        if text.startswith(("'", '"')):
            options.setdefault(text, 0.45)
    for text in context.told_texts:
        if is_near(ast.literal_eval(text), value):
            options.setdefault(text, 0.6)
        elif len(value) == 1 and len(ast.literal_eval(text)) == 1:
            options.setdefault(text, 0.25)
    options.setdefault("''", 0.5)
    options.setdefault("' '", 0.45)
    for other, prior in (
        (value.lower(), 0.3),
        (value.upper(), 0.3),
        (value.capitalize(), 0.25),
        (value.strip(), 0.45),
        (value + " ", 0.25),
        (" " + value, 0.25),
        (value.replace(" ", ""), 0.25),
        (value[1:], 0.25),
        (value[:-1], 0.3),
    ):
        options.setdefault(repr(other), prior)
    for separator in ("', '", "','", "'\\n'", "'-'", "'_'", "'0'", "'1'"):
        options.setdefault(separator, 0.15)
    if len(value) == 2:
        options.setdefault(repr(value[::-1]), 0.25)
    for other, prior in options.items():
        if ast.literal_eval(other) != value:
            quoted = _quoted_alike(source.of(node), other)
            yield replace(source, node, quoted, FAMILY, prior)


def _quoted_alike(original, literal):
    """`literal` in double quotes where the original has them."""
    plain = not set(literal[1:-1]) & {"'", '"', "\\"}
    return f'"{literal[1:-1]}"' if original.startswith('"') and plain else literal


def is_near(one, other):
    """Whether two words differ by a slip: one letter more, less, or another, or two exchanged."""
    if min(len(one), len(other)) < _WORD or one == other:
        return False
    start = len(commonprefix((one, other)))
    one, other = one[start:], other[start:]
    end = len(commonprefix((one[::-1], other[::-1])))
    one, other = one[: len(one) - end], other[: len(other) - end]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


_PARTNERS = {
    "(": "[",
    ")": "]",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "<": ">",
    ">": "<",
    "a": "A",
    "A": "a",
    "z": "Z",
    "Z": "z",
    "0": "1",
    "1": "0",
    "+": "-",
    "-": "+",
}


def partners(source, _context, node):
    """The character that is easily taken for this one."""
    if isinstance(node.value, str) and node.value in _PARTNERS:
        text = _quoted_alike(source.of(node), repr(_PARTNERS[node.value]))
        yield replace(source, node, text, FAMILY, 0.4)


def members(source, _context, node):
    """One element of a written-out list, tuple or set left out."""
    if len(node.elts) < 2 or isinstance(getattr(node, "ctx", None), ast.Store):
        return
    for index, element in enumerate(node.elts):
        if isinstance(element, ast.Constant):
            if index:
                start, end = source.end(node.elts[index - 1]), source.end(element)
            else:
                start, end = source.start(element), source.start(node.elts[1])
            text = source.text[source.start(node) : start] + source.text[end : source.end(node)]
            yield replace(source, node, text, FAMILY, 0.3)


def everywhere(source, context, node):
    """The same text or number changed at all its places in a function."""
    places = {}
    for part in ast.walk(node):
        is_constant = isinstance(part, ast.Constant) and not context.is_bare(part)
        if is_constant and type(part.value) in (str, int):
            places.setdefault((type(part.value), part.value), []).append(part)
    for (kind, value), parts in places.items():
        if len(parts) < 2 or any(isinstance(source.parent(part), ast.JoinedStr) for part in parts):
            continue
        parts.sort(key=source.start)
        options = ("", " ", value.strip()) if kind is str else (value + 1, value - 1)
        for other in dict.fromkeys(options):
            if other != value:
                yield _all_replaced(source, parts, repr(other), node)


def _all_replaced(source, parts, literal, node):
    start = low = source.start(parts[0])
    text = ""
    for part in parts:
        text += source.text[low : source.start(part)] + _quoted_alike(source.of(part), literal)
        low = source.end(part)
    return swap(source, start, low, text, FAMILY, 0.3, node)


OPERATORS = (
    (ast.FunctionDef, everywhere),
    (ast.Constant, numbers),
    (ast.Constant, variables_for_numbers),
    (ast.Constant, booleans),
    (ast.Constant, nothings),
    (ast.Constant, texts),
    (ast.Constant, partners),
    (ast.List | ast.Tuple | ast.Set, members),
)
