"""A source text as explanations need it: its tree, who stands in whom, and parts of the text."""

import ast
from functools import cached_property

from tracemend.explaining.telling import code

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = (*FUNCTIONS, ast.Lambda, ast.ClassDef, ast.Module, ast.GeneratorExp)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)


class Reading:
    """One of the user's texts. Where it cannot be parsed, its tree is empty."""

    def __init__(self, text):
        self.text = text
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        try:
            self.tree = ast.parse(text)
        except SyntaxError, ValueError, RecursionError, MemoryError:
            self.tree = ast.Module([], [])

    @cached_property
    def nodes(self):
        """All nodes, parents before their children."""
        return list(ast.walk(self.tree))

    @cached_property
    def _parents(self):
        return {id(child): node for node in self.nodes for child in ast.iter_child_nodes(node)}

    def parent(self, node):
        return self._parents.get(id(node))

    def ancestors(self, node):
        """The nodes around a node, from the inside out."""
        node = self.parent(node)
        while node is not None:
            yield node
            node = self.parent(node)

    def around(self, node, kinds):
        """The innermost node of these kinds around a node, within its scope; or None."""
        for outer in self.ancestors(node):
            if isinstance(outer, kinds):
                return outer
            if isinstance(outer, SCOPES):
                return None
        return None

    def scope(self, node):
        """The function, class or module whose code the node is part of."""
        for outer in self.ancestors(node):
            if isinstance(outer, SCOPES):
                return outer
        return self.tree

    def statement(self, node):
        """The statement that a node is part of."""
        while node is not None and not isinstance(node, ast.stmt):
            node = self.parent(node)
        return node

    def at(self, positions):
        """The innermost node with exactly these positions (those of `co_positions`), or None."""
        if None in positions:
            return None
        line, end_line, column, end_column = positions
        found = None
        for node in self.nodes:
            if (
                getattr(node, "lineno", None) == line
                and node.end_lineno == end_line
                and node.col_offset == column
                and node.end_col_offset == end_column
                and not isinstance(node, ast.Expr)
            ):
                found = node
        return found

    def source(self, node):
        """The text of a node."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        encoded = [line.encode() for line in lines]
        if not encoded:
            return ""
        encoded[-1] = encoded[-1][: node.end_col_offset]
        encoded[0] = encoded[0][node.col_offset :]
        return b"\n".join(encoded).decode(errors="replace")

    def code(self, node):
        """The text of a node as code in an explanation."""
        return code(self.source(node))

    def functions(self, name):
        """The functions of that name, methods too."""
        return [n for n in self.nodes if isinstance(n, FUNCTIONS) and n.name == name]

    def classes(self, name):
        return [n for n in self.nodes if isinstance(n, ast.ClassDef) and n.name == name]

    def bindings(self, name, scope):
        """The nodes by which `name` is bound in a scope itself, in the order of their lines."""
        found = [n for n in self.within(scope) if _binds(n, name)]
        return sorted(found, key=lambda node: getattr(node, "lineno", 0))

    def within(self, scope):
        """The nodes of a scope, without those of scopes inside it."""
        waiting = list(ast.iter_child_nodes(scope))
        while waiting:
            node = waiting.pop(0)
            yield node
            if isinstance(node, SCOPES):
                continue
            waiting = [*ast.iter_child_nodes(node), *waiting]


def columns(reading, line, end_line, column, end_column):
    """The same columns counted in characters instead of bytes of UTF-8."""
    return _characters(reading, line, column), _characters(reading, end_line, end_column)


def _characters(reading, line, column):
    if not 0 < line <= len(reading.lines):
        return column
    return len(reading.lines[line - 1].encode()[:column].decode(errors="replace"))


def parameters(function):
    """The `ast.arg` nodes of a function, in order."""
    arguments = function.args
    rest = [arguments.vararg, *arguments.kwonlyargs, arguments.kwarg]
    return [*arguments.posonlyargs, *arguments.args, *filter(None, rest)]


def _binds(node, name):
    match node:
        case ast.Name(id=found, ctx=ast.Store() | ast.Del()) if found == name:
            return True
        case ast.FunctionDef(name=found) | ast.AsyncFunctionDef(name=found) if found == name:
            return True
        case ast.ClassDef(name=found) | ast.ExceptHandler(name=found) if found == name:
            return True
        case ast.alias():
            return (node.asname or node.name.partition(".")[0]) == name
        case ast.MatchAs(name=found) | ast.MatchStar(name=found) if found == name:
            return True
    return False
