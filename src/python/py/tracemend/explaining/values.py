"""Values of expressions, found without running anything of the program's."""

import ast
import builtins
from collections import deque
from types import ModuleType

from tracemend.explaining.reading import COMPREHENSIONS
from tracemend.tracing.shapes import members

_SIZED = (list, tuple, str, bytes, bytearray, dict, set, frozenset, range, deque)
_NUMBERS = (int, float, bool)
_KEYS = (str, int, bool, float, type(None), bytes)
# Larger numbers are not computed with.
_LARGEST = 10**15
_LONGEST = 10_000


class _Unknown:
    """That a value cannot be told without running something."""

    def __repr__(self):
        return "UNKNOWN"


UNKNOWN = _Unknown()


class Values:
    """The values that expressions of one frame have, as they stood when it was left."""

    def __init__(self, frame, reading):
        self._frame = frame
        self._reading = reading

    def name(self, name):
        """The value of a variable as the frame sees it."""
        code = self._frame.f_code
        local = self._frame.f_locals
        try:
            return local[name]
        except KeyError:
            pass
        if name in (*code.co_varnames, *code.co_cellvars, *code.co_freevars):
            return UNKNOWN
        for namespace in (self._frame.f_globals, vars(builtins)):
            if name in namespace:
                return namespace[name]
        return UNKNOWN

    def of(self, node):
        """The value of an expression, or UNKNOWN."""
        match node:
            case ast.Constant():
                return node.value
            case ast.Name():
                return UNKNOWN if self._is_past(node) else self.name(node.id)
            case ast.Attribute():
                return attribute(self.of(node.value), node.attr)
            case ast.Subscript():
                return _item(self.of(node.value), self.of(node.slice))
            case ast.UnaryOp(op=ast.USub()):
                value = self.of(node.operand)
                return -value if type(value) in (int, float) else UNKNOWN
            case ast.BinOp():
                return _operation(node.op, self.of(node.left), self.of(node.right))
            case ast.Tuple(elts=parts, ctx=ast.Load()):
                values = [self.of(part) for part in parts]
                return UNKNOWN if UNKNOWN in map(_marked, values) else tuple(values)
            case ast.Call(func=ast.Name(id="len"), args=[argument], keywords=[]):
                return self._length(argument)
        return UNKNOWN

    def _length(self, node):
        value = self.of(node)
        return size(value) if self.name("len") is len else UNKNOWN

    def _is_past(self, name):
        """Whether the variable may have another value by now than the expression saw.

        Those of comprehensions are gone; a handler or `finally` that ran since may have changed it.
        """
        inner = name
        for outer in self._reading.ancestors(name):
            if isinstance(outer, COMPREHENSIONS):
                targets = [part for loop in outer.generators for part in ast.walk(loop.target)]
                if any(isinstance(part, ast.Name) and part.id == name.id for part in targets):
                    return True
            if isinstance(outer, (ast.Try, ast.TryStar)) and inner not in outer.finalbody:
                later = [*outer.handlers, *outer.finalbody]
                if any(_stores(part, name.id) for root in later for part in ast.walk(root)):
                    return True
            inner = outer
        return False


def _marked(value):
    return UNKNOWN if value is UNKNOWN else None


def _stores(node, name):
    stored = isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load) and node.id == name
    return stored or isinstance(node, ast.ExceptHandler) and node.name == name


def attribute(value, name):
    """An attribute that is plainly there: of a module, or in the object's own `__dict__`."""
    if value is UNKNOWN:
        return UNKNOWN
    kind = type(value)
    if kind is ModuleType:
        return ModuleType.__dict__["__dict__"].__get__(value).get(name, UNKNOWN)
    if type.__getattribute__(kind, "__getattribute__") is not object.__getattribute__:
        return UNKNOWN
    if any(name in members(base) for base in type.mro(kind)):
        return UNKNOWN
    return own_attributes(value).get(name, UNKNOWN)


def own_attributes(value):
    """The `__dict__` of an object; empty where it has none."""
    try:
        found = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}
    return found if type(found) is dict else {}


def _item(value, key):
    kind = type(value)
    if kind in (list, tuple, str) and type(key) in (int, bool):
        return value[key] if -len(value) <= key < len(value) else UNKNOWN
    if kind is dict and type(key) in _KEYS:
        return value.get(key, UNKNOWN)
    return UNKNOWN


def _operation(operator, left, right):
    if type(left) is str and type(right) is str and isinstance(operator, ast.Add):
        return left + right if len(left) + len(right) < _LONGEST else UNKNOWN
    if type(left) not in _NUMBERS or type(right) not in _NUMBERS:
        return UNKNOWN
    if not (abs(left) < _LARGEST and abs(right) < _LARGEST):
        return UNKNOWN
    match operator:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.FloorDiv() if right:
            return left // right
        case ast.Div() if right:
            return left / right
        case ast.Mod() if right:
            return left % right
    return UNKNOWN


def size(value):
    """How many items a container of Python's own kinds has, else UNKNOWN."""
    for base in _SIZED:
        if issubclass(type(value), base):
            return base.__len__(value)
    return UNKNOWN
