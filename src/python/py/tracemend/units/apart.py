"""Deciding from the text whether a unit can be judged without the program's objects, and how."""

import ast
import builtins
from dataclasses import dataclass

from tracemend.judging.plain import PLAIN_ATTRIBUTES
from tracemend.units.passing import Passing
from tracemend.units.source import stored_names

_BUILTINS = frozenset(dir(builtins))
# With these a test can reach the program in ways that its text does not show.
_OPAQUE = {
    "eval",
    "exec",
    "compile",
    "globals",
    "locals",
    "vars",
    "__import__",
    "delattr",
    "setattr",
}
# What a test does with these depends on what the program did before.
_SHARED = {
    "open": "the test opens a file, which the program may have written",
    "input": "the test reads the input, which the program may have read from",
}
_CONSUMERS = {
    "list",
    "tuple",
    "set",
    "frozenset",
    "sorted",
    "sum",
    "dict",
    "any",
    "all",
    "max",
    "min",
}
_TEXT_OF = {"str", "repr", "format", "print", "id", "type", "isinstance", "hasattr", "getattr"}


@dataclass
class Apart:
    """How a unit is judged apart.

    `calls`: the program's functions that it calls. `imports`: statements by which the program
    imports
    standard modules that the unit uses. `looks_again`: the unit reads a name again that it passed,
    so a
    mutable value may not be passed. `live_fails`: a result that is no plain value cannot be right.
    """

    calls: tuple
    imports: tuple
    looks_again: bool
    live_fails: bool


class _NotApart(Exception):
    """The reason, in words for the user."""


def plan(statements, program, aliases=None):
    """`(Apart, "")`, or `(None, reason)`. `aliases` maps a parameter to the program's function it
    stands for.
    """
    try:
        return _Reading(statements, program, aliases or {}).plan(), ""
    except _NotApart as reason:
        return None, str(reason)


class _Reading:
    """One look over the code of a unit and its setup."""

    def __init__(self, statements, program, aliases):
        self._statements = statements
        self._program = program
        self._aliases = aliases
        self._nodes = [node for root in statements for node in ast.walk(root)]
        self._parents = {
            child: node for node in self._nodes for child in ast.iter_child_nodes(node)
        }
        self._bound = _bound_names(self._nodes) - aliases.keys()
        self._imported = {
            name
            for node in self._nodes
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for name in stored_names(node)
        }
        self._calls = [node for node in self._nodes if self._called(node)]
        self._names = {self._called(node) for node in self._calls}
        # A test that calls a function of the program by a name of its own, such as `total`, means
        # Python's `sum` when it says `sum`, even where the program defines another.
        if not self._names <= _BUILTINS:
            self._calls = [node for node in self._calls if self._called(node) not in _BUILTINS]
            self._names -= _BUILTINS

    def plan(self):
        imports = self._read_names()
        self._read_definitions()
        self._read_attributes()
        passing = Passing(self._calls, self._parents, self._imported, self._bound)
        problem = passing.problem()
        if problem:
            raise _NotApart(problem)
        return Apart(
            calls=tuple(sorted(self._names)),
            imports=tuple(imports),
            looks_again=passing.looks_again(),
            live_fails=len(self._calls) == 1 and not self._is_made_text(self._calls[0]),
        )

    def _called(self, node):
        """The name of the program's function that the node calls, or None."""
        match node:
            case ast.Call(ast.Name(name)):
                name = self._aliases.get(name, name)
            case _:
                return None
        if name in self._program.classes or name in self._program.standard_imports:
            return None
        if name in self._program.functions:
            return name
        if name in self._bound or not self._program.may_bind(name):
            return None
        return None if name in _BUILTINS and name not in self._program.all else name

    def _read_names(self):
        """Check every name that is the program's; gives the imports of those it imported."""
        imports = {}
        redefined = (self._bound & set(self._program.functions)) & self._names
        if redefined:
            raise _NotApart(f"the test gives {min(redefined)} another meaning")
        for node in self._nodes:
            if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
                continue
            name = self._aliases.get(node.id, node.id)
            if name in _OPAQUE and name not in self._bound:
                raise _NotApart(f"the test uses {name}, which can reach the program's objects")
            if name in _SHARED and name not in self._bound | self._program.all:
                raise _NotApart(_SHARED[name])
            if name in self._bound or not (name in self._program.all or name in self._names):
                continue
            if name in self._program.standard_imports:
                imports[name] = self._program.standard_imports[name]
            else:
                self._read_program_name(node, name)
        return imports.values()

    def _read_program_name(self, node, name):
        if name in _BUILTINS and name not in self._names:
            return
        if name in self._program.classes:
            raise _NotApart(
                f"the test uses the class {name}, "
                "whose objects cannot leave the program's interpreter"
            )
        call = self._parents.get(node)
        if not (isinstance(call, ast.Call) and call.func is node):
            raise _NotApart(self._not_called(name))
        around = self._parents.get(call)
        if isinstance(around, ast.Call) and around.func is call:
            raise _NotApart(f"the test calls what {name} returns")
        if name in self._program.coroutines:
            raise _NotApart(
                f"{name} is an async function, which has to be awaited beside the program"
            )
        if name in self._program.generators and not _is_consumed(call, around):
            raise _NotApart(f"{name} is a generator, whose items are made while the test runs")

    def _not_called(self, name):
        if name in self._program.functions or name in self._names:
            return f"the test uses the function {name} without calling it"
        return f"the test reads {name}, a variable of the program"

    def _read_definitions(self):
        for node in self._nodes:
            if isinstance(node, ast.ClassDef):
                raise _NotApart(f"the test defines the class {node.name}")
            if isinstance(node, (ast.AsyncFunctionDef, ast.Await, ast.Global, ast.Nonlocal)):
                raise _NotApart("the test's own code needs the program's interpreter")

    def _read_attributes(self):
        """Attributes of results must be those of plain values."""
        tainted = self._names_of_results()
        for node in self._nodes:
            if isinstance(node, ast.Attribute) and node.attr not in PLAIN_ATTRIBUTES:
                inside = set(ast.walk(node.value))
                if inside & set(self._calls) or any(
                    isinstance(inner, ast.Name) and inner.id in tainted for inner in inside
                ):
                    raise _NotApart(f"the test uses .{node.attr} of an object of the program")

    def _names_of_results(self):
        """The names that hold results of the program's functions, or something made from them."""
        calls, tainted = set(self._calls), set()
        while True:
            before = len(tainted)
            for node in self._nodes:
                value = _bound_value(node)
                if value is not None and any(
                    inner in calls or (isinstance(inner, ast.Name) and inner.id in tainted)
                    for inner in ast.walk(value)
                ):
                    tainted |= _targets(node)
            if len(tainted) == before:
                return tainted

    def _is_made_text(self, call):
        """Whether the call stands where an object that is no plain value makes sense too."""
        node = call
        while node in self._parents:
            node = self._parents[node]
            if isinstance(
                node, (ast.FormattedValue, ast.Assign, ast.NamedExpr, ast.For, ast.withitem)
            ):
                return True
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) in _TEXT_OF:
                return True
        return False


def _bound_names(nodes):
    names = {node.arg for node in nodes if isinstance(node, ast.arg)}
    return names | stored_names(*nodes)


def _bound_value(node):
    if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.NamedExpr)):
        return node.value
    if isinstance(node, (ast.For, ast.comprehension)):
        return node.iter
    return node.context_expr if isinstance(node, ast.withitem) else None


def _targets(node):
    if isinstance(node, ast.Assign):
        return stored_names(*node.targets)
    if isinstance(node, ast.withitem):
        return stored_names(node.optional_vars) if node.optional_vars else set()
    return stored_names(node.target)


def _is_consumed(call, around):
    match around:
        case ast.Call(ast.Name(name)) if name in _CONSUMERS:
            return True
        case ast.Call(ast.Attribute(ast.Constant(), "join")):
            return True
        case _:
            return False
