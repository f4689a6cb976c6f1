"""What is known of a code object before it runs: the facts that the recorder works with."""

import opcode
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS
from types import BuiltinFunctionType, FunctionType, ModuleType

from tracemend.running.bounds import PLACES
from tracemend.tracing.lines import is_own_name, lines_of, local_names
from tracemend.tracing.loops import TightLoops

_OP = opcode.opmap
_GLOBALS = {_OP[name] for name in ("LOAD_GLOBAL", "STORE_GLOBAL", "DELETE_GLOBAL")}
_EXTENDED = _OP["EXTENDED_ARG"]
_FOR = _OP["FOR_ITER"]
_END_FOR = _OP["END_FOR"]
_YIELD = _OP["YIELD_VALUE"]
_RAISE = _OP["RAISE_VARARGS"]
# Where Python itself ends an iteration: the StopIteration met there is not the program's.
_ITERATES = {
    _OP[name] for name in ("FOR_ITER", "SEND", "END_SEND", "END_ASYNC_FOR", "CLEANUP_THROW")
}
_CONSTANT = frozenset({FunctionType, type, ModuleType, BuiltinFunctionType})


def describe(code, sources, namespace):
    """The facts of a code object, in the shape of `CodeFacts` in `facts.ts`.

    `namespace` are the globals that it is about to run with.
    """
    source = sources.of[code.co_filename]
    is_function = bool(code.co_flags & CO_OPTIMIZED)
    changing = _changing_globals(code, sources, namespace) if is_function else []
    is_closed = is_function and not (code.co_cellvars or code.co_freevars)
    return {
        "code": id(code),
        "name": code.co_qualname.replace("<locals>.", ""),
        "place": [*PLACES].index(code.co_filename),
        "isFunction": is_function,
        "isModule": code.co_name == "<module>",
        "isExpression": code.co_name == "<genexpr>",
        "isAsyncGenerator": bool(code.co_flags & CO_ASYNC_GENERATOR),
        # Annotations evaluated late, and the scopes of type parameters.
        "isHidden": code.co_name == "__annotate__" or code.co_name.startswith("<generic"),
        "isWatched": not is_closed or sources.reaches_frames or bool(changing),
        "defLine": source.def_line(code),
        "parameters": _parameters(code),
        **_variables(code, is_function),
        "globals": [(name, id(name)) for name in changing],
        "names": [(name, id(name)) for name in code.co_names],
        "lines": lines_of(code, source, sources, is_function),
        "lineTable": [*code.co_lines()],
        **_offsets(code, source),
        "loops": TightLoops(code, source).facts(),
    }


def has_tight_loops(facts):
    return facts["loops"] is not None


def _parameters(code):
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & CO_VARARGS) + bool(code.co_flags & CO_VARKEYWORDS)
    return code.co_varnames[:count]


def _variables(code, is_function):
    """The frame's own variables: where their names are, which may be in cells, which are hidden."""
    names = local_names(code)
    shared = {*code.co_cellvars, *code.co_freevars}
    hidden = () if is_function else {*code.co_varnames, *code.co_cellvars}
    return {
        "slots": [(name, id(name)) for name in names],
        "cells": [at for at, name in enumerate(names) if name in shared],
        "hidden": [at for at, name in enumerate(names) if name in hidden and not is_own_name(name)],
    }


def _changing_globals(code, sources, namespace):
    """The globals that are no functions, classes or modules for the rest of the run."""
    return [
        name
        for name in _global_names(code)
        if not is_own_name(name)
        and not (sources.is_constant(name) and type(namespace.get(name, len)) in _CONSTANT)
    ]


def _offsets(code, source):
    """Offsets of instructions of some kinds."""
    content = code.co_code
    awaits = bool(code.co_flags & (CO_COROUTINE | CO_ASYNC_GENERATOR))
    offsets = range(0, len(content), 2)
    lines = {at: line for first, end, line in code.co_lines() for at in range(first, end, 2)}
    return {
        # To the consumer, not to an event loop.
        "yields": [
            at for at in offsets if content[at] == _YIELD and not (awaits and content[at + 1] & 1)
        ],
        "raises": [at for at in offsets if content[at] == _RAISE],
        "iterates": [at for at in offsets if content[at] in _ITERATES],
        "pastFor": [*_offsets_past_for(content, lines, source)],
    }


def _offsets_past_for(content, lines, source):
    """Where a loop with its header on lines of its own has taken an item."""
    for at in range(0, len(content), 2):
        line = lines.get(at)
        if content[at] == _FOR and line in source.simple_fors:
            # Up to where the body begins, or the loop ends.
            after = at + 4
            while lines.get(after) == line and content[after] != _END_FOR:
                yield after
                after += 2


def _global_names(code):
    """The names that a function's code uses as globals, in the order of their first use."""
    found, extended = {}, 0
    content = code.co_code
    for at in range(0, len(content), 2):
        operation, argument = content[at], content[at + 1] | extended
        extended = argument << 8 if operation == _EXTENDED else 0
        if operation in _GLOBALS:
            # LOAD_GLOBAL keeps a flag in the lowest bit.
            index = argument >> 1 if operation == _OP["LOAD_GLOBAL"] else argument
            found[code.co_names[index]] = True
    return found
