"""Functions of a test that it passes to the program: carried as their code and what that refers to.

The code is the test's input, as other arguments are. It runs beside the program, which calls it.
"""

import builtins
import dis
import marshal
import types

from tracemend.judging.plain import Malformed, NotPlain


def parts_of(function, form_of, ours):
    """The JSON-able parts of a function, without the names that are `ours` on both sides. Raises
    NotPlain where it does more than compute from what it refers to.
    """
    code = function.__code__
    _refuse_effects(code)
    known = function.__globals__.keys() - ours
    names = [name for name in _global_names(code) if name in known]
    return {
        "code": marshal.dumps(code).hex(),
        "name": function.__qualname__,
        "globals": [[name, form_of(function.__globals__[name])] for name in names],
        "cells": [form_of(_content(cell)) for cell in function.__closure__ or ()],
        "defaults": [form_of(value) for value in function.__defaults__ or ()],
        "keywords": [
            [name, form_of(item)] for name, item in (function.__kwdefaults__ or {}).items()
        ],
    }


def function_from(parts, value_of, ours):
    """The function again, with names of its own and what `ours` names."""
    namespace = dict(ours)
    namespace |= {name: value_of(form) for name, form in parts["globals"]}
    namespace["__builtins__"] = builtins
    namespace["__name__"] = "program"
    cells = tuple(types.CellType(value_of(form)) for form in parts["cells"])
    defaults = tuple(value_of(form) for form in parts["defaults"])
    code = marshal.loads(bytes.fromhex(parts["code"]))
    if not isinstance(code, types.CodeType):
        raise Malformed("this is no function")
    name = parts["name"].rpartition(".")[2]
    function = types.FunctionType(code, namespace, name, defaults or None, cells)
    function.__qualname__ = parts["name"]
    function.__kwdefaults__ = {key: value_of(form) for key, form in parts["keywords"]} or None
    return function


def _refuse_effects(code):
    for each in _all_codes(code):
        for instruction in dis.get_instructions(each):
            if instruction.opname in ("STORE_GLOBAL", "DELETE_GLOBAL", "IMPORT_NAME"):
                raise NotPlain("a function that changes or imports names cannot leave the test")
            if instruction.opname in ("RAISE_VARARGS", "RERAISE"):
                raise NotPlain("a function that checks or raises something cannot leave the test")
            if instruction.opname == "STORE_DEREF" and instruction.argval in code.co_freevars:
                raise NotPlain("a function that changes the test's variables cannot leave the test")


def _all_codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _all_codes(constant)


def _global_names(code):
    return sorted(
        {
            instruction.argval
            for each in _all_codes(code)
            for instruction in dis.get_instructions(each)
            if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME")
        }
    )


def _content(cell):
    try:
        return cell.cell_contents
    except ValueError:
        raise NotPlain("a function that refers to itself cannot leave the test") from None
