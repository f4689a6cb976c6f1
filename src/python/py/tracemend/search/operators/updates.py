"""Statements that are missing: an update of a variable, an append, a return."""

import ast

from ..edits import Edit
from ..insertion import append, names_in
from ..layout import after_statement, lines_of, unit

_UPDATE, _RETURN = "missing update", "missing return"


def _stored_in(statements):
    return {
        part.id
        for statement in statements
        for part in ast.walk(statement)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }


def loop_updates(source, context, node):
    """The step that a `while` loop forgets, at the end of its body."""
    stored = _stored_in(node.body)
    variables = set(context.variables(node.body[0]))
    names = [name for name in names_in(node.test) if name in variables]
    any_changes = any(name in stored for name in names)
    for name in [*names, *(other for other in names_in(node) if other in variables - set(names))]:
        kinds = context.kinds.get(name, {"number"})
        prior = 0.15 if any_changes or name not in names else 0.8
        if name in names and name not in stored:
            prior = max(prior, 0.35)
        shapes = {"{} += 1": 0, "{} -= 1": 0.02, "{0} = {0} // 2": 0.2, "{} //= 10": 0.15}
        if "number" not in kinds:
            shapes = {
                "{0} = {0}[1:]": 0.1,
                "{0} = {0}[:-1]": 0.15,
                "{}.pop()": 0.1,
                "{}.pop(0)": 0.12,
                "{0} = {0}.next": 0.12,
            }
        for shape, less in shapes.items():
            yield from append(
                source,
                node.body,
                shape.format(name),
                _UPDATE,
                max(prior - less, 0.05),
                ("loop", name),
            )


def counters(source, context, node):
    """The count or sum that a `for` loop, or an `if` in a loop, forgets."""
    if source.loop(node) is None and not isinstance(node, ast.For | ast.While):
        return
    loop = node if isinstance(node, ast.For) else source.loop(node)
    items = names_in(loop.target) if isinstance(loop, ast.For) else []
    function = source.function(node)
    changed = _changed_in(function.body if function else source.tree.body)
    for name in context.variables(node.body[0]):
        if name in items:
            continue
        kinds = context.kinds.get(name, set())
        prior = 0.2 if name in changed else 0.5
        if "number" in kinds:
            texts = [f"{name} += 1", f"{name} -= 1", *(f"{name} += {item}" for item in items)]
            texts += [f"{name} = {item}" for item in items]
        elif "list" in kinds:
            texts = [f"{name}.append({item})" for item in items]
        elif "str" in kinds:
            texts = [f"{name} += {item}" for item in items] + [f"{name} = {item}" for item in items]
        elif "bool" in kinds:
            texts = [f"{name} = True", f"{name} = False"]
        elif "dict" in kinds or "other" in kinds:
            texts = [f"{name}.add({item})" for item in items]
            texts += [f"{name} = {item}" for item in items]
        else:
            texts = []
        for text in texts:
            yield from append(source, node.body, text, _UPDATE, prior, ("count", name))


def other_branches(source, context, node):
    """The `else` that an `if` in a loop forgets: a count back to its start."""
    if node.orelse or source.loop(node) is None or lines_of(source, node) is None:
        return
    indentation = source.indentation(node)
    for name in sorted(_stored_in(node.body)):
        if "number" in context.kinds.get(name, ()):
            for value, prior in (("0", 0.3), ("1", 0.25)):
                offset, line_break = after_statement(source, node)
                text = f"{indentation}else:\n{indentation}{unit(source)}{name} = {value}\n"
                yield Edit(
                    offset,
                    offset,
                    line_break + text,
                    _UPDATE,
                    prior,
                    source.line(source.start(node)),
                    (offset, offset),
                    (f"else: {name} = {value}", "else", name),
                )


def _changed_in(statements):
    """Names that are changed in place or stored more than once."""
    times = {}
    for statement in statements:
        for node in ast.walk(statement):
            name = None
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                name = node.id
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                name = node.value.id
            if name:
                times[name] = times.get(name, 0) + 1
    return {name for name, count in times.items() if count > 1}


def returns(source, context, node):
    """A `return` at the end of a function that gives nothing back there."""
    last = node.body[-1]
    if isinstance(last, ast.Return | ast.Raise):
        return
    inside = [part for part in ast.walk(node) if isinstance(part, ast.Return | ast.Yield)]
    prior = 0.35 if inside else 0.65
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant | ast.Yield):
        start = source.start(last)
        yield Edit(
            start,
            start,
            "return ",
            _RETURN,
            prior,
            last.lineno,
            (start, source.end(last)),
            (f"return {source.of(last)}",),
        )
    for name in context.variables(last):
        yield from append(source, node.body, f"return {name}", _RETURN, prior)
    for value in ("True", "False", "0", "-1", "[]", "''", "1"):
        less = 0.1 if context.is_expected_kind(value) else 0.25
        yield from append(source, node.body, f"return {value}", _RETURN, prior - less)


def returned_calls(source, _context, node):
    """`return` before a recursive call whose result is dropped."""
    function = source.function(node)
    call = node.value
    if function and isinstance(call, ast.Call) and getattr(call.func, "id", None) == function.name:
        start = source.start(node)
        for text, prior in (("return ", 0.8), ("yield from ", 0.75), ("yield ", 0.3)):
            yield Edit(
                start,
                start,
                text,
                _RETURN,
                prior,
                node.lineno,
                (start, source.end(node)),
                (text + source.of(node),),
            )


OPERATORS = (
    (ast.While, loop_updates),
    (ast.For | ast.If, counters),
    (ast.If, other_branches),
    (ast.FunctionDef, returns),
    (ast.Expr, returned_calls),
)
