"""Ranges and slices: where they begin, end and in which steps they go."""

import ast

from ..edits import replace

FAMILY = "range"


def ranges(source, _context, node):
    """The bounds of `range(...)`."""
    if not (isinstance(node.func, ast.Name) and node.func.id == "range") or node.keywords:
        return
    arguments = [source.of(argument) for argument in node.args]
    options = {}
    if len(arguments) == 1:
        (stop,) = arguments
        options = {
            f"1, {stop}": 0.55,
            f"1, {stop} + 1": 0.6,
            f"2, {stop}": 0.35,
            f"2, {stop} + 1": 0.35,
            f"0, {stop}, 2": 0.15,
            f"1, {stop}, 2": 0.15,
            f"{stop} - 1, -1, -1": 0.3,
            f"{stop}, 0, -1": 0.25,
            f"{stop}, -1, -1": 0.2,
        }
    elif len(arguments) == 2:
        start, stop = arguments
        options = {
            stop: 0.5,
            f"{start} + 1, {stop} + 1": 0.3,
            f"{stop}, {start}": 0.2,
            f"{start}, {stop}, 2": 0.2,
            f"{stop} - 1, {start} - 1, -1": 0.2,
            f"{start}, {stop}, -1": 0.25,
        }
    elif len(arguments) == 3:
        start, stop, step = arguments
        options = {
            f"{start}, {stop}": 0.35,
            f"{start}, {stop}, -{step}": 0.3,
            f"{stop}, {start}, {step}": 0.2,
        }
    for text, prior in options.items():
        yield replace(source, node, f"range({text})", FAMILY, prior)


def slices(source, _context, node):
    """A bound of a slice given, left out, or moved."""
    if not isinstance(node.slice, ast.Slice):
        return
    bounds = node.slice
    value = source.of(node.value)
    lower, upper, step = (
        source.of(part) if part else "" for part in (bounds.lower, bounds.upper, bounds.step)
    )
    tail = f":{step}" if step else ""
    options = {f"{upper}:{lower}{tail}": 0.2}
    if lower:
        options.update({f":{upper}{tail}": 0.45, f"{lower}:{tail}": 0.3, f":{lower}{tail}": 0.35})
    else:
        options.update({f"1:{upper}{tail}": 0.45})
    if upper:
        options.update({f"{lower}:{tail}": 0.45, f"{upper}:{tail}": 0.3})
    else:
        options.update({f"{lower}:-1{tail}": 0.45})
    if step:
        options.update({f"{lower}:{upper}": 0.4, f"{lower}:{upper}:-{step}": 0.3})
    else:
        options.update({f"{lower}:{upper}:-1": 0.3, f"{lower}:{upper}:2": 0.2})
    for text, prior in options.items():
        yield replace(source, node, f"{value}[{text}]", FAMILY, prior)


def sequences(source, context, node):
    """A part of a sequence in the place of the whole, where it is gone through or given back."""
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load) or not _is_whole(source, node):
        return
    text = source.of(node)
    if isinstance(node, ast.ListComp | ast.Name | ast.Call | ast.Attribute | ast.Subscript):
        for part, prior in (
            ("[1:]", 0.35),
            ("[:-1]", 0.35),
            ("[::-1]", 0.35),
            ("[0]", 0.2),
            ("[-1]", 0.25),
        ):
            yield replace(source, node, text + part, FAMILY, prior)
        numbers = [
            name
            for name in context.variables(node)
            if "number" in context.kinds.get(name, ()) and name != text
        ]
        for name in numbers:
            for part in (f"[:{name}]", f"[{name}:]", f"[{name}]"):
                yield replace(source, node, text + part, FAMILY, 0.25)


def _is_whole(source, node):
    """Whether `node` stands where a whole sequence often does."""
    if isinstance(node, ast.Name | ast.Subscript | ast.Attribute | ast.Call):
        parent = source.parent(node)
        match parent:
            case ast.For() | ast.comprehension():
                return parent.iter is node
            case ast.Return():
                return True
            case ast.Call():
                return node in parent.args
            case ast.Assign():
                return isinstance(node, ast.Name)
            case _:
                return False
    return isinstance(source.parent(node), ast.Return)


def subscripts(source, _context, node):
    """Another element: the first, the last, the mirrored one; or the whole."""
    if isinstance(node.slice, ast.Slice) or not isinstance(node.ctx, ast.Load):
        return
    value, index = source.of(node.value), source.of(node.slice)
    if index != "-1":
        yield replace(source, node.slice, "-1", "index", 0.35)
    if index != "0":
        yield replace(source, node.slice, "0", "index", 0.35)
    if not isinstance(node.slice, ast.Constant):
        yield replace(source, node.slice, f"-{source.fitted(node.slice, index)}", "index", 0.2)
        yield replace(source, node.slice, f"-1 - {index}", "index", 0.15)
        yield replace(source, node.slice, f"len({value}) - 1 - {index}", "index", 0.15)
    yield replace(source, node, value, "drop", 0.25)


OPERATORS = (
    (ast.Call, ranges),
    (ast.Subscript, slices),
    (ast.Name | ast.Subscript | ast.Attribute | ast.Call | ast.ListComp, sequences),
    (ast.Subscript, subscripts),
)
