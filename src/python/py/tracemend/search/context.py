"""What the operators may draw on: names in scope, constants, attributes, kinds of values."""

import ast
import re
from functools import cached_property

from .helpers import frozen_helpers

_KINDS = {"'": "str", '"': "str", "[": "list", "{": "dict", "(": "tuple", "T": "bool", "F": "bool"}
_NUMBER = re.compile(r"(?<![\w.])\d{1,6}(?![\w.]*\w)")
_QUOTED = re.compile(r"(['\"`])([^'\"`\n]{1,30})\1")
_LONGEST_TEXT = 30
_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
_SCOPES = _COMPREHENSIONS | ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef | ast.Module
_DEFINITIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _kind(value):
    """What sort of value a repr shows, as far as its first character tells."""
    first = value[:1]
    if first.isdigit() or first == "-":
        return "number"
    return _KINDS.get(first, "other")


def _stored(node):
    """Names bound by assignment below `node`, without going into definitions and comprehensions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            yield child.id
        elif isinstance(child, ast.ExceptHandler) and child.name:
            yield child.name
        if not isinstance(child, _DEFINITIONS | ast.Lambda | _COMPREHENSIONS):
            yield from _stored(child)


def _bound_by(scope):
    """The names that a scope itself binds."""
    match scope:
        case ast.Module():
            return list(_stored(scope))
        case ast.Lambda():
            return _parameters(scope.args)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [*_parameters(scope.args), *_stored(scope)]
        case _:
            targets = [generator.target for generator in scope.generators]
            return [name for target in targets for name in _stored_names(target)]


def _parameters(arguments):
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    every += [extra for extra in (arguments.vararg, arguments.kwarg) if extra]
    return [argument.arg for argument in every]


class Context:
    """Facts about one program, its failing trace and what its failing tests expect."""

    def __init__(self, source, trace, expected, instruction="", units=()):
        """`trace` as the protocol has it; `expected` holds literals of failing tests as source,
        `units` are all tests.
        """
        self.source = source
        self.expected = expected
        self._instruction = instruction
        self._units = units
        self.kinds = {}
        self._bound = {}
        for step in trace["steps"]:
            for change in step["changes"]:
                self.kinds.setdefault(change["name"], set()).add(_kind(change["value"]))

    @cached_property
    def nodes(self):
        return list(ast.walk(self.source.tree))

    @cached_property
    def constants(self):
        """The program's constants as source, in order, docstrings left out."""
        found = {}
        for node in self.nodes:
            if isinstance(node, ast.Constant) and not self.is_bare(node):
                text = repr(node.value)
                if len(text) <= 40 and not isinstance(self.source.parent(node), ast.JoinedStr):
                    found.setdefault(text)
        return list(found)

    @cached_property
    def told_numbers(self):
        """Numbers that the instruction names, as source; not those that every program has."""
        found = _NUMBER.findall(self._instruction)
        return [text for text in dict.fromkeys(found) if text not in ("0", "1", "2")]

    @cached_property
    def told_texts(self):
        """Texts that the instruction quotes and that the tests hold, as source."""
        texts = [found[1] for found in _QUOTED.findall(self._instruction)]
        for unit in self._units:
            try:
                tree = ast.parse(unit.text)
            except SyntaxError:
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.append(node.value)
        return [repr(text) for text in dict.fromkeys(texts) if len(text) <= _LONGEST_TEXT]

    @cached_property
    def functions(self):
        """Names of the program's own functions outside classes."""
        return [
            node.name
            for node in self.nodes
            if isinstance(node, ast.FunctionDef)
            and not isinstance(self.source.parent(node), ast.ClassDef)
        ]

    @cached_property
    def frozen(self):
        """The functions that no edit may touch, as nodes."""
        names = frozen_helpers(self._units, self.functions)
        return {
            node for node in self.nodes if isinstance(node, ast.FunctionDef) and node.name in names
        }

    def is_frozen(self, node):
        """Whether a node stands in one of them."""
        return not self.frozen.isdisjoint((node, *self.source.ancestors(node)))

    @cached_property
    def attributes(self):
        """Attributes that are read or stored, and those that are called, in order."""
        plain, called = {}, {}
        for node in self.nodes:
            if isinstance(node, ast.Attribute):
                parent = self.source.parent(node)
                is_called = isinstance(parent, ast.Call) and parent.func is node
                (called if is_called else plain).setdefault(node.attr)
            if isinstance(node, ast.ClassDef):
                for member in node.body:
                    if isinstance(member, ast.FunctionDef) and not member.name.startswith("__"):
                        called.setdefault(member.name)
        return list(plain), list(called)

    def is_bare(self, node):
        """Whether a constant is a docstring or another statement without effect."""
        return isinstance(self.source.parent(node), ast.Expr)

    def variables(self, node):
        """Variables that `node` can read, innermost scope first; no definitions, no imports."""
        found = {}
        for around in self.source.ancestors(node):
            if isinstance(around, _SCOPES):
                if around not in self._bound:
                    self._bound[around] = dict.fromkeys(_bound_by(around))
                found.update(self._bound[around])
        return list(found)

    def compatible(self, one, other):
        """Whether two variables were seen with a common kind of value, or one was never seen."""
        first, second = self.kinds.get(one), self.kinds.get(other)
        return not first or not second or not first.isdisjoint(second)

    def is_expected_kind(self, literal):
        """Whether failing tests expect values of a literal's kind, as far as is known."""
        kinds = {_kind(expected) for expected in self.expected}
        return not kinds or _kind(literal) in kinds

    def is_number(self, node):
        """Whether an expression may well be a number."""
        match node:
            case ast.Constant():
                return isinstance(node.value, int | float) and not isinstance(node.value, bool)
            case ast.BinOp():
                return self.is_number(node.left) or self.is_number(node.right)
            case ast.UnaryOp():
                return not isinstance(node.op, ast.Not)
            case ast.Name():
                return "number" in self.kinds.get(node.id, {"number"})
            case ast.Call():
                return not isinstance(node.func, ast.Name) or node.func.id not in _NOT_NUMBERS
            case ast.Subscript():
                return not isinstance(node.slice, ast.Slice)
            case ast.Attribute() | ast.IfExp():
                return True
            case _:
                return False


_NOT_NUMBERS = {
    "str",
    "list",
    "set",
    "dict",
    "tuple",
    "sorted",
    "reversed",
    "range",
    "enumerate",
    "zip",
    "map",
    "filter",
    "print",
    "isinstance",
    "bool",
    "any",
    "all",
    "iter",
    "chr",
}


def _stored_names(target):
    return [node.id for node in ast.walk(target) if isinstance(node, ast.Name)]
