"""Executing programs: compiling, namespaces, and the bounds and ends that go with them."""

import builtins
import linecache
import sys
import types

from tracemend.running.bounds import (
    PLACES,
    PROGRAM,
    TESTS,
    DeadlinePassed,
    OutputLimit,
    Stopped,
)
from tracemend.running.ending import describe_end, message_of, raised_at, type_name, user_traceback
from tracemend.running.guard import guarded

__all__ = [
    "PLACES",
    "PROGRAM",
    "TESTS",
    "DeadlinePassed",
    "OutputLimit",
    "Stopped",
    "compile_program",
    "describe_end",
    "guarded",
    "message_of",
    "new_namespace",
    "raised_at",
    "register_source",
    "type_name",
    "user_traceback",
]


def register_source(filename, text):
    """Let tracebacks and `linecache` show the lines of a text that is no file."""
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)


def compile_program(text):
    """Compile the program's text under the name PROGRAM. A SyntaxError propagates."""
    register_source(PROGRAM, text)
    return compile(text, PROGRAM, "exec", dont_inherit=True)


def new_namespace(name="program"):
    """A fresh module's namespace.

    The module is in `sys.modules` under its name, where dataclasses, pickle and typing look.
    """
    module = types.ModuleType(name)
    module.__dict__["__builtins__"] = builtins
    sys.modules[name] = module
    return module.__dict__
