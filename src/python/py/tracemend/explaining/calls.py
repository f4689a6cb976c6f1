"""Calls that do not fit the function."""

import ast
import re

from tracemend.explaining.near import near
from tracemend.explaining.reading import FUNCTIONS, parameters
from tracemend.explaining.telling import Told, code, count, listing, sentences

_MISSING = re.compile(
    r"^(\S+?)\(\) missing (\d+) required (positional|keyword-only) arguments?: (.+)$"
)
_TAKES = re.compile(
    r"^(\S+?)\(\) takes (?:from )?(\d+)(?: to (\d+))? positional arguments? "
    r"but (\d+) (?:was|were) given"
)
_UNEXPECTED = re.compile(r"^(\S+?)\(\) got an unexpected keyword argument '(.+?)'")
_TWICE = re.compile(r"^(\S+?)\(\) got multiple values for argument '(.+)'$")
_NO_ARGUMENTS = re.compile(r"^(\S+?)\(\) takes no (keyword )?arguments(?: \((\d+) given\))?$")
_BUILTIN_COUNT = re.compile(
    r"^(\S+?)(?:\(\) takes exactly one argument \((\d+) given\)"
    r"| expected (?:exactly |at most |at least )?(\d+) arguments?, got (\d+)"
    r"|\(\) takes (?:exactly|at most|at least) (\d+) (?:positional )?arguments? \((\d+) given\))$"
)


def explain(scene):
    """A TypeError about a call."""
    if not isinstance(scene.node, ast.Call):
        return None
    for pattern, tell in _TELLERS:
        match = pattern.match(scene.message)
        if match is not None:
            return tell(scene, scene.node, match)
    return None


def _definition(scene, qualified):
    """The one function of the user's with that qualified name, its reading and its class."""
    parts = [part for part in qualified.split(".") if part != "<locals>"]
    name, owner = parts[-1], parts[-2] if len(parts) > 1 else None
    found = []
    for reading in scene.readings:
        for node in reading.functions(name):
            around = reading.scope(node)
            if owner is None or getattr(around, "name", None) == owner:
                found.append((node, reading, around if isinstance(around, ast.ClassDef) else None))
    return found[0] if len(found) == 1 else (None, None, None)


def _signature(function, reading, owner):
    names = [code(p.arg) for p in parameters(function)]
    if owner is not None:
        names = names[1:]
    many = f"{listing(names)}" if names else "no arguments"
    where = f"line {function.lineno}"
    return f"{code(function.name)} ({where}) takes {many}."


def _called(scene, qualified, owner):
    """What a call is said to be of: a class for its `__init__`."""
    name = qualified.split(".")[-1]
    return code(owner.name) if owner is not None and name == "__init__" else code(name)


def _missing(scene, node, match):
    qualified, _, kind, names = match.groups()
    function, reading, owner = _definition(scene, qualified)
    called = _called(scene, qualified, owner)
    missing = [code(name) for name in re.findall(r"'(.+?)'", names)]
    what = listing(missing)
    by_name = " by name" if kind == "keyword-only" else ""
    title = f"The call of {called} does not give {what}{by_name}"
    happened = f"{scene.code(node)} passes {count(_passed(node), 'argument')}."
    signature = function and _signature(function, reading, owner)
    if owner is not None and _is_class(scene, node, owner):
        own = parameters(function)[0].arg if parameters(function) else "self"
        return Told(
            f"{code(function.name)} is called on the class {code(owner.name)}, not on an object",
            f"So nothing stands for {code(own)}, and {what} is missing.",
            f"Make an object first, {code(f'{owner.name}(…)')}, and call its "
            f"{code(function.name)}.",
        )
    return Told(
        title,
        sentences(happened, signature),
        f"Pass {what} too, or give {'it' if len(missing) == 1 else 'them'} a default value in the "
        f"{code('def')}."
        if function is not None
        else f"Pass {what} too.",
    )


def _passed(node):
    return len(node.args) + len(node.keywords)


def _is_class(scene, node, owner):
    target = node.func.value if isinstance(node.func, ast.Attribute) else None
    return isinstance(target, ast.Name) and target.id == owner.name


def _too_many(scene, node, match):
    qualified, least, most, given = match.groups()
    function, reading, owner = _definition(scene, qualified)
    called = _called(scene, qualified, owner)
    title = f"The call of {called} passes too many arguments"
    if owner is not None and not _is_static(function):
        names = [p.arg for p in parameters(function)]
        if int(given) == len(node.args) + 1 and (not names or names[0] not in ("self", "cls")):
            return Told(
                f"The method {code(function.name)} does not take the object itself",
                f"Python passes the object as first argument of a method; line {function.lineno} "
                f"has no parameter for it.",
                f"Begin its parameters with {code('self')}.",
            )
        passed = int(given) - 1
        room = max(int(most or least) - 1, 0)
    else:
        passed, room = int(given), int(most or least)
    takes = f"at most {room}" if most else str(room) if room else "none"
    signature = function and _signature(function, reading, owner)
    return Told(
        title,
        sentences(f"It passes {count(passed, 'argument')}, and {called} takes {takes}.", signature),
        "Leave out what is too much, or give the function another parameter."
        if function is not None
        else "Leave out what is too much.",
    )


def _is_static(function):
    return any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in function.decorator_list)


def _unexpected(scene, node, match):
    qualified, name = match.groups()
    function, reading, owner = _definition(scene, qualified)
    called = _called(scene, qualified, owner)
    found = near(name, [p.arg for p in parameters(function)], 1) if function is not None else []
    guess = re.search(r"Did you mean '(.+?)'", scene.message)
    meant = found[0] if found else guess and guess[1]
    return Told(
        f"{called} has no parameter named {code(name)}",
        sentences(
            f"{scene.code(node)} passes a value by that name.",
            function and _signature(function, reading, owner),
        ),
        f"If {code(meant)} is meant, correct the spelling."
        if meant
        else "Pass it by position, or by the name that the function has for it.",
    )


def _twice(scene, node, match):
    qualified, name = match.groups()
    function, reading, owner = _definition(scene, qualified)
    return Told(
        f"The call of {_called(scene, qualified, owner)} gives {code(name)} two values",
        sentences(
            f"{scene.code(node)} gives it one by position and one by name.",
            function and _signature(function, reading, owner),
        ),
        "Leave one of the two out.",
    )


def _no_arguments(scene, node, match):
    name, by_name, _ = match.groups()
    short = name.split(".")[-1]
    if by_name:
        return Told(
            f"{code(short)} takes no arguments by name",
            f"{scene.code(node)} passes {listing(code(k.arg) for k in node.keywords if k.arg)} "
            "by name.",
            "Pass the values by position.",
        )
    for reading in scene.readings:
        for owner in reading.classes(name):
            return _no_initialiser(scene, node, owner)
    return Told(
        f"{code(short)} takes no arguments",
        f"{scene.code(node)} passes {count(_passed(node), 'argument')}.",
        "Call it with empty parentheses.",
    )


def _no_initialiser(scene, node, owner):
    methods = [n.name for n in owner.body if isinstance(n, FUNCTIONS)]
    slips = [m for m in methods if m.strip("_").lower() in ("init", "int", "inti", "initialize")]
    happened = (
        f"{scene.code(node)} passes {count(_passed(node), 'argument')}, and "
        f"{code(owner.name)} (line {owner.lineno}) has no {code('__init__')} to take them."
    )
    hint = (
        f"Rename {code(slips[0])} to {code('__init__')}."
        if slips
        else (f"Define {code('__init__')} with parameters for them.")
    )
    return Told(f"{code(owner.name)} takes no arguments", happened, hint)


def _builtin_count(scene, node, match):
    name = match[1].split(".")[-1]
    wanted, given = ("1", match[2]) if match[2] else (match[3] or match[5], match[4] or match[6])
    many = int(given) > int(wanted)
    hint = "Leave out what is too much." if many else "Pass what is missing."
    if many and name == "append":
        hint = f"To append several items at once, use {code('extend')} with a list of them."
    if many and name in ("len", "sum", "list", "set", "tuple"):
        hint = f"To give {code(name)} several values, put them into a list: {code(f'{name}([…])')}."
    return Told(
        f"{code(name)} was given {'too many' if many else 'too few'} arguments",
        f"It was given {given}; "
        f"{'more than ' if many and 'at most' in scene.message else ''}"
        f"{_bounded(scene.message, wanted)}.",
        hint,
    )


def _bounded(message, wanted):
    if "at most" in message:
        return f"{wanted} is too much" if message is None else f"at most {wanted} can be given"
    if "at least" in message:
        return f"at least {wanted} must be given"
    return f"it takes {wanted}"


_TELLERS = (
    (_MISSING, _missing),
    (_TAKES, _too_many),
    (_UNEXPECTED, _unexpected),
    (_TWICE, _twice),
    (_NO_ARGUMENTS, _no_arguments),
    (_BUILTIN_COUNT, _builtin_count),
)
