"""Key functions: by what something is sorted, or by what the least and the greatest are told."""

import ast

from ..edits import Edit, replace

FAMILY = "key function"
_FUNCTIONS = ("sorted", "min", "max")
# By what elements are ordered, by how common that is.
_FEATURES = {
    "len(x)": 0.14,
    "x[0]": 0.12,
    "x[1]": 0.14,
    "x[-1]": 0.1,
    "-len(x)": 0.1,
    "-x[1]": 0.1,
    "-x": 0.1,
    "abs(x)": 0.1,
    "str(x)": 0.06,
    "int(x)": 0.06,
    "x.lower()": 0.08,
    "sum(x)": 0.06,
    "len(set(x))": 0.05,
    "-len(set(x))": 0.05,
    "(len(x), x)": 0.08,
    "(-len(x), x)": 0.08,
    "(-len(set(x)), x)": 0.05,
    "(x[1], x[0])": 0.06,
    "(-x[1], x[0])": 0.06,
    "(x % 2, x)": 0.05,
    "sum(int(d) for d in str(abs(x)))": 0.03,
    "bin(x).count('1')": 0.03,
}


def added(source, _context, node):
    """A key where there is none."""
    if not _takes_key(node) or any(keyword.arg == "key" for keyword in node.keywords):
        return
    end = source.end(node) - 1
    before = source.text[:end].rstrip()
    comma = ", " if node.args or node.keywords else ""
    if before.endswith(","):
        return
    for feature, prior in _FEATURES.items():
        text = f"{comma}key=lambda x: {feature}"
        yield _edit(source, node, end, end, text, prior * 0.7)


def replaced(source, _context, node):
    """Another key than the one that is there, its parameter kept; or none."""
    if not _takes_key(node):
        return
    for keyword in node.keywords:
        if keyword.arg == "key" and isinstance(keyword.value, ast.Lambda):
            parameters = keyword.value.args.args
            if len(parameters) == 1:
                yield from _bodies(source, keyword.value.body, parameters[0].arg)


def _bodies(source, body, name):
    for feature, prior in _FEATURES.items():
        tree = ast.parse(feature, mode="eval")
        for part in ast.walk(tree):
            if isinstance(part, ast.Name) and part.id == "x":
                part.id = name
        yield replace(source, body, ast.unparse(tree), FAMILY, prior)
    text = source.of(body)
    yield replace(source, body, f"({text}, {name})", FAMILY, 0.1)
    yield replace(
        source,
        body,
        f"-{text}" if isinstance(body, ast.Call | ast.Subscript) else text,
        FAMILY,
        0.15,
    )


def _takes_key(node):
    if isinstance(node.func, ast.Name):
        return node.func.id in _FUNCTIONS and len(node.args) == 1
    return isinstance(node.func, ast.Attribute) and node.func.attr == "sort"


def _edit(source, node, start, end, text, prior):
    span = (source.start(node), source.end(node))
    return Edit(start, end, text, FAMILY, prior, source.line(start), span)


OPERATORS = ((ast.Call, added), (ast.Call, replaced))
