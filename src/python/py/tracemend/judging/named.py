"""Functions and classes of Python itself, carried by where they are found."""

import builtins
import importlib
import sys
import types

from tracemend.judging.plain import Malformed

_NAMED = (
    type,
    types.BuiltinFunctionType,
    types.FunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.ModuleType,
)


def form_of_named(value):
    """`["name", "module:path"]` for something of the standard library, or None."""
    if not isinstance(value, _NAMED):
        return None
    if isinstance(value, types.ModuleType):
        return ["name", f"{value.__name__}:"] if _is_standard(value.__name__) else None
    owner = getattr(value, "__objclass__", value)
    module = getattr(owner, "__module__", None) or "builtins"
    path = getattr(value, "__qualname__", "")
    if not _is_standard(module):
        return None
    try:
        found = _find(module, path)
    except AttributeError, ImportError:
        return None
    return ["name", f"{module}:{path}"] if found is value else None


def value_of_named(content):
    """What `form_of_named` wrote, in this interpreter."""
    module, _, path = content.partition(":")
    if not _is_standard(module):
        raise Malformed("this names nothing of the standard library")
    try:
        return _find(module, path)
    except (AttributeError, ImportError) as error:
        raise Malformed("this names nothing of the standard library") from error


def form_of_builtin_class(value):
    """The same for classes of `builtins` only: the judge takes no others from a program."""
    if not isinstance(value, type):
        return None
    name = type.__getattribute__(value, "__name__")
    return ["class", name] if vars(builtins).get(name) is value else None


def form_of_standard_error(value):
    """`["error", "module:name"]` for an exception class of the standard library, or None."""
    if not isinstance(value, type) or BaseException not in type.mro(value):
        return None
    module = type.__getattribute__(value, "__module__")
    name = type.__getattribute__(value, "__name__")
    if not _is_standard(module) or vars(sys.modules.get(module, builtins)).get(name) is not value:
        return None
    return ["error", f"{module}:{name}"]


def builtin_class(name):
    """The class that `form_of_builtin_class` wrote."""
    value = vars(builtins).get(name)
    if not isinstance(value, type):
        raise Malformed("this names no builtin class")
    return value


def _is_standard(module):
    return type(module) is str and module.partition(".")[0] in sys.stdlib_module_names


def _find(module, path):
    found = importlib.import_module(module)
    for part in path.split(".") if path else ():
        found = getattr(found, part)
    return found
