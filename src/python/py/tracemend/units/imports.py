"""Imports of the program itself, under whatever module name the tests were written for."""

import ast
import importlib.util
import sys


def adapt_imports(tree, program):
    """Rewrite, in place, imports from a module that is not there and whose names are the program's
    own.

    `from solution import f` binds nothing new; `import solution` makes `solution.f` mean `f`.
    """
    adapter = _Adapter(program, _attributes(tree))
    adapter.visit(tree)
    if adapter.modules:
        _Unqualifier(adapter.modules).visit(tree)


class _Adapter(ast.NodeTransformer):
    def __init__(self, program, attributes):
        self._program = program
        self._attributes = attributes
        self.modules = set()

    def visit_ImportFrom(self, node):
        names = [alias.name for alias in node.names]
        own = names == ["*"] or all(self._program.may_bind(name) for name in names)
        if not own or not (node.level or _is_missing(node.module)):
            return node
        renamed = [
            ast.copy_location(
                ast.Assign([ast.Name(alias.asname, ast.Store())], ast.Name(alias.name, ast.Load())),
                node,
            )
            for alias in node.names
            if alias.asname not in (None, alias.name)
        ]
        for statement in renamed:
            ast.fix_missing_locations(statement)
        return renamed or ast.copy_location(ast.Pass(), node)

    def visit_Import(self, node):
        missing = [alias for alias in node.names if self._is_program(alias)]
        self.modules |= {alias.asname or alias.name for alias in missing}
        node.names = [alias for alias in node.names if alias not in missing]
        return node if node.names else ast.copy_location(ast.Pass(), node)

    def _is_program(self, alias):
        used = self._attributes.get(alias.asname or alias.name, set())
        return _is_missing(alias.name) and all(self._program.may_bind(name) for name in used)


class _Unqualifier(ast.NodeTransformer):
    def __init__(self, modules):
        self._modules = modules

    def visit_Attribute(self, node):
        self.generic_visit(node)
        match node.value:
            case ast.Name(module) if module in self._modules:
                return ast.copy_location(ast.Name(node.attr, node.ctx), node)
            case _:
                return node


def _attributes(tree):
    """The attributes that are read of each name."""
    found = {}
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(ast.Name(name), attribute):
                found.setdefault(name, set()).add(attribute)
    return found


def _is_missing(module):
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names:
        return False
    try:
        return importlib.util.find_spec(top) is None
    except ImportError, ValueError:
        return top not in sys.builtin_module_names
