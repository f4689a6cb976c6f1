"""What `None` cannot do, and where the `None` came from."""

import ast
import re

from tracemend.explaining.reading import FUNCTIONS, parameters
from tracemend.explaining.telling import Told, code, sentences
from tracemend.explaining.values import UNKNOWN

# Methods that change their object in place and give nothing back.
_IN_PLACE = frozenset(
    ("append", "extend", "insert", "remove", "sort", "reverse", "clear", "update", "add", "discard")
)
_MAY_FIND_NOTHING = {"get": "no such key", "match": "no match", "search": "no match",
    "fullmatch": "no match"}  # fmt: skip
_NEEDS = (
    (re.compile(r"'NoneType' object has no attribute '(.+?)'"), "{} has nothing after a dot"),
    (re.compile(r"'NoneType' object is not subscriptable"), "{} has no items"),
    (re.compile(r"'NoneType' object is not callable"), "{} cannot be called"),
    (re.compile(r"'NoneType' object is not iterable"), "{} cannot be gone through"),
    (re.compile(r"cannot unpack non-iterable NoneType object"), "{} cannot be taken apart"),
    (re.compile(r"object of type 'NoneType' has no len\(\)"), "{} has no length"),
    (re.compile(r"argument of type 'NoneType' is not"), "nothing can be in {}"),
    (re.compile(r"'NoneType' object does not support item (assignment|deletion)"),
        "{} has no items"),
    (re.compile(r"unsupported operand type\(s\) for .*NoneType"), "{} is not a number"),
    (re.compile(r"not supported between instances of .*NoneType"),
        "{} has no order, so nothing is larger or smaller than it"),
    (re.compile(r"not (a real number|.*) ?'NoneType'$"), "{} is not a value to convert"),
    (re.compile(r"bad operand type for .*'NoneType'"), "{} is not a number"),
)  # fmt: skip


def explain(scene):
    """An error that comes of a value being None."""
    need = next((words for pattern, words in _NEEDS if pattern.search(scene.message)), None)
    guilty = _guilty(scene) if need is not None and scene.node is not None else None
    if guilty is None:
        return None
    origin, hint = _origin(scene, guilty)
    name = scene.code(guilty)
    is_constant = isinstance(guilty, ast.Constant)
    title = f"{code('None')} is used here" if is_constant else f"{name} is {code('None')} here"
    need = need.format(code("None"))
    if " is not a number" in need:
        need = f"{code('None')} cannot be calculated with"
    return Told(
        title,
        sentences(f"{need[0].upper()}{need[1:]}.", origin),
        hint or f"Find why {name} is {code('None')}, or check it with {code('is None')} before.",
    )


def _guilty(scene):
    """The expression that is None: known to be, or the only one that can."""
    nodes = [node for node in _operands(scene) if node is not None]
    known = [node for node in nodes if scene.value(node) is None]
    if known:
        return known[0]
    unknown = [node for node in nodes if scene.value(node) is UNKNOWN]
    return unknown[0] if len(unknown) == 1 else None


def _operands(scene):
    node = scene.node
    match node:
        case ast.Attribute() | ast.Subscript():
            return [node.value]
        case ast.BinOp():
            return [node.left, node.right]
        case ast.AugAssign():
            return [node.target, node.value]
        case ast.UnaryOp():
            return [node.operand]
        case ast.Compare(ops=[ast.In() | ast.NotIn()]):
            return [node.comparators[0]]
        case ast.Compare():
            return [node.left, *node.comparators]
        case ast.Call() if "is not callable" in scene.message:
            return [node.func]
        case ast.Call(keywords=[]) if isinstance(node.func, ast.Name):
            return node.args
        case ast.Tuple(ctx=ast.Store()) | ast.List(ctx=ast.Store()):
            statement = scene.reading.parent(node)
            return [statement.value] if isinstance(statement, ast.Assign) else []
    parent = scene.reading.parent(node)
    iterated = isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and (
        parent.iter is node
    )
    if iterated or isinstance(parent, (ast.Starred, ast.YieldFrom)):
        return [node]
    return []


def _origin(scene, node, deep=True):
    """Why an expression is None, as far as the text shows, and what to do; or (None, None)."""
    match node:
        case ast.Call():
            return _from_call(scene, node)
        case ast.Name() if deep:
            return _from_variable(scene, node)
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            set_to_none = [
                n
                for n in scene.reading.nodes
                if isinstance(n, ast.Assign)
                and any(isinstance(t, ast.Attribute) and t.attr == name for t in n.targets)
                and isinstance(n.value, ast.Constant)
                and n.value.value is None
            ]
            if len(set_to_none) == 1:
                return f"Line {set_to_none[0].lineno} sets it to {code('None')}.", None
    return None, None


def _from_call(scene, call):
    match call.func:
        case ast.Attribute(value=target, attr=method) if method in _IN_PLACE:
            if scene.function(method) is not None:
                return None, None
            changed = scene.reading.source(target)
            return (
                f"{code(method)} changes {code(changed)} itself and gives back {code('None')}.",
                f"Call {scene.code(call)} on a line of its own, and then use {code(changed)}."
                if method != "sort"
                else f"Use {code(f'sorted({changed})')}, which gives a new list, or sort on a line "
                "of its own.",
            )
        case ast.Attribute(attr=method) if method in _MAY_FIND_NOTHING:
            why = _MAY_FIND_NOTHING[method]
            return (
                f"{scene.code(call)} gives {code('None')} where there is {why}.",
                f"Check for {code('None')} before using what it gives.",
            )
        case ast.Name(id="print"):
            return (
                f"{code('print')} shows its values and gives back {code('None')}.",
                f"Leave {code('print')} out where the value itself is needed.",
            )
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return _from_function(scene, name)
    return None, None


def _from_function(scene, name):
    found = scene.function(name)
    if found is None:
        return None, None
    function, reading = found
    inside = list(reading.within(function))
    if any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in inside):
        return None, None
    returns = [n for n in inside if isinstance(n, ast.Return)]
    valued = [n for n in returns if n.value is not None and not _is_none(n.value)]
    if not valued:
        return (
            f"{code(name)} (line {function.lineno}) has no {code('return')} that gives a value, so "
            f"calling it gives {code('None')}.",
            f"Let {code(name)} end with a {code('return')} of its result.",
        )
    explicit = [n.lineno for n in returns if n not in valued]
    if explicit:
        return f"{code(name)} gives back {code('None')} where it ends at line {explicit[0]}.", None
    return (
        f"{code(name)} (line {function.lineno}) came to its end without reaching a "
        f"{code('return')}, which gives {code('None')}.",
        f"Make sure that each way through {code(name)} ends with a {code('return')}.",
    )


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def _from_variable(scene, name):
    """From the one assignment, or the parameter, that gives a variable its value."""
    reading, scope = scene.reading, scene.scope
    bindings = reading.bindings(name.id, scope)
    if not bindings and isinstance(scope, (*FUNCTIONS, ast.Lambda)):
        if any(parameter.arg == name.id for parameter in parameters(scope)):
            return _from_caller(scene, scope, name.id)
        scope = reading.tree
        bindings = reading.bindings(name.id, scope)
    if len(bindings) != 1:
        nones = [n.lineno for n in bindings if _sets_none(reading.parent(n))]
        return (
            (f"Line {nones[0]} sets it to {code('None')}.", None)
            if len(nones) == 1
            else (
                None,
                None,
            )
        )
    statement = reading.parent(bindings[0])
    if not isinstance(statement, ast.Assign) or bindings[0] not in statement.targets:
        return None, None
    if _is_none(statement.value):
        return f"Line {statement.lineno} sets it to {code('None')}.", None
    why, hint = _origin(scene, statement.value, deep=False)
    if why is None:
        return f"It got its value in line {statement.lineno}: {reading.code(statement)}.", None
    return f"It got its value in line {statement.lineno}: {reading.code(statement)}. {why}", hint


def _sets_none(statement):
    return isinstance(statement, ast.Assign) and _is_none(statement.value)


def _from_caller(scene, function, name):
    if len(scene.levels) < 2 or isinstance(function, ast.Lambda):
        return None, None
    caller = scene.levels[-2]
    call = caller.node
    if not isinstance(call, ast.Call):
        return None, None
    defaults = dict(
        zip(
            [argument.arg for argument in reversed(function.args.args)],
            reversed(function.args.defaults),
            strict=False,
        )
    )
    positions = [argument.arg for argument in function.args.args]
    given = dict(zip(positions, call.args, strict=False))
    given.update({keyword.arg: keyword.value for keyword in call.keywords})
    if name not in given and _is_none(defaults.get(name)):
        return (
            f"{code(name)} is a parameter of {code(function.name)} whose default is "
            f"{code('None')}, and the call in line {caller.line} does not give it.",
            None,
        )
    if isinstance(call.func, ast.Attribute):
        return None, None
    if name in given and _is_none(given[name]):
        return f"The call in line {caller.line} of the {caller.place} passes {code('None')}.", None
    return None, None
