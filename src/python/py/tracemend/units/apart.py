"""Deciding from the text whether a unit can be judged apart from the program, and how."""

import ast
import builtins
import sys
from dataclasses import dataclass

from tracemend.units.dependence import dependence
from tracemend.units.program_names import imports_of
from tracemend.units.source import stored_names

_BUILTINS = frozenset(dir(builtins))


@dataclass
class Apart:
    """How a unit is judged apart.

    `functions`, `classes` and `variables` are the program's names that it uses; `imports` the
    statements by which the program imports standard modules that the unit uses. `expects_objects`
    says that a result may well be an object with rules of its own.
    """

    functions: tuple
    classes: tuple
    variables: frozenset
    imports: tuple
    expects_objects: bool


class _NotApart(Exception):
    """The reason, in words for the user."""


def plan(statements, program, entry=None):
    """`(Apart, "")`, or `(None, reason)`. `entry` is a function of the program that the unit is
    called with.
    """
    try:
        return _Reading(statements, program, entry).plan(), ""
    except _NotApart as reason:
        return None, str(reason)


class _Reading:
    """One look over the code of a unit and its setup."""

    def __init__(self, statements, program, entry):
        self._program = program
        self._entry = entry
        self._nodes = [node for root in statements for node in ast.walk(root)]
        self._bound = _bound_names(self._nodes)
        self._top = _module_names(statements)
        self._called = {
            node.func.id
            for node in self._nodes
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        self._loaded = {
            node.id
            for node in self._nodes
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        own = {name for name in self._called if self._is_called_of_program(name)} | (
            {entry} if entry else set()
        )
        # A test that calls a function of the program by a name of its own, such as `total`, means
        # Python's `sum` when it says `sum`, even where the program defines another.
        self._means_builtins = not own <= _BUILTINS

    def plan(self):
        self._check_names()
        problem = dependence(self._nodes, self._program)
        if problem:
            raise _NotApart(problem)
        functions, classes, variables, imports = set(), set(), set(), []
        for name in sorted({*self._loaded, *([self._entry] if self._entry else ())}):
            if name in self._top or not self._is_of_program(name):
                continue
            if name in self._program.standard_imports:
                # `from reprlib import repr` must not change what the test says with `repr`.
                if name not in _BUILTINS:
                    imports.append(self._program.standard_imports[name])
            elif name in self._program.classes:
                classes.add(name)
            elif name in self._program.functions or name in self._called or name == self._entry:
                functions.add(name)
            else:
                variables.add(name)
        self._check_variables(variables)
        self._check_modules(functions | classes | variables)
        return Apart(
            functions=tuple(sorted(functions)),
            classes=tuple(sorted(classes)),
            variables=frozenset(variables),
            imports=tuple(imports),
            expects_objects=bool(classes) or not self._program.modules <= sys.stdlib_module_names,
        )

    def _is_called_of_program(self, name):
        if name in self._program.functions:
            return True
        return name not in self._bound and name in self._program.all

    def _is_of_program(self, name):
        if name in _BUILTINS and self._means_builtins:
            return False
        if name in self._program.all:
            return True
        if name in _BUILTINS or name in self._bound:
            return False
        # A name that nothing binds is asked for all the same, so that the error is the program's.
        return name in self._called or name == self._entry or not self._program.known

    def _check_names(self):
        """The unit's own module-level names must mean nothing to the program."""
        clash = (self._top | _declared_global(self._nodes)) & self._program.reads
        clash -= self._program.standard_imports.keys() & self._imported_alike()
        if clash:
            raise _NotApart(f"the test gives {min(clash)} a meaning that the program reads")
        for name in sorted(self._loaded & self._program.coroutines):
            if name not in self._bound:
                raise _NotApart(
                    f"{name} is an async function, which has to be awaited beside the program"
                )

    def _imported_alike(self):
        """Names that the unit imports just as the program does."""
        return {
            name
            for node in self._nodes
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for name, statement in imports_of(node)
            if ast.dump(self._program.standard_imports.get(name, node)) == ast.dump(statement)
        }

    def _check_variables(self, variables):
        clash = variables & self._bound
        if clash:
            raise _NotApart(f"the test gives {min(clash)} another meaning")

    def _check_modules(self, names):
        """What the unit takes for a module must be Python's, or the program would be its judge."""
        for node in self._nodes:
            match node:
                case ast.Attribute(ast.Name(name)) if name in names & sys.stdlib_module_names:
                    raise _NotApart(f"the program gives {name}, a module's name, another meaning")


def _module_names(statements):
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {
        name
        for node in statements
        for name in ([node.name] if isinstance(node, definitions) else stored_names(node))
    }


def _declared_global(nodes):
    return {name for node in nodes if isinstance(node, ast.Global) for name in node.names}


def _bound_names(nodes):
    names = {node.arg for node in nodes if isinstance(node, ast.arg)}
    return names | stored_names(*nodes)
