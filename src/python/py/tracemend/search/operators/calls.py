"""Calls: arguments, wrapping and unwrapping, keywords."""

import ast

from ..edits import replace, swap

_WRAPPERS = {
    "abs": 0.45,
    "len": 0.4,
    "sorted": 0.4,
    "set": 0.4,
    "list": 0.25,
    "str": 0.35,
    "int": 0.35,
    "sum": 0.3,
    "max": 0.2,
    "min": 0.2,
    "reversed": 0.2,
    "float": 0.15,
    "round": 0.15,
    "bool": 0.1,
    "tuple": 0.15,
}
_CHAINED = {
    "lower()": 0.35,
    "strip()": 0.35,
    "upper()": 0.25,
    "split()": 0.25,
    "copy()": 0.15,
    "items()": 0.3,
    "values()": 0.25,
    "keys()": 0.15,
    "encode()": 0.15,
}
_FOR_NUMBERS = {"abs", "str", "float", "round", "bool", "int"}
_FOR_TEXTS = {"len", "sorted", "set", "list", "int", "float", "reversed", "str"}
_EXPRESSIONS = ast.Name | ast.Call | ast.BinOp | ast.Subscript | ast.Attribute | ast.GeneratorExp


def arguments(source, _context, node):
    """Two neighbouring arguments swapped, one left out."""
    given = node.args
    if any(isinstance(argument, ast.Starred) for argument in given):
        return
    for one, two in zip(given, given[1:], strict=False):
        between = source.text[source.end(one) : source.start(two)]
        text = source.of(two) + between + source.of(one)
        yield swap(source, source.start(one), source.end(two), text, "swap", 0.5, node)
    for index, argument in enumerate(given):
        if len(given) == 1:
            start, end = source.start(argument), source.end(argument)
        elif index:
            start, end = source.end(given[index - 1]), source.end(argument)
        else:
            start, end = source.start(argument), source.start(given[1])
        yield swap(source, start, end, "", "drop", 0.2, node)


def unwrapped(source, _context, node):
    """A call's argument, or a method call's object, in the place of the call."""
    if len(node.args) == 1 and not isinstance(node.args[0], ast.Starred | ast.GeneratorExp):
        yield replace(source, node, source.of(node.args[0]), "drop", 0.4)
    if isinstance(node.func, ast.Attribute):
        yield replace(source, node, source.of(node.func.value), "drop", 0.35)


def _kinds(context, node):
    if isinstance(node, ast.Name):
        return context.kinds.get(node.id, set())
    return {"number"} if isinstance(node, ast.BinOp) and context.is_number(node) else set()


def _is_value(source, node):
    """Whether `node` is read as a value by something other than a call of it."""
    if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
        return False
    parent = source.parent(node)
    if isinstance(parent, ast.Call):
        return parent.func is not node
    return not isinstance(parent, ast.Attribute | ast.Expr | ast.arg | ast.keyword | ast.AnnAssign)


def wrapped(source, context, node):
    """A conversion or another built-in function put around an expression."""
    if not _is_value(source, node) or isinstance(source.parent(node), ast.Tuple):
        return
    kinds = _kinds(context, node)
    text = source.of(node)
    inner = text[1:-1] if isinstance(node, ast.GeneratorExp) else text
    for name, prior in _WRAPPERS.items():
        fits = (
            not kinds
            or (kinds == {"number"} and name in _FOR_NUMBERS)
            or (kinds == {"str"} and name in _FOR_TEXTS)
            or (not kinds & {"number", "str", "bool"})
        )
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            continue
        yield replace(source, node, f"{name}({inner})", "wrap", prior if fits else prior / 4)


def called_on(source, context, node):
    """A method called on an expression: case, white space, pairs of a dict."""
    if not _is_value(source, node) or isinstance(node, ast.BinOp | ast.GeneratorExp):
        return
    kinds = _kinds(context, node)
    if kinds and not kinds & {"str", "list", "dict", "other"}:
        return
    text = source.of(node)
    for method, prior in _CHAINED.items():
        for_dict = method in ("items()", "values()", "keys()")
        fits = not kinds or ("dict" in kinds if for_dict else "str" in kinds or method == "copy()")
        if fits:
            yield replace(source, node, f"{text}.{method}", "wrap", prior)


def repeated(source, context, node):
    """One of the program's own functions applied to its own result, or to an argument."""
    if not isinstance(node.func, ast.Name) or node.func.id not in context.functions:
        return
    if len(node.args) == 1:
        yield replace(source, node, f"{node.func.id}({source.of(node)})", "wrap", 0.25)


def recursions(source, context, node):
    """A recursive call's argument brought closer to the end."""
    around = source.function(node)
    if around is None or not isinstance(node.func, ast.Name) or node.func.id != around.name:
        return
    for argument in node.args:
        text = source.of(argument)
        if isinstance(argument, ast.Name):
            for shape in ("{} - 1", "{} + 1", "{}[1:]", "{}[:-1]", "{} // 2", "{} // 10"):
                yield replace(source, argument, shape.format(text), "recursion", 0.4)


def reversals(source, _context, node):
    """`reverse=True` given, taken away or turned round."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name not in ("sort", "sorted"):
        return
    given = next((word for word in node.keywords if word.arg == "reverse"), None)
    inside = source.end(node) - 1
    if given is None:
        comma = ", " if node.args or node.keywords else ""
        yield swap(source, inside, inside, f"{comma}reverse=True", "keyword", 0.5, node)
    if not any(word.arg == "key" for word in node.keywords):
        for key in ("len", "abs", "str", "str.lower"):
            comma = ", " if node.args or node.keywords else ""
            yield swap(source, inside, inside, f"{comma}key={key}", "keyword", 0.25, node)


def keywords(source, _context, node):
    """A keyword argument left out."""
    for word in node.keywords:
        others = [*node.args, *(other for other in node.keywords if other is not word)]
        before = [other for other in others if source.start(other) < source.start(word)]
        if before:
            start, end = max(map(source.end, before)), source.end(word)
        else:
            start, end = source.start(word), source.end(word)
        yield swap(source, start, end, "", "keyword", 0.4, node)


OPERATORS = (
    (ast.Call, arguments),
    (ast.Call, unwrapped),
    (_EXPRESSIONS, wrapped),
    (_EXPRESSIONS, called_on),
    (ast.Call, repeated),
    (ast.Call, recursions),
    (ast.Call, reversals),
    (ast.Call, keywords),
)
