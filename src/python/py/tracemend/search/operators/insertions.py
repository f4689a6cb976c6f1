"""Statements that are missing: an update, an append, a return, a guard."""

import ast

from ..edits import Edit
from ..layout import after_statement, lines_of, unit

_UPDATE, _RETURN, _GUARD = "missing update", "missing return", "guard"


def _append(source, block, text, family, prior, about=()):
    """`text` as a new last statement of `block`, blamed on the line before it."""
    last = block[-1]
    indentation = source.indentation(last)
    if indentation is None or lines_of(source, last) is None:
        return
    offset, line_break = after_statement(source, last)
    yield Edit(offset, offset, f"{line_break}{indentation}{text}\n", family, prior,
               source.line(source.start(last)), (offset, offset), (text, *about))


def _prepend(source, first, text, family, prior, about=()):
    indentation = source.indentation(first)
    if indentation is None:
        return
    offset = source.line_start(source.start(first))
    lines = "".join(f"{indentation}{line}\n" for line in text.splitlines())
    yield Edit(offset, offset, lines, family, prior, source.line(source.start(first)),
               (offset, offset), (text, *about))


def _names_in(node):
    return list(dict.fromkeys(part.id for part in ast.walk(node) if isinstance(part, ast.Name)))


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
    names = [name for name in _names_in(node.test) if name in variables]
    any_changes = any(name in stored for name in names)
    for name in [*names, *(other for other in _names_in(node) if other in variables - set(names))]:
        kinds = context.kinds.get(name, {"number"})
        prior = 0.15 if any_changes or name not in names else 0.8
        if name in names and name not in stored:
            prior = max(prior, 0.35)
        shapes = {"{} += 1": 0, "{} -= 1": 0.02, "{0} = {0} // 2": 0.2, "{} //= 10": 0.15}
        if "number" not in kinds:
            shapes = {"{0} = {0}[1:]": 0.1, "{0} = {0}[:-1]": 0.15, "{}.pop()": 0.1,
                      "{}.pop(0)": 0.12, "{0} = {0}.next": 0.12}
        for shape, less in shapes.items():
            yield from _append(source, node.body, shape.format(name), _UPDATE,
                               max(prior - less, 0.05), ("loop", name))


def counters(source, context, node):
    """The count or sum that a `for` loop, or an `if` in a loop, forgets."""
    if source.loop(node) is None and not isinstance(node, ast.For | ast.While):
        return
    loop = node if isinstance(node, ast.For) else source.loop(node)
    items = _names_in(loop.target) if isinstance(loop, ast.For) else []
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
            yield from _append(source, node.body, text, _UPDATE, prior, ("count", name))


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
                yield Edit(offset, offset, line_break + text, _UPDATE, prior,
                           source.line(source.start(node)), (offset, offset),
                           (f"else: {name} = {value}", "else", name))


def returns(source, context, node):
    """A `return` at the end of a function that gives nothing back there."""
    last = node.body[-1]
    if isinstance(last, ast.Return | ast.Raise):
        return
    inside = [part for part in ast.walk(node) if isinstance(part, ast.Return | ast.Yield)]
    prior = 0.35 if inside else 0.65
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant | ast.Yield):
        start = source.start(last)
        yield Edit(start, start, "return ", _RETURN, prior, last.lineno, (start, source.end(last)),
                   (f"return {source.of(last)}",))
    for name in context.variables(last):
        yield from _append(source, node.body, f"return {name}", _RETURN, prior)
    for value in ("True", "False", "0", "-1", "[]", "''", "1"):
        less = 0.1 if context.is_expected_kind(value) else 0.25
        yield from _append(source, node.body, f"return {value}", _RETURN, prior - less)


def returned_calls(source, _context, node):
    """`return` before a recursive call whose result is dropped."""
    function = source.function(node)
    call = node.value
    if function and isinstance(call, ast.Call) and getattr(call.func, "id", None) == function.name:
        start = source.start(node)
        for text, prior in (("return ", 0.8), ("yield from ", 0.75), ("yield ", 0.3)):
            yield Edit(start, start, text, _RETURN, prior, node.lineno, (start, source.end(node)),
                       (text + source.of(node),))


def guards(source, context, node):
    """A first line that answers the special case: nothing given, or a small number."""
    parameters = [one.arg for one in [*node.args.posonlyargs, *node.args.args] if one.arg != "self"]
    first = node.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    if is_docstring and len(node.body) > 1:
        first = node.body[1]
    plain = {"[]": 0.2, "0": 0.2, "None": 0.18, "''": 0.15, "False": 0.15, "True": 0.15,
             "-1": 0.1, "1": 0.12, "0.0": 0.12}
    for name in parameters:
        kinds = context.kinds.get(name, set())
        options = {value: prior if context.is_expected_kind(value) else prior / 4
                   for value, prior in plain.items()}
        options.setdefault(name, 0.15)
        for literal in context.expected:
            options.setdefault(literal, 0.02)
        conditions = {f"not {name}": 0}
        if not kinds or "number" in kinds:
            conditions.update({f"{name} <= 0": 0.03, f"{name} <= 1": 0.03, f"{name} < 2": 0.05,
                               f"{name} == 0": 0.06, f"{name} == 1": 0.06})
        if "list" in kinds or "str" in kinds:
            conditions[f"len({name}) < 2"] = 0.05
        for condition, less in conditions.items():
            for value, prior in options.items():
                text = f"if {condition}:\n{unit(source)}return {value}"
                yield from _prepend(source, first, text, _GUARD, max(prior - less, 0.01),
                                    (condition, value))


def skips(source, context, node):
    """A first line of a loop that passes over what should not count."""
    if not isinstance(node.target, ast.Name):
        return
    name = node.target.id
    for condition, prior in ((f"not {name}", 0.15), (f"{name} is None", 0.15), (f"{name} < 0", 0.1)):
        text = f"if {condition}:\n{unit(source)}continue"
        yield from _prepend(source, node.body[0], text, _GUARD, prior, (condition, "continue"))
    function = source.function(node)
    for other in context.variables(node.body[0]) if function else []:
        if "other" in context.kinds.get(other, ()) or "list" in context.kinds.get(other, ()):
            if other != name:
                text = f"if {name} in {other}:\n{unit(source)}continue"
                yield from _prepend(source, node.body[0], text, _GUARD, 0.15,
                                    (f"{name} in {other}", "continue"))


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
        yield Edit(source.start(node), source.end(node), fixed, _GUARD, prior,
                   source.line(source.start(node)), (source.start(node), source.end(node)),
                   (f"not {by}", value))


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
            items += _names_in(around.target)
    texts = [f"{one} == {two}" for index, one in enumerate(items) for two in items[index + 1 :]]
    texts += [f"{one} != {two}" for index, one in enumerate(items) for two in items[index + 1 :]]
    for name in context.variables(node):
        kinds = context.kinds.get(name, ())
        if name not in items and ("list" in kinds or "other" in kinds):
            texts += [f"{item} not in {name}" for item in items]
    for text in texts:
        body = indentation + unit(source) + source.text[span[0] + len(indentation) : span[1]]
        yield Edit(span[0], span[1], f"{indentation}if {text}:\n{body}", _GUARD, 0.2,
                   source.line(source.start(node)), (source.start(node), source.end(node)),
                   (text, "condition"))


OPERATORS = (
    (ast.While, loop_updates),
    (ast.For | ast.If, counters),
    (ast.If, other_branches),
    (ast.FunctionDef, returns),
    (ast.Expr, returned_calls),
    (ast.FunctionDef, guards),
    (ast.For, skips),
    (ast.BinOp, divisions),
    (ast.stmt, conditions),
)
