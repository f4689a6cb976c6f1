"""What a unit passes to the program, and whether it can see what the program does to it."""

import ast
import builtins
import importlib
import sys

_LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_MAKES_MUTABLE = {"list", "dict", "set", "bytearray", "deque", "sorted", "defaultdict", "Counter"}
_COPIES = {"deepcopy", "str", "int", "float", "bool", "len", "sum", "range", "repr", "abs"}
_BUILTINS = frozenset(dir(builtins))


class Passing:
    """The arguments of a unit's calls of the program's functions."""

    def __init__(self, calls, parents, imported, bound):
        self._calls = calls
        self._parents = parents
        self._imported = imported
        self._bound = bound
        self._roots = self._ordered_roots()
        self._functions = {
            node.name for node in self._all_nodes() if isinstance(node, ast.FunctionDef)
        }

    def problem(self):
        """Why the arguments cannot leave the test, or an empty text."""
        for call in self._calls:
            for leaf in _leaves(call):
                if self._is_function(leaf):
                    return "the test passes a function to the program"
        changed = [name for call in self._calls for name in self._seen_again(call)]
        for name in changed:
            if self._is_surely_mutable(name):
                return f"the test looks at {name} again after the program could have changed it"
        return ""

    def looks_again(self):
        """Whether a name that is passed is read again afterwards."""
        return any(self._seen_again(call) for call in self._calls)

    def _is_function(self, leaf):
        match leaf:
            case ast.Lambda():
                return True
            case ast.Name(name):
                if name in self._functions:
                    return True
                return (
                    name in _BUILTINS
                    and name not in self._bound
                    and callable(getattr(builtins, name))
                )
            case ast.Attribute(ast.Name(module), name) if module in self._imported:
                return module in sys.stdlib_module_names and callable(
                    getattr(importlib.import_module(module), name, None)
                )
            case _:
                return False

    def _seen_again(self, call):
        """The names passed to this call that can be read after it."""
        return {name.id for name in _passed_names(call) if self._is_read_again(name, call)}

    def _is_read_again(self, name, call):
        loads = [
            node
            for node in self._all_nodes()
            if isinstance(node, ast.Name)
            and node.id == name.id
            and isinstance(node.ctx, ast.Load)
            and node is not name
        ]
        statement = self._statement(call)
        same = set(ast.walk(statement))
        order = self._roots
        if any(node in same or order[node] > order[call] for node in loads):
            return True
        # A loop that does not bind the name passes the same object each time around.
        return any(not _binds(loop, name.id) for loop in self._loops_around(call))

    def _loops_around(self, node):
        while node in self._parents:
            node = self._parents[node]
            if isinstance(node, _LOOPS):
                yield node

    def _statement(self, node):
        """The innermost simple statement around a node, or the header's compound statement."""
        while not isinstance(node, ast.stmt) and node in self._parents:
            node = self._parents[node]
        return node

    def _is_surely_mutable(self, name):
        values = [
            node.value
            for node in self._all_nodes()
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name) and target.id == name
        ]
        return any(isinstance(value, _MUTABLE) or _makes_mutable(value) for value in values)

    def _all_nodes(self):
        return self._roots.keys()

    def _ordered_roots(self):
        """Every node with its position in the text of the unit and its setup."""
        nodes = {*self._parents, *self._parents.values()}
        return {
            node: (getattr(node, "lineno", 0), getattr(node, "col_offset", 0)) for node in nodes
        }


def _leaves(call):
    """The expressions whose values are passed, inside displays and conditions too."""
    pending = [*call.args, *(keyword.value for keyword in call.keywords)]
    while pending:
        node = pending.pop()
        match node:
            case ast.List(items) | ast.Tuple(items) | ast.Set(items):
                pending.extend(items)
            case ast.Dict(keys, values):
                pending.extend([*filter(None, keys), *values])
            case ast.Starred(value):
                pending.append(value)
            case ast.IfExp(_, body, orelse):
                pending.extend([body, orelse])
            case ast.BoolOp(_, values):
                pending.extend(values)
            case _:
                yield node


def _passed_names(call):
    """The names whose values, or parts of them, may be passed as they are and not as copies."""
    pending = list(_leaves(call))
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call) and _callee(node) in _COPIES:
            continue
        if isinstance(node, ast.Name):
            yield node
        pending.extend(_operands(node))


def _operands(node):
    """The children of an expression; of a call by name, only its arguments."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return [*node.args, *(keyword.value for keyword in node.keywords)]
    return ast.iter_child_nodes(node)


def _callee(call):
    return getattr(call.func, "attr", None) or getattr(call.func, "id", None)


def _makes_mutable(value):
    return isinstance(value, ast.Call) and _callee(value) in _MAKES_MUTABLE


def _binds(loop, name):
    return any(
        isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load)
        for node in ast.walk(loop)
    )
