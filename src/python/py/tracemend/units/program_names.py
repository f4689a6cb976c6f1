"""What a program binds at its top level, read from its text alone."""

import ast
import symtable
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
    coroutines: set = field(default_factory=set)
    functions: list = field(default_factory=list)
    # Name to the import statement that gives it, for standard modules imported under their own
    # names.
    standard_imports: dict = field(default_factory=dict)
    # Names that its code reads of its module, wherever it stands.
    reads: set = field(default_factory=set)
    # Names of modules that it imports, under whatever name.
    imported: set = field(default_factory=set)
    # The modules among them, by their first names.
    modules: set = field(default_factory=set)

    def may_bind(self, name):
        return not self.known or name in self.all


def read_program_names(text):
    """The names of a program; never raises."""
    try:
        tree = ast.parse(text, PROGRAM)
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return ProgramNames(known=False)
    names = ProgramNames(all=stored_names(tree), reads=_global_reads(text))
    names.imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in [getattr(node, "module", None), *(alias.name for alias in node.names)]
        if name
    }
    names.modules = {
        module.partition(".")[0] for node in ast.walk(tree) for module in _modules_of(node)
    }
    for node in own_nodes(tree):
        if isinstance(node, ast.ClassDef):
            names.classes.add(node.name)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            _add_function(names, node)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names.standard_imports.update(imports_of(node))
    if "*" in names.all:
        names.known = False
    return names


def _global_reads(text):
    try:
        pending = [symtable.symtable(text, PROGRAM, "exec")]
    except SyntaxError, ValueError, RecursionError, MemoryError:
        return set()
    reads = set()
    while pending:
        table = pending.pop()
        pending.extend(table.get_children())
        is_module = table.get_type() == "module"
        reads.update(
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_referenced() and (is_module or symbol.is_global())
        )
    return reads


def _modules_of(node):
    match node:
        case ast.Import(names):
            return [alias.name for alias in names]
        case ast.ImportFrom(str(module)):
            return [module]
        case _:
            return []


def _add_function(names, node):
    names.functions.append(node.name)
    if isinstance(node, ast.AsyncFunctionDef):
        names.coroutines.add(node.name)


def imports_of(node):
    """Each standard module, or name of one, that a statement imports under its own name: the name,
    and an import of it alone.
    """
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
            yield alias.name.partition(".")[0], ast.copy_location(statement, node)
