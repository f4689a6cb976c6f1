"""What a program binds at its top level, read from its text alone."""

import ast
import sys
from dataclasses import dataclass, field

from tracemend.running.bounds import PROGRAM
from tracemend.units.source import own_nodes, stored_names


@dataclass
class ProgramNames:
    """The program's top-level names. `known` is False when the program cannot be parsed: any name
    may be its own.
    """

    known: bool = True
    all: set = field(default_factory=set)
    classes: set = field(default_factory=set)
    generators: set = field(default_factory=set)
    coroutines: set = field(default_factory=set)
    functions: list = field(default_factory=list)
    # Name to the import statement that gives it, for standard modules imported under their own
    # names.
    standard_imports: dict = field(default_factory=dict)

    def may_bind(self, name):
        return not self.known or name in self.all


def read_program_names(text):
    """The names of a program; never raises."""
    try:
        tree = ast.parse(text, PROGRAM)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return ProgramNames(known=False)
    names = ProgramNames(all=stored_names(tree))
    for node in own_nodes(tree):
        if isinstance(node, ast.ClassDef):
            names.classes.add(node.name)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            _add_function(names, node)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            _add_imports(names, node)
    if "*" in names.all:
        names.known = False
    return names


def _add_function(names, node):
    names.functions.append(node.name)
    if isinstance(node, ast.AsyncFunctionDef):
        names.coroutines.add(node.name)
    elif any(isinstance(inner, (ast.Yield, ast.YieldFrom)) for inner in own_nodes(node)):
        names.generators.add(node.name)


def _add_imports(names, node):
    for alias in node.names:
        module = node.module if isinstance(node, ast.ImportFrom) else alias.name
        if alias.asname not in (None, alias.name) or getattr(node, "level", 0):
            continue
        if (module or "").partition(".")[0] in sys.stdlib_module_names:
            statement = (
                ast.ImportFrom(module=module, names=[alias], level=0)
                if isinstance(node, ast.ImportFrom)
                else ast.Import(names=[alias])
            )
            names.standard_imports[alias.name.partition(".")[0]] = ast.copy_location(
                statement, node
            )
