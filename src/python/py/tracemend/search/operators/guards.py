"""Cases that nothing takes care of: an early answer, an element passed over, a condition."""

import ast

from ..edits import Edit
from ..insertion import after_docstring, names_in, prepend
from ..layout import lines_of, unit

_GUARD = "guard"


_ANSWERS = {
    "[]": 0.2,
    "0": 0.2,
    "None": 0.18,
    "''": 0.15,
    "False": 0.15,
    "True": 0.15,
    "-1": 0.1,
    "1": 0.12,
    "0.0": 0.12,
}
_SMALL_NUMBERS = {
    "{} <= 0": 0.03,
    "{} <= 1": 0.03,
    "{} < 2": 0.05,
    "{} == 0": 0.06,
    "{} == 1": 0.06,
}


def guards(source, context, node):
    """A first line that answers the special case: nothing given, or a small number."""
    parameters = [one.arg for one in [*node.args.posonlyargs, *node.args.args] if one.arg != "self"]
    first = after_docstring(node)
    for name in parameters:
        kinds = context.kinds.get(name, set())
        conditions = {f"not {name}": 0}
        if not kinds or "number" in kinds:
            conditions.update({shape.format(name): less for shape, less in _SMALL_NUMBERS.items()})
        if "list" in kinds or "str" in kinds:
            conditions[f"len({name}) < 2"] = 0.05
        answers = _answers(context, name)
        for condition, less in conditions.items():
            for value, prior in answers.items():
                text = f"if {condition}:\n{unit(source)}return {value}"
                rank = max(prior - less, 0.01)
                yield from prepend(source, first, text, _GUARD, rank, (condition, value))


def _answers(context, name):
    """What a special case may be answered with; values that the tests expect come last."""
    answers = {
        value: prior if context.is_expected_kind(value) else prior / 4
        for value, prior in _ANSWERS.items()
    }
    answers.setdefault(name, 0.15)
    for literal in context.expected:
        answers.setdefault(literal, 0.02)
    return answers


def skips(source, context, node):
    """A first line of a loop that passes over what should not count."""
    if not isinstance(node.target, ast.Name):
        return
    name = node.target.id
    for condition, prior in (
        (f"not {name}", 0.15),
        (f"{name} is None", 0.15),
        (f"{name} < 0", 0.1),
    ):
        text = f"if {condition}:\n{unit(source)}continue"
        yield from prepend(source, node.body[0], text, _GUARD, prior, (condition, "continue"))
    function = source.function(node)
    for other in context.variables(node.body[0]) if function else []:
        if other != name and {"other", "list"} & context.kinds.get(other, set()):
            text = f"if {name} in {other}:\n{unit(source)}continue"
            about = (f"{name} in {other}", "continue")
            yield from prepend(source, node.body[0], text, _GUARD, 0.15, about)


def divisions(source, _context, node):
    """A division that is made only when there is something to divide by."""
    if not isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod):
        return
    divisor = node.right
    if isinstance(divisor, ast.Constant):
        return
    text, by = source.of(node), source.of(divisor)
    inner = divisor.args[0] if isinstance(divisor, ast.Call) and len(divisor.args) == 1 else None
    if inner is not None and getattr(divisor.func, "id", "") == "len":
        by = source.of(inner)
    for value, prior in (("0", 0.5), ("None", 0.25), ("0.0", 0.3)):
        fixed = f"{text} if {by} else {value}"
        parent = source.parent(node)
        if not isinstance(parent, ast.Return | ast.Assign | ast.AugAssign | ast.Call | ast.keyword):
            fixed = f"({fixed})"
        yield Edit(
            source.start(node),
            source.end(node),
            fixed,
            _GUARD,
            prior,
            source.line(source.start(node)),
            (source.start(node), source.end(node)),
            (f"not {by}", value),
        )


def conditions(source, context, node):
    """A statement in a loop made to depend on whether two variables are equal."""
    if not isinstance(node, ast.Expr | ast.AugAssign | ast.Assign) or source.loop(node) is None:
        return
    indentation = source.indentation(node)
    span = lines_of(source, node)
    if indentation is None or span is None:
        return
    items = []
    for around in source.ancestors(node):
        if isinstance(around, ast.For):
            items += names_in(around.target)
    texts = [f"{one} == {two}" for index, one in enumerate(items) for two in items[index + 1 :]]
    texts += [f"{one} != {two}" for index, one in enumerate(items) for two in items[index + 1 :]]
    for name in context.variables(node):
        kinds = context.kinds.get(name, ())
        if name not in items and ("list" in kinds or "other" in kinds):
            texts += [f"{item} not in {name}" for item in items]
    for text in texts:
        body = indentation + unit(source) + source.text[span[0] + len(indentation) : span[1]]
        yield Edit(
            span[0],
            span[1],
            f"{indentation}if {text}:\n{body}",
            _GUARD,
            0.2,
            source.line(source.start(node)),
            (source.start(node), source.end(node)),
            (text, "condition"),
        )


OPERATORS = (
    (ast.FunctionDef, guards),
    (ast.For, skips),
    (ast.BinOp, divisions),
    (ast.stmt, conditions),
)
