"""Names: another variable, function or attribute than the one that was meant."""

import ast
from itertools import combinations

from ..edits import replace, swap

FAMILY = "name"
# Elements of the longest tuple of which two are swapped.
_SWAPPED = 4
_FUNCTIONS = (
    ("min", "max"),
    ("any", "all"),
    ("sum", "len", "max", "min"),
    ("sorted", "reversed", "list", "set"),
    ("list", "tuple", "set", "sorted"),
    ("int", "float", "round", "str", "abs"),
    ("ord", "chr", "int", "str"),
    ("range", "len"),
    ("enumerate", "range", "zip"),
)
_METHODS = (
    ("append", "extend", "add", "insert", "appendleft"),
    ("add", "update", "discard", "remove"),
    ("pop", "popleft", "remove", "discard"),
    ("lower", "upper", "title", "capitalize", "swapcase", "casefold"),
    ("islower", "isupper", "istitle"),
    ("isdigit", "isalpha", "isalnum", "isnumeric", "isspace"),
    ("keys", "values", "items"),
    ("strip", "lstrip", "rstrip"),
    ("split", "splitlines", "rsplit", "partition"),
    ("find", "index", "rfind", "rindex", "count"),
    ("startswith", "endswith"),
    ("union", "intersection", "difference", "symmetric_difference"),
    ("issubset", "issuperset", "isdisjoint"),
    ("get", "pop", "setdefault"),
    ("ljust", "rjust", "center", "zfill"),
    ("removeprefix", "removesuffix"),
    ("copy", "clear"),
    ("sort", "reverse"),
)


def _families(families, name):
    for family in families:
        if name in family:
            yield from (other for other in family if other != name)


def _is_called(source, node):
    parent = source.parent(node)
    return isinstance(parent, ast.Call) and parent.func is node


def variables(source, context, node):
    """Another variable in the place of one that is read."""
    if not isinstance(node.ctx, ast.Load) or _is_called(source, node):
        return
    names = context.variables(node)
    if node.id not in names:
        return
    for other in names:
        if other != node.id:
            fits = context.compatible(node.id, other)
            yield replace(source, node, other, FAMILY, 0.55 if fits else 0.3)


def targets(source, context, node):
    """Another variable in the place of one that is stored to."""
    if not isinstance(node.ctx, ast.Store):
        return
    statement = source.statement(node)
    prior = 0.5 if isinstance(statement, ast.AugAssign) else 0.3
    for other in context.variables(node):
        if other != node.id and context.compatible(node.id, other):
            yield replace(source, node, other, FAMILY, prior)


def functions(source, context, node):
    """Another function of the same family, or another of the program's own."""
    if not isinstance(node.func, ast.Name):
        return
    name = node.func.id
    for other in dict.fromkeys(_families(_FUNCTIONS, name)):
        yield replace(source, node.func, other, "function", 0.6)
    if name in context.functions:
        for other in context.functions:
            if other != name:
                yield replace(source, node.func, other, "function", 0.4)


def methods(source, context, node):
    """Another method of the same family, or another of those in the program."""
    is_called = _is_called(source, node)
    options = {}
    if is_called:
        options.update(dict.fromkeys(_families(_METHODS, node.attr), 0.65))
    plain, called = context.attributes
    for other in called if is_called else plain:
        options.setdefault(other, 0.45)
    options.pop(node.attr, None)
    end = source.end(node)
    family = "function" if is_called else FAMILY
    for other, prior in options.items():
        yield swap(source, end - len(node.attr), end, other, family, prior, node)


def swapped_targets(source, _context, node):
    """`a, b = b, a + b` and its like: two elements of a tuple the other way round."""
    if len(node.elts) > _SWAPPED:
        return
    for one, two in combinations(node.elts, 2):
        yield _swapped(source, node, one, two)


def _swapped(source, node, one, two):
    text = source.of(node)
    begin = source.start(node)
    first = slice(source.start(one) - begin, source.end(one) - begin)
    second = slice(source.start(two) - begin, source.end(two) - begin)
    swapped = (
        text[: first.start]
        + text[second]
        + text[first.stop : second.start]
        + text[first]
        + text[second.stop :]
    )
    return replace(source, node, swapped, "swap", 0.45)


def members(source, context, node):
    """An attribute of the object in the place of a variable, or a variable in the place of one."""
    is_variable = isinstance(node, ast.Name)
    if not isinstance(node.ctx, ast.Load) or _is_called(source, node):
        return
    names = context.variables(node)
    if "self" not in names or (is_variable and node.id not in names):
        return
    if is_variable and node.id != "self":
        plain, _ = context.attributes
        for attribute in plain:
            yield replace(source, node, f"self.{attribute}", FAMILY, 0.4)
    elif not is_variable and isinstance(node.value, ast.Name) and node.value.id == "self":
        for name in names:
            if name != "self":
                yield replace(source, node, name, FAMILY, 0.3)


def lengths(source, context, node):
    """The length of another variable in the place of a number."""
    is_read = isinstance(node.ctx, ast.Load) and not _is_called(source, node)
    parent = source.parent(node)
    if is_read and isinstance(parent, ast.BinOp | ast.Compare | ast.Return):
        for name in context.variables(node):
            if context.kinds.get(name, {"list"}) & {"list", "str", "tuple", "dict"}:
                yield replace(source, node, f"len({name})", FAMILY, 0.18)


def constants(source, context, node):
    """One of the program's constants in the place of a variable."""
    is_read = isinstance(node.ctx, ast.Load) and not _is_called(source, node)
    if is_read and node.id in context.variables(node):
        for text in context.constants:
            yield replace(source, node, text, FAMILY, 0.15)


OPERATORS = (
    (ast.Name | ast.Attribute, members),
    (ast.Name, lengths),
    (ast.Name, constants),
    (ast.Name, variables),
    (ast.Name, targets),
    (ast.Call, functions),
    (ast.Attribute, methods),
    (ast.Tuple, swapped_targets),
    (ast.List, swapped_targets),
)
