"""Attributes and methods that a value does not have."""

import ast
from types import FunctionType, ModuleType

from tracemend.explaining.near import near
from tracemend.explaining.reading import FUNCTIONS
from tracemend.explaining.telling import Told, code, kind_words, listing, sentences
from tracemend.explaining.values import UNKNOWN, own_attributes, size
from tracemend.running.ending import type_name
from tracemend.tracing.shapes import OWN_MODULES, members

# How a value of Python's own kinds does what other languages have an attribute for.
_INSTEAD = {
    ("list", "push"): "append", ("list", "add"): "append", ("list", "length"): "len()",
    ("list", "size"): "len()", ("list", "len"): "len()", ("list", "contains"): "in",
    ("list", "includes"): "in", ("list", "find"): "index", ("list", "indexOf"): "index",
    ("list", "delete"): "remove", ("list", "addAll"): "extend", ("list", "sorted"): "sort",
    ("str", "length"): "len()", ("str", "len"): "len()", ("str", "size"): "len()",
    ("str", "contains"): "in", ("str", "includes"): "in", ("str", "indexOf"): "find",
    ("str", "toUpperCase"): "upper", ("str", "toLowerCase"): "lower", ("str", "trim"): "strip",
    ("str", "append"): "+", ("str", "add"): "+", ("str", "to_lower"): "lower",
    ("str", "to_upper"): "upper", ("str", "reverse"): "[::-1]", ("str", "sort"): "sorted()",
    ("str", "substring"): "[start:end]", ("str", "charAt"): "[index]",
    ("dict", "has_key"): "in", ("dict", "contains"): "in", ("dict", "iteritems"): "items",
    ("dict", "iterkeys"): "keys", ("dict", "itervalues"): "values", ("dict", "add"): "[key] = …",
    ("dict", "append"): "[key] = …", ("dict", "length"): "len()", ("dict", "size"): "len()",
    ("dict", "remove"): "pop", ("dict", "sort"): "sorted()",
    ("set", "append"): "add", ("set", "push"): "add", ("set", "length"): "len()",
    ("set", "contains"): "in", ("set", "insert"): "add", ("set", "extend"): "update",
    ("tuple", "length"): "len()", ("tuple", "size"): "len()",
    ("int", "length"): "len(str(…))",
}  # fmt: skip
_CHANGING = frozenset(
    ("append", "extend", "insert", "remove", "sort", "reverse", "pop", "clear", "add")
)
_OWNERS = {kind.__name__: kind for kind in (str, list, dict, set, tuple, int, float, bytes)}
_INITIALISERS = ("_init_", "__int__", "init", "__init", "_init", "__inti__", "__init_", "__intit__")


def explain(scene):
    """An AttributeError."""
    name, value = scene.exception.name, scene.exception.obj
    node = scene.node
    if not isinstance(name, str) or value is None:
        return None
    if not isinstance(node, ast.Attribute) or node.attr != name:
        return None
    kind = type(value)
    if kind is ModuleType:
        return _of_module(scene, node, value)
    if issubclass(kind, type):
        return _of_class(scene, node, value)
    if kind is FunctionType:
        return Told(
            f"{scene.code(node.value)} is a function, and functions have no {code(name)}",
            f"Without parentheses {scene.code(node.value)} is the function itself, not what it "
            "gives.",
            f"Call it: {code(scene.reading.source(node.value) + '(…).' + name)}.",
        )
    if type.__getattribute__(kind, "__module__") in OWN_MODULES and kind not in _OWNERS.values():
        return _of_own_object(scene, node, value)
    return _of_builtin(scene, node, value)


def _of_module(scene, node, module):
    name, shown = node.attr, scene.code(node.value)
    there = ModuleType.__dict__["__dict__"].__get__(module)
    title = f"The module {shown} has no {code(name)}"
    # `import datetime`, then `datetime.now()`.
    same = there.get(there.get("__name__"))
    if isinstance(same, type) and any(name in members(base) for base in type.mro(same)):
        source = scene.reading.source(node.value)
        return Told(
            title,
            f"{code(name)} belongs to the class {code(f'{source}.{source}')}, which has the same "
            "name as its module.",
            f"Write {code(f'{source}.{source}.{name}')}.",
        )
    found = near(name, [n for n in there if isinstance(n, str) and not n.startswith("_")])
    meant = listing(map(code, found), "or")
    return Told(
        title,
        sentences(
            f"Line {node.lineno} asks it for {code(name)}.",
            f"It does have {listing(map(code, found))}." if found else None,
        ),
        f"If {meant} is meant, correct the spelling." if found else "Check how it is spelt.",
    )


def _of_class(scene, node, owner):
    name = node.attr
    found = near(name, _names(type.mro(owner)))
    return Told(
        f"The class {scene.code(node.value)} has no {code(name)}",
        sentences(
            f"Line {node.lineno} asks the class itself for it, not an object of the class.",
            f"It does have {listing(map(code, found), 'or')}." if found else None,
        ),
        "Correct the spelling."
        if found
        else f"If an object is meant, make one first: {code(f'{type_name_of(owner)}(…)')}.",
    )


def type_name_of(owner):
    return type.__getattribute__(owner, "__name__")


def _names(classes):
    return [name for base in classes for name in members(base) if not name.startswith("__")]


def _of_own_object(scene, node, value):
    name, kind = node.attr, type(value)
    owner = type_name(value)
    shown = scene.code(node.value)
    title = f"{shown} has no {code(name)}"
    there = [*own_attributes(value), *_names(type.mro(kind))]
    found = near(name, [n for n in there if isinstance(n, str)])
    what = f"{shown} is {kind_words(owner)}"
    if found:
        meant = listing(map(code, found), "or")
        return Told(
            title, f"{what}, and that has {meant}.", f"If {meant} is meant, correct the spelling."
        )
    later = _set_elsewhere(scene, owner, name)
    if later is not None:
        return Told(title, f"{what}. {later[0]}", later[1])
    own = [n for n in own_attributes(value) if isinstance(n, str)][:5]
    has = f"Its attributes are {listing(map(code, own))}." if own else "It has no attributes yet."
    return Told(
        title,
        f"{what}. {has}",
        f"Give it a first value in {code('__init__')} of {code(owner)}, or define the method.",
    )


def _set_elsewhere(scene, owner, name):
    """The method that would have set an attribute, and why it did not."""
    for reading in scene.readings:
        for definition in reading.classes(owner):
            methods = [node for node in definition.body if isinstance(node, FUNCTIONS)]
            for method in methods:
                line = _line_setting(method, name)
                if line is None:
                    continue
                if method.name in _INITIALISERS:
                    return (
                        f"Line {line} sets it, in {code(method.name)}, which Python does not call "
                        "by itself.",
                        f"Rename {code(method.name)} to {code('__init__')}, with two underscores "
                        "on each side.",
                    )
                if method.name != "__init__":
                    return (
                        f"Only {code(method.name)} sets it, in line {line}, and that had not "
                        "happened to this object.",
                        f"Give it a first value in {code('__init__')}.",
                    )
                return (
                    f"{code('__init__')} sets it in line {line}, which had not run for this "
                    "object.",
                    "Set it before it is used; a class that overrides "
                    f"{code('__init__')} must call {code('super().__init__()')}.",
                )
    return None


def _line_setting(method, name):
    for node in ast.walk(method):
        if (
            isinstance(node, ast.Attribute)
            and node.attr == name
            and isinstance(node.ctx, ast.Store)
        ):
            return node.lineno
    return None


def _of_builtin(scene, node, value):
    name, kind = node.attr, type_name(value)
    shown = scene.code(node.value)
    title = f"{shown} is {kind_words(kind)}, and that has no {code(name)}"
    was = scene.was(node.value)
    length = size(value)
    happened = f"Line {node.lineno} asks {shown} for {code(name)}"
    happened = f"{happened}; {was}." if was else f"{happened}."
    instead = _INSTEAD.get((kind, name))
    if instead is not None:
        return Told(title, happened, _use(shown, instead))
    found = near(name, _names(type.mro(type(value))), 1)
    if found:
        return Told(title, happened, f"It has {code(found[0])}: correct the spelling.")
    owners = [n for n, base in _OWNERS.items() if n != kind and name in members(base)]
    if "str" in owners:
        owners = [n for n in owners if n != "bytes"]
    if kind == "tuple" and name in _CHANGING:
        return Told(title, f"{happened} A tuple cannot be changed.", "Use a list instead.")
    if kind in ("list", "tuple") and length is not UNKNOWN and owners:
        return Told(
            title,
            f"{happened} {code(name)} is for {listing(map(_plural, owners), 'or')}.",
            f"If it is meant for each item, go through {shown} with a loop.",
        )
    if owners:
        return Told(
            title,
            f"{happened} {code(name)} is for {listing(map(_plural, owners), 'or')}.",
            f"Find where {shown} gets its value, and why that is not one of these.",
        )
    return Told(title, happened, None)


def _use(shown, instead):
    if instead.startswith(("[", "+")):
        return f"Use {code(instead)} after {shown} instead."
    if instead == "in":
        return f"Ask with {code('in')}, as in {code('item in ' + shown.strip('`'))}."
    if instead.endswith("()"):
        return f"Use the function {code(instead[:-1] + shown.strip('`') + ')')}."
    return f"In Python it is called {code(instead)}."


def _plural(name):
    words = {"str": "texts (`str`)", "int": "whole numbers", "float": "decimal numbers"}
    return words.get(name, f"{name}s")
